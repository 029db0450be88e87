import { test, equal } from "./check.js";
import { Words } from "/elements.js";
import { Pad, prepared, strokesOf, strokesText } from "/drawing.js";

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

/** Black paper with white boxes: rows and columns, the first and the one behind the last. */
function boxes(side, ...all) {
  const ink = paper(side, 0, 0, 0, 0);
  for (const [top, bottom, left, right, level = 255] of all) {
    for (let row = top; row < bottom; row++) ink.pixels.fill(level, row * side + left, row * side + right);
  }
  return ink;
}

test("of an angle, the centre of mass is found to half a pixel", () => {
  // A bar of 12 x 3 with its centre at 6 down, 1.5 across, and one of 3 x 9 with its own at 10.5 down, 7.5 across: together
  // at (36 * 6 + 27 * 10.5) / 63 = 7.93 down and (36 * 1.5 + 27 * 7.5) / 63 = 4.07 across. From there to 14.5 are 6.57 and
  // 10.43 pixels.
  const { top, left, height, width } = prepared(boxes(40, [5, 17, 9, 12], [14, 17, 12, 21]), frame, 12);
  equal([top, left, height, width], [7, 10, 12, 12]);
  // The same with rows and columns exchanged.
  const lying = prepared(boxes(40, [9, 12, 5, 17], [12, 21, 14, 17]), frame, 12);
  equal([lying.top, lying.left], [10, 7]);
});

test("the shorter side is rounded to the nearer whole pixel", () => {
  // 60 rows become 20: 25 columns 8.33, 26 columns 8.67, 1 column 0.33, which is one at least.
  for (const [columns, width] of [[25, 8], [26, 9], [1, 1]]) {
    equal(prepared(paper(64, 2, 3, 60, columns), frame, 20).width, width, columns);
    equal(prepared(paper(64, 2, 3, columns, 60), frame, 20).height, width, columns);
  }
});

test("ink has an edge from a tenth of white on", () => {
  const box = [10, 30, 10, 20];
  equal(prepared(boxes(40, box, [10, 30, 20, 30, 25]), frame, 20).width, 10);
  equal(prepared(boxes(40, box, [10, 30, 20, 30, 26]), frame, 20).width, 20);
});

const words = new Words({ words: { "digit.pad": "Draw", "digit.penUp": "up {row} {column}", "digit.penDown": "down {row} {column}" }, numbers: {} });
const pad = (onchange = () => {}) => new Pad(words, "help", onchange);

test("a stroke that stays in one place is a dot as wide as the pen, where it stands", () => {
  for (const stroke of [[[12, 30]], [[12, 30], [12, 30]]]) {
    const paper = pad();
    paper.show([stroke], null);
    const { width, pixels } = paper.ink;
    // Five places of four pixels across: 314 pixels around the middle of column 12, row 30.
    const area = pixels.reduce((all, level) => all + level, 0) / 255;
    equal([Math.abs(area - 100 * Math.PI) < 10, pixels[122 * width + 50], pixels[50 * width + 122]], [true, 255, 0], area);
  }
});

test("the pen is lifted where what it drew is taken away, and only there", () => {
  const paper = pad();
  paper.touch();
  paper.show(strokesOf(strokesText(paper.strokes)), null);
  equal([paper.isDown, paper.stage.ariaLabel], [true, "Draw. down 16 32."]);
  paper.show([], null);
  equal([paper.isDown, paper.stage.ariaLabel], [false, "Draw. up 16 32."]);
  paper.touch();
  paper.show(strokesOf("AA.BB"), null);
  equal(paper.isDown, false);
});

test("paper takes as many strokes as an address, and no more", () => {
  let text = "";
  const paper = pad((strokes) => { text = strokesText(strokes); });
  paper.touch();
  for (let turn = 0; turn < 3000; turn++) paper.lead([turn % 64, turn % 3]);
  equal([text.length, paper.isFull], [4000, true]);
  paper.touch();
  equal([text.length, strokesOf(text).length, strokesOf(text + "AA")], [4000, 1, undefined]);
});
