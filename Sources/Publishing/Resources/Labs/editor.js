// A kernel that is edited.

import { Matrix } from "./arithmetic.js";
import { LARGEST } from "./numbers.js";
import { Spin } from "./spin.js";

/** The weights, each a field. */
export class KernelEditor extends Matrix {
  /** @param onedit hears the index of a weight and what it is now */
  constructor(name, words, tell, onedit) {
    super(name, "weights");
    Object.assign(this, { words, tell, onedit, spins: [] });
  }

  show(kernel) {
    const { words, tell } = this;
    if (kernel.side !== this.side) this.spins = [];
    this.resize(kernel.side, (index) => {
      const [row, column] = [Math.floor(index / kernel.side), index % kernel.side];
      const label = words.say("weight", { row, column });
      const options = { label, words, tell, least: -LARGEST, most: LARGEST };
      this.spins[index] = new Spin(options, (weight) => this.onedit(index, weight));
      return this.spins[index].field;
    });
    kernel.weights.forEach((weight, index) => this.spins[index].show(weight));
  }
}
