import { test, equal } from "./check.js";
import { Kernel } from "/kernel.js";
import { nameOf, readState, writeState } from "/state.js";

const named = [
  { id: "identity", divisor: 1, kernel: new Kernel([0, 0, 0, 0, 1, 0, 0, 0, 0]) },
  { id: "box-sum", divisor: 1, kernel: new Kernel(Array(9).fill(1)) },
  { id: "box-blur", divisor: 9, kernel: new Kernel(Array(9).fill(1)) },
];
const base = {
  show: "kernel", kernel: named[2].kernel, divisor: 9, bias: 0, border: "replicate", negative: "clip", low: 40, high: 110,
  at: [10, 20],
};
const read = (query) => readState(query, base, named);
const write = (state) => writeState(state, base, named);

test("a name brings its divisor, and what does not differ is left out", () => {
  equal(write(base), "");
  equal(write(read("kernel=box-sum&border=zero")), "kernel=box-sum&border=zero");
  equal(nameOf(read("kernel=box-sum"), named), "box-sum");
  equal(nameOf(read("kernel=box-blur"), named), "box-blur");
});

test("every state is read again as it was written", () => {
  for (const query of [
    "kernel=identity&at=31,20", "kernel=0,-1,0;-1,5,-1;0,-1,0", "kernel=1,1,1;1,2,1;1,1,1&divisor=10&bias=-12.5",
    "show=canny&low=0&high=300", "show=angle&at=0,0", "border=valid&negative=signed", "kernel=1,1,1;1,1,1;1,1,1&divisor=-3",
  ]) {
    equal(write(read(query)), query);
  }
  equal(read("kernel=0%2C1,0;0,0,0;0,0,0").kernel.text, "0,1,0;0,0,0;0,0,0");
});

test("what makes no sense is passed over", () => {
  for (const query of [
    "kernel=sobel", "kernel=1,2;3,4", "kernel=99999,0,0;0,0,0;0,0,0", "divisor=0", "divisor=x", "bias=1e9", "border=mirror",
    "negative=", "show=__proto__", "at=-1,2", "at=1", "low=-1", "high=601", "=", "&&", "%", "kernel=%E0%A4%A", "kernel",
    "constructor=1",
  ]) {
    equal(write(read(query)), "", query);
  }
});

test("the low threshold is never over the high one", () => {
  const { low, high } = read("low=500&high=100");
  equal([low, high], [100, 100]);
});
