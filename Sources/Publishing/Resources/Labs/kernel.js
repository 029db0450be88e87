// Kernels as they are typed, shown and kept in an address.

import { parseNumber } from "./numbers.js";

/** A square matrix of weights; what their sum is divided by stands beside it. */
export class Kernel {
  /** @param {number[]} weights row after row, with at most three decimals each */
  constructor(weights) {
    this.side = Math.sqrt(weights.length);
    this.weights = weights;
  }

  /** How far the kernel reaches beyond its middle. */
  get reach() { return (this.side - 1) / 2; }

  /** Whole numbers that stand for one: sums of whole numbers are exact, those of tenths are not. */
  get unit() { return this.weights.every(Number.isInteger) ? 1 : 1000; }

  /** The weights in those units. */
  get units() {
    const unit = this.unit;
    return this.weights.map((weight) => Math.round(weight * unit));
  }

  get sum() { return this.weights.reduce((all, weight) => all + weight, 0); }

  get turned() { return new Kernel([...this.weights].reverse()); }

  with(index, weight) { return new Kernel(this.weights.map((old, place) => (place === index ? weight : old))); }

  /** The same weights in the middle of a larger kernel, or its middle alone. */
  resized(side) {
    const shift = (this.side - side) / 2;
    return new Kernel(Array.from({ length: side * side }, (_, index) => {
      const [row, column] = [Math.floor(index / side) + shift, index % side + shift];
      const isInside = row >= 0 && row < this.side && column >= 0 && column < this.side;
      return isInside ? this.weights[row * this.side + column] : 0;
    }));
  }

  equals(other) { return this.text === other.text; }

  /** As `course convolve --kernel` takes it: rows parted by semicolons, weights by commas. */
  get text() {
    return Array.from({ length: this.side }, (_, row) =>
      this.weights.slice(row * this.side, (row + 1) * this.side).join(",")).join(";");
  }

  /** The same from a text; null where it is no kernel of 3 x 3 or 5 x 5. */
  static parse(text) {
    const rows = text.split(";").map((row) => row.split(","));
    if (![3, 5].includes(rows.length) || rows.some((row) => row.length !== rows.length)) return null;
    const weights = rows.flat().map(parseNumber);
    return weights.includes(null) ? null : new Kernel(weights);
  }
}
