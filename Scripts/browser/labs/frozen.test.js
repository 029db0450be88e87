import { test, equal } from "./check.js";
import { canny, crests } from "/edges.js";

/** The picture of `FrozenEdgeTests`: slopes, steps and grain, from whole numbers alone. */
const width = 61;
const height = 47;
const pixels = Uint8Array.from({ length: width * height }, (_, index) => {
  const [row, column] = [Math.floor(index / width), index % width];
  const grain = (row * row * 31 + column * column * 17 + row * column * 7) % 23;
  return (row * 3 + column + (Math.floor(row / 9) + Math.floor(column / 11)) % 2 * 90 + grain) % 256;
});

/** FNV-1a in 32 bits. */
const digest = (bytes) => bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 16777619) >>> 0, 2166136261);

test("Canny finds the program's edges, pixel for pixel", async () => {
  const frozen = await (await fetch("/tests/frozen-edges.json")).json();
  const found = crests({ width, height, pixels });
  for (const { low, high, edges } of frozen) equal(digest(canny(found, low, high).edges), edges, `${low} ${high}`);
});
