import { test, equal } from "./check.js";
import { madeOf, Network, unpacked } from "/network.js";

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

test("a dense layer adds its bias, and a weight belongs to one number and one unit", () => {
  // White and two fifths: 3 - 0.4 + 0.25 = 2.85; 2 + 1.6 - 0.5 = 3.1; -5 + 0.4 + 1 = -3.6, which ReLU cuts.
  const dense = { kind: "Dense", activation: "relu", scales: [1, 1, 1], bias: [0.25, -0.5, 1], weights: packed([3, 2, -5, -1, 4, 1]) };
  const [, { values }] = new Network({ ...form(dense), input: [1, 2] }).run(Uint8Array.of(255, 102));
  equal(rounded(values), [2.85, 3.1, 0]);
});

const rounded = (values) => [...values].map((value) => Math.round(1e4 * value) / 1e4);

/**
 * Two maps of 3 x 4: the picture, and twice the picture. Above them two kernels of 2 x 2, whose weights all differ; those
 * of the first are 1 2 3 4 for the first map and 5 6 7 8 for the second, those of the second -1 0 2 -3 and 1 -2 0 3.
 */
const double = { kind: "Conv2D", side: 1, activation: "relu", scales: [1, 1], bias: [0, 0], weights: packed([1, 2]) };
const mixing = { kind: "Conv2D", side: 2, activation: "relu", scales: [1, 1], bias: [-10, 0.5],
  weights: packed([1, -1, 5, 1, 2, 0, 6, -2, 3, 2, 7, 0, 4, -3, 8, 3]) };
const halving = { kind: "MaxPooling2D", side: 2 };
/** Fifths of white, 0 to 5. */
const fifths = Uint8Array.of(1, 0, 3, 5, 2, 4, 0, 1, 0, 5, 1, 2).map((fifth) => 51 * fifth);
const mixed = () => {
  const network = new Network({ input: [3, 4], parameters: 0, layers: [double, mixing, halving] });
  return { network, all: network.run(fifths) };
};

test("a convolution adds up what each map below gives, weight by weight", () => {
  const { all: [, , { height, width, maps, values }] } = mixed();
  equal([height, width, maps], [2, 3, 2]);
  // At row 0, column 2 lie 3 5 0 1: the first kernel makes 3 + 10 + 0 + 4 = 17 fifths of the first map, and twice
  // 15 + 30 + 0 + 8 = 53 of the second: 123 fifths, less 10. The second makes -3 + 0 + 0 - 3 = -6 and twice
  // 3 - 10 + 0 + 3 = -4: -14 fifths and the bias, below zero.
  equal(rounded(values.slice(4, 6)), [14.6, 0]);
  // At row 1, column 0 lie 2 4 0 5: 2 + 8 + 0 + 20 = 30 and twice 10 + 24 + 0 + 40 = 74, 178 fifths; and
  // -2 + 0 + 0 - 15 = -17 and twice 2 - 8 + 0 + 15 = 9, 1 fifth and the bias.
  equal(rounded(values.slice(6, 8)), [25.6, 0.7]);
});

test("what a pixel is made of: pixels, weights and products of each map below, their sum and the bias", () => {
  const { network, all: [, below, above] } = mixed();
  const layer = network.layers[1];
  const first = madeOf(layer, below, above, 0, [0, 2]);
  equal(first.parts.map(({ pixels }) => rounded(pixels)), [[0.6, 1, 0, 0.2], [1.2, 2, 0, 0.4]]);
  equal(first.parts.map(({ weights }) => weights), [[1, 2, 3, 4], [5, 6, 7, 8]]);
  equal(first.parts.map(({ products }) => rounded(products)), [[0.6, 2, 0, 0.8], [6, 12, 0, 3.2]]);
  equal(rounded([...first.parts.map(({ sum }) => sum), first.sum, first.bias, first.value]), [3.4, 21.2, 24.6, -10, 14.6]);
  const second = madeOf(layer, below, above, 1, [1, 0]);
  equal(second.parts.map(({ weights }) => weights), [[-1, 0, 2, -3], [1, -2, 0, 3]]);
  equal(rounded([...second.parts.map(({ sum }) => sum), second.sum, second.bias, second.value]), [-3.4, 3.6, 0.2, 0.5, 0.7]);
});

test("of each window the largest stays, wherever in it that stands, and a pixel is made of that window", () => {
  const picture = Uint8Array.of(10, 20, 80, 50, 1, 3, 30, 40, 60, 70, 4, 2, 6, 5, 11, 12, 9, 9, 8, 7, 13, 14, 9, 9);
  const network = new Network({ ...form(halving), input: [4, 6] });
  const [below, above] = network.run(picture);
  const bytes = (values) => [...values].map((value) => Math.round(255 * value));
  equal([above.height, above.width, bytes(above.values)], [2, 3, [40, 80, 4, 8, 14, 9]]);
  const made = (at) => {
    const { value, parts: [{ pixels }] } = madeOf(network.layers[0], below, above, 0, at);
    return [bytes(pixels), ...bytes([value])];
  };
  equal(made([0, 1]), [[80, 50, 60, 70], 80]);
  equal(made([1, 0]), [[6, 5, 8, 7], 8]);
  equal(made([0, 2]), [[1, 3, 4, 2], 4]);
  // Of two maps the second.
  const { network: deep, all: [, , maps, pooled] } = mixed();
  const { pixels } = madeOf(deep.layers[2], maps, pooled, 1, [0, 0]).parts[0];
  equal(rounded(pixels), rounded([0, 1, 3, 4].map((place) => maps.values[2 * place + 1])));
});
