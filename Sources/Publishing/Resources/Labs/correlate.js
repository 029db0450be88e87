// The loop on which the course runs, as `Imaging/Filters` has it, in whole numbers.

import { mapped } from "./arrays.js";

/** The rules for what lies beyond the picture. */
export const BORDERS = ["valid", "zero", "replicate", "reflect"];

/** The pixel that stands in for pixel `index` of a side of `count`; -1 where that is black. */
export function source(index, count, border) {
  if (index >= 0 && index < count) return index;
  if (border === "replicate") return Math.min(Math.max(index, 0), count - 1);
  if (border !== "reflect") return -1;
  if (count === 1) return 0;
  const period = 2 * (count - 1);
  const folded = ((index % period) + period) % period;
  return folded < count ? folded : period - folded;
}

/** The picture with `reach` pixels added on every side. */
function padded({ width, height, pixels }, reach, border) {
  const pitch = width + 2 * reach;
  const all = new Float64Array(pitch * (height + 2 * reach));
  const columns = Array.from({ length: pitch }, (_, column) => source(column - reach, width, border));
  for (let row = 0; row < height + 2 * reach; row++) {
    const line = source(row - reach, height, border);
    if (line < 0) continue;
    for (let column = 0; column < pitch; column++) {
      if (columns[column] >= 0) all[row * pitch + column] = pixels[line * width + columns[column]];
    }
  }
  return { pitch, all };
}

/**
 * The kernel visits every pixel: the products with what lies under it, added up.
 *
 * `sums` are in the kernel's units, exact. With the border `valid` the answer is smaller by `inset` on every side.
 */
export function correlate(picture, kernel, border) {
  const isInside = border === "valid";
  const { side, reach, units } = kernel;
  const { pitch, all } = padded(picture, isInside ? 0 : reach, border);
  const inset = isInside ? reach : 0;
  const width = Math.max(picture.width - 2 * inset, 0);
  const height = Math.max(picture.height - 2 * inset, 0);
  const sums = new Float64Array(width * height);
  units.forEach((weight, index) => {
    if (!weight) return;
    const start = Math.floor(index / side) * pitch + index % side;
    for (let row = 0; row < height; row++) {
      const [from, to] = [start + row * pitch, row * width];
      for (let column = 0; column < width; column++) sums[to + column] += weight * all[from + column];
    }
  });
  return { width, height, inset, unit: kernel.unit, sums };
}

/** One number of the answer: what it is made of. */
export function explain(picture, kernel, border, row, column) {
  const { side, reach, units, unit } = kernel;
  const isMissing = border === "valid" && (row < reach || column < reach
    || row >= picture.height - reach || column >= picture.width - reach);
  const pixels = units.map((_, index) => {
    const line = source(row - reach + Math.floor(index / side), picture.height, border);
    const place = source(column - reach + index % side, picture.width, border);
    if (line >= 0 && place >= 0) return picture.pixels[line * picture.width + place];
    return border === "valid" ? null : 0;
  });
  const products = pixels.map((pixel, index) => (pixel === null ? null : units[index] * pixel));
  const sum = isMissing ? null : products.reduce((all, product) => all + product, 0) / unit;
  return { pixels, products: products.map((product) => (product === null ? null : product / unit)), sum };
}

/** A sum, divided, and the bias added: rounded to 32 bits at each step, as the program does. */
export function answer(sum, divisor, bias) {
  return Math.fround(Math.fround(Math.fround(sum) / Math.fround(divisor)) + Math.fround(bias));
}

/** The numbers of a filtered picture, neither rounded nor clipped. */
export function answers({ width, height, inset, unit, sums }, divisor, bias) {
  return { width, height, inset, values: mapped(Float32Array, sums, (sum) => answer(sum / unit, divisor, bias)) };
}
