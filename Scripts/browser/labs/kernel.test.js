import { test, equal } from "./check.js";
import { Kernel } from "/kernel.js";
import { parseNumber } from "/numbers.js";

test("numbers are read with a point or a comma, with either minus, and with at most three decimals", () => {
  for (const [text, number] of [
    ["3", 3], [" -1 ", -1], ["\u22122", -2], ["0,5", 0.5], [".25", 0.25], ["+7", 7], ["2.", 2], ["-0", 0], ["9999", 9999],
  ]) equal(parseNumber(text), number, text);
  for (const text of ["", "-", "x", "1e3", "1/9", "0.1234", "12345", "1,2,3", "Infinity", "0x1", "--1", "1 2"]) {
    equal(parseNumber(text), null, text);
  }
});

test("a kernel is read and written as course convolve takes it", () => {
  equal(Kernel.parse("0,-1,0;-1,5,-1;0,-1,0").weights, [0, -1, 0, -1, 5, -1, 0, -1, 0]);
  equal(new Kernel([0, 0.5, 0, 0, 1, 0, 0, 0, 0]).text, "0,0.5,0;0,1,0;0,0,0");
  for (const text of ["", "1", "1,2;3,4", "1,2,3;4,5,6", "1,2,3;4,5,6;7,8", "a,b,c;d,e,f;g,h,i", "1,2,3;4,5,6;7,8,9;"]) {
    equal(Kernel.parse(text), null, text);
  }
});

test("half a turn puts the last weight first", () => {
  equal(new Kernel([1, 2, 3, 4, 5, 6, 7, 8, 9]).turned.weights, [9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test("a larger kernel has the same weights in its middle, and a smaller one is its middle", () => {
  const small = new Kernel([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const large = small.resized(5);
  equal(large.text, "0,0,0,0,0;0,1,2,3,0;0,4,5,6,0;0,7,8,9,0;0,0,0,0,0");
  equal(large.resized(3).text, small.text);
});

test("weights with decimals are counted in thousandths, so that sums stay exact", () => {
  const tenth = new Kernel([0.1, 0.2, 0, 0, 0, 0, 0, 0, 0]);
  equal([tenth.unit, tenth.units[0] + tenth.units[1]], [1000, 300]);
});
