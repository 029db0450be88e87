// What a lab shows, as it stands in a page's address: `#fig-kernel-lab?kernel=sobel-x&at=31,20`.

import { Kernel, LARGEST, parseNumber } from "./kernel.js";
import { BORDERS } from "./correlate.js";
import { NEGATIVES } from "./shown.js";

export const SHOWS = ["kernel", "magnitude", "angle", "canny"];
/** The largest threshold of Canny's: a step from black to white has a magnitude of about a thousand. */
export const LARGEST_THRESHOLD = 600;

const limited = (least, most) => (text) => {
  const value = parseNumber(text);
  return value !== null && value >= least && value <= most ? value : undefined;
};
const oneOf = (names) => (text) => (names.includes(text) ? text : undefined);

/** How each member is read; what makes no sense is passed over, since anybody can write an address. */
const readers = {
  show: oneOf(SHOWS),
  border: oneOf(BORDERS),
  negative: oneOf(NEGATIVES),
  divisor: (text) => limited(-LARGEST, LARGEST)(text) || undefined,
  bias: limited(-LARGEST, LARGEST),
  low: limited(0, LARGEST_THRESHOLD),
  high: limited(0, LARGEST_THRESHOLD),
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

/** A state from a query; what it leaves out is as in `base`. */
export function readState(query, base, named) {
  const state = { ...base };
  const parts = new Map();
  for (const part of query.split("&")) {
    const sign = part.indexOf("=");
    try {
      parts.set(part.slice(0, sign), decodeURIComponent(part.slice(sign + 1)));
    } catch { /* Half an escape is no value. */ }
  }
  if (parts.has("kernel")) Object.assign(state, kernelOf(parts.get("kernel"), named));
  for (const [name, read] of Object.entries(readers)) {
    const value = parts.has(name) ? read(parts.get(name)) : undefined;
    if (value !== undefined) state[name] = value;
  }
  const place = /^(\d{1,4}),(\d{1,4})$/.exec(parts.get("at") ?? "");
  if (place) Object.assign(state, { row: Number(place[1]), column: Number(place[2]) });
  if (state.low > state.high) state.low = state.high;
  return state;
}

/** The query of a state: what differs from `base`, and the kernel where its divisor does. */
export function writeState(state, base, named) {
  const parts = [];
  const differs = (name) => state[name] !== base[name];
  const name = nameOf(state, named);
  if (differs("show")) parts.push(["show", state.show]);
  if (!state.kernel.equals(base.kernel) || differs("divisor")) {
    parts.push(["kernel", name ?? state.kernel.text]);
    if (!name && state.divisor !== 1) parts.push(["divisor", state.divisor]);
  }
  for (const key of ["bias", "border", "negative", "low", "high"]) {
    if (differs(key)) parts.push([key, state[key]]);
  }
  if (differs("row") || differs("column")) parts.push(["at", `${state.row},${state.column}`]);
  return parts.map(([key, value]) => `${key}=${value}`).join("&");
}
