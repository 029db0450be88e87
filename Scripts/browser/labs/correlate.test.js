import { test, equal } from "./check.js";
import { Kernel } from "/kernel.js";
import { answer, answers, correlate, explain, source, BORDERS } from "/correlate.js";

const picture = { width: 4, height: 3, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) };
const sum = new Kernel([1, 1, 1, 1, 1, 1, 1, 1, 1]);

test("beyond the border lies what the rule says", () => {
  const row = (border) => [-2, -1, 0, 3, 4, 5].map((index) => source(index, 4, border));
  equal(row("valid"), [-1, -1, 0, 3, -1, -1]);
  equal(row("zero"), [-1, -1, 0, 3, -1, -1]);
  equal(row("replicate"), [0, 0, 0, 3, 3, 3]);
  equal(row("reflect"), [2, 1, 0, 3, 2, 1]);
  equal(source(-2, 1, "reflect"), 0);
});

test("sums by hand", () => {
  equal(correlate(picture, sum, "valid"), { width: 2, height: 1, inset: 1, unit: 1, sums: [54, 63] });
  equal(correlate(picture, sum, "zero").sums.slice(0, 2), [14, 24]);
  equal(correlate(picture, sum, "replicate").sums.slice(0, 2), [1 + 1 + 2 + 1 + 1 + 2 + 5 + 5 + 6, 2 * (1 + 2 + 3) + 5 + 6 + 7]);
  equal(correlate(picture, sum, "reflect").sums[0], 6 + 5 + 6 + 2 + 1 + 2 + 6 + 5 + 6);
});

test("the kernel lies as it is written: the first weight on the pixel above and left", () => {
  const first = new Kernel([1, 0, 0, 0, 0, 0, 0, 0, 0]);
  equal(correlate(picture, first, "zero").sums, [0, 0, 0, 0, 0, 1, 2, 3, 0, 5, 6, 7]);
});

test("a kernel that does not fit into the picture has no answer under valid", () => {
  equal(correlate(picture, sum.resized(5), "valid"), { width: 0, height: 0, inset: 2, unit: 1, sums: [] });
});

test("what is said of a pixel adds up to what the picture shows there, under every rule", () => {
  const kernel = new Kernel([2, -1, 0.5, 3, 0, -4, 1, 7, -0.25]);
  for (const border of BORDERS) {
    const { width, inset, unit, sums } = correlate(picture, kernel, border);
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 4; column++) {
        const isMissing = border === "valid" && (row !== 1 || column === 0 || column === 3);
        const wanted = isMissing ? null : sums[(row - inset) * width + column - inset] / unit;
        equal(explain(picture, kernel, border, row, column).sum, wanted, `${border} ${row} ${column}`);
      }
    }
  }
});

test("the divisor comes first, then the bias, each rounded to 32 bits", () => {
  equal(answer(1167, 9, 0), Math.fround(1167 / 9));
  equal(answer(10, 4, -1), 1.5);
  equal(answers(correlate(picture, sum, "valid"), 9, 128).values, [134, 135]);
});
