// The colours' depth in a picture of signed numbers.

import { mapped, range } from "./arrays.js";

/** What all but the strongest hundredth of the numbers stay below, either sign; the strongest where that is zero. */
export function strongValue(values) {
  const strengths = mapped(Float32Array, values, Math.abs);
  // Without signs, floats have the order of their bits: the upper half tells where to look.
  const bits = new Uint32Array(strengths.buffer);
  const counts = new Uint32Array(1 << 16);
  for (let index = 0; index < bits.length; index++) counts[bits[index] >>> 16]++;
  let place = Math.floor(values.length * 99 / 100);
  let half = 0;
  while (half < counts.length && place >= counts[half]) place -= counts[half++];
  const near = strengths.filter((_, index) => bits[index] >>> 16 === half).sort();
  return near[place] || range(strengths).high;
}
