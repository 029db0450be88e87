// The pooling stepper: a window visits a small map, and leaves one number at each stop.

import { choice, div, element, labelled, line, slider, textOf } from "./elements.js";
import { Matrix, sign } from "./arithmetic.js";
import { Lab } from "./lab.js";
import { oneOf, whole } from "./members.js";
import { pooled, stops, WINDOW } from "./pooling.js";

const KINDS = ["max", "average"];

export class PoolingLab extends Lab {
  constructor(parts) {
    super(parts);
    const { words } = this;
    this.side = parts.picture.width;
    this.readers = { kind: oneOf(KINDS), stride: whole(1, WINDOW), step: whole(1, (this.side - 1) ** 2) };
    this.base = { kind: "max", stride: WINDOW, step: 1 };
    this.base = this.read(parts.state);
    this.state = { ...this.base };
    const say = (key) => words.say(key);
    this.kind = choice(KINDS.map((kind) => [kind, say(`pool.${kind}`)]), (kind) => this.change({ kind }));
    this.stride = choice([1, WINDOW].map((by) => [by, String(by)]), (by) => this.change({ stride: Number(by), step: 1 }));
    this.step = slider({ min: 1 }, (step) => this.change({ step }));
    [this.before, this.after] = [new Matrix(say("pool.map"), "pixels"), new Matrix(say("pool.answer"), "")];
    const move = (by) => this.change({ step: Math.min(Math.max(this.step.valueAsNumber + by, 1), Number(this.step.max)) });
    this.line = div("sums");
    this.element = div("",
      this.tools(labelled(say("pool.kind"), this.kind), labelled(say("pool.stride"), this.stride)),
      div("arithmetic", this.before.element, sign("\u2192"), this.after.element),
      this.line,
      this.tools(this.button("pool.back", () => move(-1)), this.button("pool.next", () => move(1)),
        labelled(say("pool.step"), this.step)),
      ...this.end());
  }

  draw() {
    const { state, words, picture, side } = this;
    if (!picture) return;
    const { kind, stride } = state;
    const number = (value) => words.number(value, 2);
    const windows = stops(side, stride);
    const step = Math.min(state.step, windows.length);
    Object.assign(this.step, { max: windows.length, value: step });
    this.kind.value = kind;
    this.stride.value = String(stride);
    const values = windows.map((places) => pooled(places.map((place) => picture.pixels[place]), kind));
    const here = windows[step - 1];
    this.before.write([...picture.pixels].map(number));
    this.before.cells.forEach((cell, place) => {
      cell.className = here.includes(place) ? "under" : "";
      cell.onclick = () => this.change({ step: 1 + windows.findIndex((places) => places.includes(place)) });
    });
    // What the window has not reached yet is empty.
    this.after.write(values.map((value, stop) => (stop < step ? number(value) : "")));
    this.after.cells.forEach((cell, stop) => { cell.className = stop === step - 1 ? "made" : ""; });
    const numbers = here.map((place) => number(picture.pixels[place]));
    const sum = kind === "max" ? `max(${numbers.join("; ")}) = ` : `(${numbers.join(" + ")}) \u00F7 ${here.length} = `;
    this.line.replaceChildren(
      line("", words.say("pool.stop", { n: step, count: windows.length }), " ", sum,
        element("b", { className: "result" }, number(values[step - 1]))));
    this.announce(textOf(this.line));
  }
}
