// What the kernel lab shows, as it stands in a page's address: `#fig-kernel-lab?kernel=sobel-x&at=31,20`.

import { Kernel } from "./kernel.js";
import { BORDERS } from "./correlate.js";
import { limited, oneOf, pair, readMembers, writeMembers } from "./members.js";
import { LARGEST } from "./numbers.js";
import { NEGATIVES } from "./shown.js";

export const SHOWS = ["kernel", "magnitude", "angle", "canny"];
/** The largest threshold of Canny's: a step from black to white has a magnitude of about a thousand. */
export const LARGEST_THRESHOLD = 600;

const readers = {
  show: oneOf(SHOWS),
  bias: limited(-LARGEST, LARGEST),
  border: oneOf(BORDERS),
  negative: oneOf(NEGATIVES),
  low: limited(0, LARGEST_THRESHOLD),
  high: limited(0, LARGEST_THRESHOLD),
  at: pair(0, LARGEST),
};

/** The kernel of a name, with the divisor that belongs to it, or of a matrix. */
function kernelOf(text, named) {
  const known = named.find(({ id }) => id === text);
  if (known) return { kernel: known.kernel, divisor: known.divisor };
  const kernel = Kernel.parse(text);
  return kernel?.weights.every((weight) => Math.abs(weight) <= LARGEST) ? { kernel, divisor: 1 } : {};
}

/** The name of a kernel with its divisor; undefined for one that has none. */
export const nameOf = ({ kernel, divisor }, named) =>
  named.find((other) => other.kernel.equals(kernel) && other.divisor === divisor)?.id;

export function readState(query, base, named) {
  const state = readMembers(query, base, readers);
  const { kernel, divisor } = readMembers(query, {}, {
    kernel: (text) => text, divisor: (text) => limited(-LARGEST, LARGEST)(text) || undefined,
  });
  if (kernel !== undefined) Object.assign(state, kernelOf(kernel, named));
  if (divisor) state.divisor = divisor;
  if (state.low > state.high) state.low = state.high;
  return state;
}

/** The kernel is written where its divisor differs, too: a name brings its own. */
export function writeState(state, base, named) {
  const rest = writeMembers(state, base, readers);
  if (state.kernel.equals(base.kernel) && state.divisor === base.divisor) return rest;
  const name = nameOf(state, named);
  const kernel = `kernel=${name ?? state.kernel.text}${name || state.divisor === 1 ? "" : `&divisor=${state.divisor}`}`;
  return kernel + (rest && "&" + rest);
}
