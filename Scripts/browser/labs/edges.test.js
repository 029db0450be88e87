import { test, equal } from "./check.js";
import { angle, canny, crests, gradient } from "/edges.js";

/** Darker on one side, brighter on the other. */
const slope = (across, down) => ({
  width: 9, height: 9,
  pixels: Uint8Array.from({ length: 81 }, (_, index) => {
    const side = across * (index % 9 - 4) + down * (Math.floor(index / 9) - 4);
    return side < 0 ? 40 : side > 0 ? 200 : 120;
  }),
});

test("the gradient points to the brighter side, in all four directions", () => {
  for (const [across, down, degrees] of [[1, 0, 0], [0, 1, 90], [-1, 0, 180], [0, -1, -90], [1, 1, 45], [-1, -1, -135]]) {
    const found = gradient(slope(across, down));
    equal(Math.round(angle(found, 40) * 180 / Math.PI), degrees, `${across} ${down}`);
  }
});

test("the magnitude is the length of the arrow, and zero has no direction", () => {
  const found = gradient(slope(1, 0));
  equal([found.x[40], found.y[40], found.magnitude[40]], [640, 0, 640]);
  equal([found.magnitude[0], angle(found, 0)], [0, 0]);
});

test("an edge becomes one pixel wide", () => {
  const { edges } = canny(crests(slope(1, 0)), 40, 110);
  equal([...edges].filter(Boolean).length, 9);
});

test("of two neighbours that are equally strong the later one stays", () => {
  const step = { width: 12, height: 9, pixels: Uint8Array.from({ length: 108 }, (_, index) => (index % 12 < 6 ? 40 : 200)) };
  const { magnitude, thinned } = crests(step);
  equal([magnitude[53], thinned[53], thinned[54]], [magnitude[54], 0, magnitude[54]]);
  const lying = { width: 9, height: 12, pixels: Uint8Array.from({ length: 108 }, (_, index) => (index < 54 ? 40 : 200)) };
  const { thinned: upright } = crests(lying);
  equal([upright[45 + 4], upright[54 + 4] > 0], [0, true]);
});

test("weak pixels stay where a strong one is near, and a threshold that is reached is passed", () => {
  const row = (...thinned) => ({ width: thinned.length, height: 1, thinned: Float32Array.from(thinned) });
  equal(canny(row(50, 50, 110, 39, 50, 0), 40, 110).edges, [255, 255, 255, 0, 0, 0]);
  equal(canny(row(50, 50, 109.9), 40, 110).edges, [0, 0, 0]);
  equal(canny(row(0, 0), 0, 0).edges, [0, 0]);
});
