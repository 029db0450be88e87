// What a screen, which knows only black to white, shows of numbers: as `Imaging/Operations/Shown` has it.

/** The ways to show what lies below zero. */
export const NEGATIVES = ["clip", "absolute", "rescale", "signed"];

/** From the smallest number to the largest. */
export function range(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return values.length ? { low, high } : { low: 0, high: 0 };
}

const rounded = (value) => (value > 0 ? Math.round(Math.min(value, 255)) : 0);

/** What makes a byte of each number; every step is rounded to 32 bits, as the program does. */
export function scale(values, negatives) {
  const f = Math.fround;
  if (negatives === "clip") return rounded;
  if (negatives === "absolute") return (value) => rounded(Math.abs(value));
  const { low, high } = range(values);
  if (negatives === "rescale") {
    const extent = f(high - low);
    return (value) => (extent > 0 ? rounded(f(f(f(value - low) / extent) * 255)) : 0);
  }
  const limit = Math.max(Math.abs(low), Math.abs(high));
  return (value) => rounded(limit > 0 ? f(128 + f(127 * f(value / limit))) : 128);
}

/** One byte a number. */
export function bytes(values, negatives) {
  return Uint8Array.from(values, scale(values, negatives));
}
