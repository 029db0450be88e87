import { test, equal } from "./check.js";
import { Network, slice, unpacked, windowOf } from "/network.js";

/** Whole numbers as the program packs them. */
function packed(numbers) {
  const bits = (number) => (number + 2048).toString(2).padStart(12, "0");
  const bytes = numbers.map(bits).join("").match(/.{8}/g).map((byte) => parseInt(byte, 2));
  return btoa(String.fromCharCode(...bytes));
}

test("weights are whole numbers of twelve bits, each times the scale of its output", () => {
  equal(unpacked(packed([-2047, 2047, 0, 1]), [1, 2]), [-2047, 4094, 0, 2]);
  equal(unpacked(packed([5, -6, 7, 0]), [0.5]), [2.5, -3, 3.5, 0]);
});

/** One kernel that subtracts the pixel at the right, one that only copies; a pooling; a dense layer with two answers. */
const convolution = { kind: "Conv2D", side: 2, activation: "relu", scales: [1, 1], bias: [0, 0.5],
  weights: packed([1, 1, -1, 0, 0, 0, 0, 0]) };
const form = (...layers) => ({ input: [3, 3], parameters: 0, layers });
const picture = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255);

test("a convolution adds products to its bias, and ReLU cuts what is below zero", () => {
  const [, maps] = new Network(form(convolution)).run(picture);
  equal([maps.height, maps.width, maps.maps], [2, 2, 2]);
  equal(maps.values, [1, 1.5, 0, 0.5, 0, 0.5, 1, 1.5]);
});

test("pooling keeps the largest, and drops what no whole window covers", () => {
  const [, maps] = new Network(form({ kind: "MaxPooling2D", side: 2 })).run(picture);
  equal([maps.height, maps.width, maps.values], [1, 1, [1]]);
});

test("a dense layer has a weight for every number and unit; softmax gives shares of one", () => {
  const dense = { kind: "Dense", activation: "softmax", scales: [1, 1], bias: [0, 0],
    weights: packed(Array.from({ length: 18 }, (_, index) => (index % 2 ? 0 : 1))) };
  const [, { values }] = new Network(form(dense)).run(picture);
  equal(values.map((value) => Math.round(1000 * value)), [953, 47]);
  const far = { ...dense, scales: [1000, 1] };
  equal(new Network(form(far)).run(picture)[1].values, [1, 0], "large sums overflow nothing");
});

test("a window and a slice are what the convolution multiplied", () => {
  const network = new Network(form(convolution));
  const [below, above] = network.run(picture);
  const window = windowOf(below, 0, 2, 1, 1);
  equal(window, [1, 0, 0, 1]);
  const weights = slice(network.layers[0], 1, 0, 1);
  equal(weights, [1, 0, 0, 0]);
  const sum = window.reduce((all, pixel, place) => all + pixel * weights[place], 0);
  equal(sum + network.layers[0].bias[1], above.values[7]);
});
