// Sobel's gradient and Canny's edges, as the lesson's `Gradient` and `Canny` have them, to the last bit.

import { mapped } from "./arrays.js";
import { Kernel } from "./kernel.js";
import { correlate } from "./correlate.js";

export const SOBEL_X = new Kernel([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
export const SOBEL_Y = new Kernel([-1, -2, -1, 0, 0, 0, 1, 2, 1]);
const BELL = [1, 4, 6, 4, 1];
const GAUSSIAN = new Kernel(BELL.flatMap((down) => BELL.map((across) => down * across)));
const GAUSSIAN_SUM = 256;

/** The length of an arrow, each step rounded to 32 bits. */
function length(x, y) {
  const f = Math.fround;
  return f(Math.sqrt(f(f(x * x) + f(y * y))));
}

/** Where a picture becomes brighter, and how fast. */
export function gradient(picture) {
  const x = correlate(picture, SOBEL_X, "replicate").sums;
  const y = correlate(picture, SOBEL_Y, "replicate").sums;
  const magnitude = mapped(Float32Array, x, (across, index) => length(across, y[index]));
  return { width: picture.width, height: picture.height, x, y, magnitude };
}

/** Where the arrow points, in radians from -pi to pi: 0 to the right, a quarter turn down. */
export const angle = ({ x, y }, index) => (x[index] || y[index] ? Math.atan2(y[index], x[index]) : 0);

/** The neighbour nearest to the gradient's direction, of the four that lie below or to the right. */
function stepAcross(x, y) {
  const f = Math.fround;
  const [flat, steep, tangent] = [Math.abs(x), Math.abs(y), f(0.41421356)];
  if (steep <= f(flat * tangent)) return [0, 1];
  if (flat <= f(steep * tangent)) return [1, 0];
  return (x > 0) === (y > 0) ? [1, 1] : [1, -1];
}

/** Keeps a pixel only where it is the strongest across the edge; of two equal neighbours the later one stays. */
function thinned({ width, height, x, y, magnitude }) {
  const at = (row, column) =>
    (row >= 0 && row < height && column >= 0 && column < width ? magnitude[row * width + column] : 0);
  return mapped(Float32Array, magnitude, (here, index) => {
    const [row, column] = [Math.floor(index / width), index % width];
    const [down, right] = stepAcross(x[index], y[index]);
    return here >= at(row - down, column - right) && here > at(row + down, column + right) ? here : 0;
  });
}

/** Walks from every strong pixel through all weak ones that touch it, also over a corner. */
function follow(classes, width, height) {
  const edges = new Uint8Array(classes.length);
  const waiting = [];
  const visit = (index) => {
    edges[index] = 255;
    waiting.push(index);
  };
  classes.forEach((kind, index) => { if (kind === 255) visit(index); });
  while (waiting.length) {
    const index = waiting.pop();
    const [row, column] = [Math.floor(index / width), index % width];
    for (let r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) {
        if (classes[r * width + c] && !edges[r * width + c]) visit(r * width + c);
      }
    }
  }
  return edges;
}

/** Canny up to the thresholds, on which no slider has an influence. */
export function crests(picture) {
  const { width, height } = picture;
  const { sums } = correlate(picture, GAUSSIAN, "replicate");
  const slopes = gradient({ width, height, pixels: mapped(Float64Array, sums, (sum) => sum / GAUSSIAN_SUM) });
  return { ...slopes, thinned: thinned(slopes) };
}

/** Two thresholds, and the weak pixels that hang together with strong ones: 255 on edges, 0 elsewhere. */
export function canny({ width, height, thinned }, low, high) {
  const classes = mapped(Uint8Array, thinned, (here) => (here > 0 && here >= high ? 255 : here > 0 && here >= low ? 128 : 0));
  return { width, height, classes, edges: follow(classes, width, height) };
}
