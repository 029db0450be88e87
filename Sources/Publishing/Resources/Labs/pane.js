// A picture on the page, on which a pixel is chosen by pointing or by the arrow keys.

import { div, element, line } from "./elements.js";

export const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
/** With the shift key arrows go so far. */
const FAR = 10;
/** A frame is at least so large, in percent of the picture's width: else nobody finds it. */
const LEAST_FRAME = 2.5;

export class Pane {
  /**
   * @param onpick hears the row and the column of the pixel that was chosen
   * @param help names the element that says how; only a pane that has it takes the keyboard's focus
   * @param step so many pixels are one step of an arrow key: those of a picture in a sheet of pictures
   */
  constructor(words, name, className, onpick, help = null, step = 1) {
    Object.assign(this, { words, onpick, step, isKeyed: help !== null });
    this.place = { row: 0, column: 0 };
    this.canvas = element("canvas", {});
    this.frame = element("span", { className: "frame" });
    this.stage = div("stage", this.canvas, this.frame);
    this.caption = line("label", name);
    this.element = div(`pane ${className}`, this.caption, this.stage);
    if (help) {
      // Of the roles that keyboards move something in, a slider alone says where that is; this one has two directions.
      Object.assign(this.stage, { tabIndex: 0, role: "slider", ariaLabel: name, ariaRoleDescription: words.say("slider") });
      this.stage.setAttribute("aria-describedby", help);
      this.stage.addEventListener("keydown", (event) => this.press(event));
    } else {
      Object.assign(this.canvas, { role: "img", ariaLabel: name });
    }
    this.point();
    new ResizeObserver(() => this.sharpen()).observe(this.stage);
  }

  /** Shows a picture that may be smaller than the one it was made of, by `inset` on every side. */
  draw(image, inset = 0) {
    this.width = image.width + 2 * inset;
    this.height = image.height + 2 * inset;
    Object.assign(this.canvas, { width: this.width, height: this.height });
    this.canvas.getContext("2d").putImageData(image, inset, inset);
    this.sharpen();
  }

  /** Pixels are shown as they are wherever the screen has as many. */
  sharpen() {
    this.canvas.classList.toggle("crisp", this.canvas.clientWidth * devicePixelRatio >= this.width);
  }

  /** Says what is chosen, for readers who listen; nothing is where that is undefined. */
  describe(text = this.words.say("nothing"), number = 0) {
    Object.assign(this.stage, { ariaValueMin: 0, ariaValueMax: this.width * this.height - 1, ariaValueNow: number, ariaValueText: text });
  }

  /** Frames the pixels under a kernel of this side, or so many columns and rows. */
  mark(row, column, columns, rows = columns) {
    this.place = { row, column };
    this.frame.hidden = false;
    if (this.isKeyed) this.describe(this.words.say("place", { row, column }), row * this.width + column);
    const width = Math.max(columns / this.width * 100, LEAST_FRAME);
    const height = width * this.width / this.height * rows / columns;
    Object.assign(this.frame.style, {
      left: `${(column + 0.5) / this.width * 100 - width / 2}%`, top: `${(row + 0.5) / this.height * 100 - height / 2}%`,
      width: `${width}%`, height: `${height}%`,
    });
  }

  /** Frames nothing; the keyboard begins in the middle, or at another place. */
  unmark(row = this.height >> 1, column = this.width >> 1) {
    this.place = { row, column };
    this.frame.hidden = true;
    this.describe();
  }

  pick(row, column) {
    const limit = (value, count) => Math.min(Math.max(value, 0), count - 1);
    this.onpick(limit(row, this.height), limit(column, this.width));
  }

  press(event) {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const far = this.step * (event.shiftKey ? FAR : 1);
    this.pick(this.place.row + step[0] * far, this.place.column + step[1] * far);
  }

  /** A mouse or a pen drags; a finger taps, since by dragging it moves the page. */
  point() {
    const pick = (event) => {
      const { left, top, width, height } = this.canvas.getBoundingClientRect();
      this.pick(Math.floor((event.clientY - top) / height * this.height),
        Math.floor((event.clientX - left) / width * this.width));
    };
    this.stage.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" || event.button) return;
      this.stage.setPointerCapture(event.pointerId);
      pick(event);
    });
    this.stage.addEventListener("pointermove", (event) => {
      if (this.stage.hasPointerCapture(event.pointerId)) pick(event);
    });
    this.stage.addEventListener("click", pick);
  }
}
