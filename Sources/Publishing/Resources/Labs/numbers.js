// Numbers as people type them.

/** The largest weight, divisor and bias that the lab takes, either sign. */
export const LARGEST = 9999;

/** A number as people type it, with a point or a comma and at most three decimals; null for anything else. */
export function parseNumber(text) {
  const plain = text.trim().replace("\u2212", "-").replace(",", ".");
  if (!/^[+-]?(\d{1,4}(\.\d{0,3})?|\.\d{1,3})$/.test(plain)) return null;
  // A negative zero would be shown with its sign.
  return Number(plain) + 0;
}
