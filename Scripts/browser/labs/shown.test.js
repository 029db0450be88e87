import { test, equal } from "./check.js";
import { bytes } from "/shown.js";
import { Words } from "/elements.js";

test("numbers become levels as the program has them", () => {
  const values = Float32Array.of(-300, -1, 0, 0.5, 127.5, 254.6, 300);
  equal(bytes(values, "clip"), [0, 0, 0, 1, 128, 255, 255]);
  equal(bytes(values, "absolute"), [255, 1, 0, 1, 128, 255, 255]);
  equal(bytes(Float32Array.of(-100, 0, 155), "rescale"), [0, 100, 255]);
  equal(bytes(Float32Array.of(-100, 0, 50), "signed"), [1, 128, 192]);
  for (const way of ["rescale", "signed"]) equal(bytes(Float32Array.of(7, 7), way)[0], way === "signed" ? 255 : 0);
  equal(bytes(Float32Array.of(0, 0), "signed"), [128, 128]);
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
