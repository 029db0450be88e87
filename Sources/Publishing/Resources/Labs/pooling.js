// Pooling on its own: a window visits a square map, and leaves one number at each stop.

export const WINDOW = 2;

/** The places that lie under the window at each of its stops, row after row. */
export function stops(side, stride) {
  const across = Math.floor((side - WINDOW) / stride) + 1;
  return Array.from({ length: across ** 2 }, (_, stop) => {
    const corner = Math.floor(stop / across) * stride * side + stop % across * stride;
    return [0, 1, side, side + 1].map((part) => corner + part);
  });
}

/** The number that is left of a window's: their `max` or their `average`. */
export const pooled = (numbers, kind) =>
  (kind === "max" ? Math.max(...numbers) : numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
