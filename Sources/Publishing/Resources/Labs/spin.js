// A field for a number: typed, moved by the arrow keys, or dragged up and down.

import { element } from "./elements.js";
import { parseNumber } from "./numbers.js";

/** So many pixels of dragging make one step. */
const PIXELS_A_STEP = 8;
/** Less is a click. */
const LEAST_DRAG = 5;
const KEYS = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/**
 * `options`: `label`, `words`, `least` and `most`, `isRight` (what else a number must be), `wrong` (the text that says
 * so), and `tell`, which hears it, or "" again.
 */
export class Spin {
  constructor(options, onchange) {
    Object.assign(this, { isRight: () => true, wrong: "badNumber" }, options);
    this.onchange = onchange;
    this.field = element("input", {
      type: "text", role: "spinbutton", autocomplete: "off", spellcheck: false, className: "spin",
      "aria-label": this.label,
      oninput: () => this.read(),
      onblur: () => { if (this.field.ariaInvalid === "true") this.show(this.value); },
      onkeydown: (event) => this.press(event),
      onpointerdown: (event) => this.grasp(event),
      onfocus: () => this.field.select(),
      ondragstart: (event) => event.preventDefault(),
    });
  }

  show(value) {
    const wasWrong = this.field.ariaInvalid === "true";
    const isSame = value === this.value && !wasWrong && this.field.value !== "";
    this.note(value);
    this.field.ariaInvalid = "false";
    // What was wrong stands there no longer.
    if (wasWrong) this.tell("");
    // Who types "2." is not done yet.
    if (!isSame || document.activeElement !== this.field) this.field.value = this.words.typed(value);
  }

  /** What the field stands for, and between what. */
  note(value) {
    this.value = value;
    Object.assign(this.field, { ariaValueNow: value, ariaValueMin: this.least, ariaValueMax: this.most });
  }

  /** Takes a number if it is one that fits. */
  take(value) {
    const isFine = value !== null && value >= this.least && value <= this.most && this.isRight(value);
    this.field.ariaInvalid = String(!isFine);
    this.tell(isFine ? "" : this.words.say(this.wrong, {
      low: this.words.number(this.least), high: this.words.number(this.most),
    }));
    if (!isFine || value === this.value) return;
    this.note(value);
    this.onchange(value);
  }

  read() { this.take(parseNumber(this.field.value)); }

  /** Moves by whole steps, past a number that is not allowed. */
  move(steps, from = this.value) {
    let value = Math.min(Math.max(Math.round((from + steps) * 1000) / 1000, this.least), this.most);
    if (!this.isRight(value)) value += Math.sign(steps);
    this.take(value);
    this.field.value = this.words.typed(this.value);
  }

  press(event) {
    const steps = KEYS[event.key];
    if (!steps || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.move(steps);
  }

  grasp(down) {
    if (down.button) return;
    const from = this.value;
    let isDragged = false;
    const drag = (event) => {
      if (event.pointerId !== down.pointerId) return;
      const way = down.clientY - event.clientY;
      if (!isDragged && Math.abs(way) < LEAST_DRAG) return;
      isDragged = true;
      this.field.setPointerCapture(down.pointerId);
      this.move(Math.round(way / PIXELS_A_STEP), from);
    };
    const end = (event) => {
      if (event.pointerId !== down.pointerId) return;
      this.field.removeEventListener("pointermove", drag);
      for (const name of ["pointerup", "pointercancel"]) this.field.removeEventListener(name, end);
    };
    this.field.addEventListener("pointermove", drag);
    for (const name of ["pointerup", "pointercancel"]) this.field.addEventListener(name, end);
  }
}
