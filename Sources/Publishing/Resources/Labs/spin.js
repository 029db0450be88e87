// A field for a number: typed, moved by the arrow keys, or dragged up and down.

import { element } from "./elements.js";
import { parseNumber } from "./kernel.js";

/** So many pixels of dragging make one step. */
const PIXELS_A_STEP = 8;
/** Less is a click. */
const LEAST_DRAG = 5;
const STEPS = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

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
    const isSame = value === this.value && this.field.ariaInvalid !== "true" && this.field.value !== "";
    this.value = value;
    this.field.ariaValueNow = String(value);
    this.field.ariaInvalid = "false";
    // Who types "2." is not done yet.
    if (!isSame || document.activeElement !== this.field) this.field.value = this.words.typed(value);
  }

  /** Takes a number if it is one that fits. */
  take(value) {
    const isFine = value !== null && value >= this.least && value <= this.most && this.isRight(value);
    this.field.ariaInvalid = String(!isFine);
    this.tell(isFine ? "" : this.words.say(this.wrong, {
      low: this.words.number(this.least), high: this.words.number(this.most),
    }));
    if (!isFine || value === this.value) return;
    this.value = value;
    this.field.ariaValueNow = String(value);
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
    const steps = STEPS[event.key];
    if (!steps || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.move(steps);
  }

  grasp(down) {
    if (down.button) return;
    const from = this.value;
    let isDragged = false;
    const drag = (event) => {
      const way = down.clientY - event.clientY;
      if (!isDragged && Math.abs(way) < LEAST_DRAG) return;
      isDragged = true;
      this.field.setPointerCapture(down.pointerId);
      this.move(Math.round(way / PIXELS_A_STEP), from);
    };
    const end = () => {
      this.field.removeEventListener("pointermove", drag);
      for (const name of ["pointerup", "pointercancel"]) this.field.removeEventListener(name, end);
    };
    this.field.addEventListener("pointermove", drag);
    for (const name of ["pointerup", "pointercancel"]) this.field.addEventListener(name, end);
  }
}
