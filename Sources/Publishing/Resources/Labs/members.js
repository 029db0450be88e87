// The members of a state, as texts in an address.

import { parseNumber } from "./numbers.js";

/** Nobody has a longer query from playing; it would only keep the page busy. */
const LONGEST = 10_000;

// Readers: of a text they make a value, or undefined where that makes no sense, since anybody can write an address.

export const limited = (least, most) => (text) => {
  const value = parseNumber(text);
  return value !== null && value >= least && value <= most ? value : undefined;
};
export const whole = (least, most) => (text) => {
  const value = limited(least, most)(text);
  return Number.isInteger(value) ? value : undefined;
};
/** Two whole numbers, such as a row and a column. */
export const pair = (least, most) => (text) => {
  const both = text.split(",").map(whole(least, most));
  return both.length === 2 && !both.includes(undefined) ? both : undefined;
};
export const oneOf = (names) => (text) => (names.includes(text) ? text : undefined);

/** A query's texts by their names; none of one that is too long. */
function parts(query) {
  const all = new Map();
  if (query.length > LONGEST) return all;
  for (const part of query.split("&")) {
    const sign = part.indexOf("=");
    try {
      all.set(part.slice(0, sign), decodeURIComponent(part.slice(sign + 1)));
    } catch { /* Half an escape is no value. */ }
  }
  return all;
}

/** A state from a query; what that leaves out, or what makes no sense, is as in `base`. */
export function readMembers(query, base, readers) {
  const state = { ...base };
  for (const [name, text] of parts(query)) {
    const value = Object.hasOwn(readers, name) ? readers[name](text) : undefined;
    if (value !== undefined) state[name] = value;
  }
  return state;
}

/** The query of a state: what differs from `base`. */
export function writeMembers(state, base, readers) {
  return Object.keys(readers).filter((name) => String(state[name]) !== String(base[name]))
    .map((name) => `${name}=${state[name]}`).join("&");
}
