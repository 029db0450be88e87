import { test, equal } from "./check.js";
import { strongValue } from "/strong.js";
import { bytes } from "/shown.js";
import { sentences, Words } from "/elements.js";

test("numbers become levels as the program has them", () => {
  const values = Float32Array.of(-300, -1, 0, 0.5, 127.5, 254.6, 300);
  equal(bytes(values, "clip"), [0, 0, 0, 1, 128, 255, 255]);
  equal(bytes(values, "absolute"), [255, 1, 0, 1, 128, 255, 255]);
  equal(bytes(Float32Array.of(-100, 0, 155), "rescale"), [0, 100, 255]);
  equal(bytes(Float32Array.of(7, 7), "rescale"), [0, 0]);
});

test("the strongest hundredth of the numbers has the deepest colour; where nearly all are zero, the strongest", () => {
  equal(strongValue(Float32Array.from({ length: 200 }, (_, index) => (index % 2 ? index : -index))), 198);
  equal(strongValue(Float32Array.from({ length: 200 }, (_, index) => (index === 7 ? -5 : 0))), 5);
  equal(strongValue(new Float32Array(9)), 0);
  const many = Float32Array.from({ length: 1000 }, (_, index) => ((index * 7919) % 1009 - 500) / 3);
  equal(strongValue(many), [...many].map(Math.abs).sort((a, b) => a - b)[990]);
});

test("numbers are written as the language does", () => {
  const english = new Words({ words: {}, numbers: { mark: ".", group: ",", least: 1 } });
  const spanish = new Words({ words: {}, numbers: { mark: ",", group: "\u202F", least: 2 } });
  const all = [0, -0, -0.0001, 100, 1234, -12345.5, 129.6666, 1e6];
  equal(all.map((value) => english.number(value)), ["0", "0", "0", "100", "1,234", "\u221212,345.5", "129.667", "1,000,000"]);
  equal(all.map((value) => spanish.number(value)),
    ["0", "0", "0", "100", "1234", "\u221212\u202F345,5", "129,667", "1\u202F000\u202F000"]);
  equal(english.number(1000.4, 0), "1,000");
  equal([english.typed(-1.5), spanish.typed(-1.5)], ["\u22121.5", "\u22121,5"]);
});

test("slots are filled once, whatever stands in what fills them", () => {
  const words = new Words({ words: { a: "{x} and {y}" }, numbers: {} });
  equal(words.say("a", { x: "{y}", y: "$&" }), "{y} and $&");
});

test("texts become sentences with one mark at the end of each", () => {
  equal(sentences(["One", "Two.", "", "Three:", "Four"]), "One. Two. Three: Four.");
  equal(sentences(["", ""]), "");
});
