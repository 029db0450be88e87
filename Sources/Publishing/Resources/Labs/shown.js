// What a screen, which knows only black to white, shows of numbers: as `Imaging/Operations/Shown` has it.

import { mapped, range } from "./arrays.js";

/** The ways to show what lies below zero. */
export const NEGATIVES = ["clip", "absolute", "rescale", "signed"];

const rounded = (value) => (value > 0 ? Math.round(Math.min(value, 255)) : 0);

/** What makes a byte of each number, unless colours tell the sign; every step is rounded to 32 bits, as the program does. */
export function scale(values, negatives) {
  const f = Math.fround;
  if (negatives === "clip") return rounded;
  if (negatives === "absolute") return (value) => rounded(Math.abs(value));
  const { low, high } = range(values);
  const extent = f(high - low);
  return (value) => (extent > 0 ? rounded(f(f(f(value - low) / extent) * 255)) : 0);
}

/** One byte a number. */
export function bytes(values, negatives) {
  return mapped(Uint8Array, values, scale(values, negatives));
}
