import { test, equal } from "./check.js";
import { prepared, strokesOf, strokesText } from "/drawing.js";

test("strokes are written in an address and read again", () => {
  const strokes = [[[0, 63], [12, 30]], [[5, 5]]];
  equal(strokesText(strokes), "A_Me.FF");
  equal(strokesOf(strokesText(strokes)), strokes);
  for (const text of ["", "A", "AAA", "A*", ".AA", "AA.", "AA..AA", "<b>", "A A"]) equal(strokesOf(text), undefined, text);
});

/** Black paper with a white box. */
function paper(side, top, left, rows, columns) {
  const pixels = Uint8Array.from({ length: side * side }, (_, index) => {
    const [row, column] = [Math.floor(index / side), index % side];
    return row >= top && row < top + rows && column >= left && column < left + columns ? 255 : 0;
  });
  return { width: side, height: side, pixels };
}
const frame = { height: 28, width: 28 };

test("the longer side of the ink becomes twenty, its centre of mass the middle, wherever and however large it was drawn", () => {
  for (const ink of [paper(256, 10, 10, 200, 100), paper(256, 100, 150, 80, 40)]) {
    const { pixels, ...box } = prepared(ink, frame, 20);
    equal(box, { top: 5, left: 10, height: 20, width: 10 });
    equal([pixels[5 * 28 + 9], pixels[5 * 28 + 10], pixels[24 * 28 + 19], pixels[25 * 28 + 19]], [0, 255, 255, 0]);
  }
});

test("new pixels are the mean of the area that they cover", () => {
  const ink = paper(64, 0, 0, 40, 40);
  // A hole of one new pixel and half of the next.
  for (const row of [20, 21]) ink.pixels.fill(0, 64 * row + 20, 64 * row + 23);
  const { pixels, top, left } = prepared(ink, frame, 20);
  equal(pixels[(top + 10) * 28 + left + 10], 0);
  equal(pixels[(top + 10) * 28 + left + 11], Math.round(255 / 2));
});

test("paper without ink is no digit, and a box at the rim stays inside the frame", () => {
  equal(prepared(paper(64, 0, 0, 0, 0), frame, 20), null);
  const corner = paper(256, 0, 0, 3, 256);
  const { left, width } = prepared(corner, frame, 28);
  equal([left, width], [0, 28]);
});
