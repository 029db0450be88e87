// What the lab says of the pixel under inspection: matrices, and sentences below them.

import { div, element, line, textOf } from "./elements.js";
import { explain, answer } from "./correlate.js";
import { scale } from "./shown.js";
import { Matrix, PixelMatrix, sign } from "./arithmetic.js";
import { KernelEditor } from "./editor.js";
import { SOBEL_X, SOBEL_Y, angle } from "./edges.js";
import { Kernel } from "./kernel.js";

/** The wheel's side in pixels. */
const WHEEL = 144;
const IDENTITY = new Kernel([0, 0, 0, 0, 1, 0, 0, 0, 0]);

export class Readout {
  /** @param onedit hears the index of a weight and what it is now */
  constructor(words, angles, tell, onedit) {
    this.words = words;
    this.needle = element("span", { className: "needle" });
    this.pixels = new PixelMatrix(words.say("pixels"), "pixels");
    this.editor = new KernelEditor(words.say("weights"), words, tell, onedit);
    this.products = new Matrix(words.say("products"), "");
    this.across = new Matrix(words.say("sobelX"), "weights");
    this.down = new Matrix(words.say("sobelY"), "weights");
    this.across.write(SOBEL_X.weights.map((weight) => words.number(weight)));
    this.down.write(SOBEL_Y.weights.map((weight) => words.number(weight)));
    this.strengths = new Matrix(words.say("strengths"), "pixels");
    const slopes = [this.pixels.element, sign("\u00D7"), this.across.element, sign(","), this.down.element];
    this.groups = {
      kernel: [this.pixels.element, sign("\u00D7"), this.editor.element, sign("="), this.products.element,
        line("help", words.say("helpWeights"))],
      magnitude: slopes,
      angle: [...slopes, this.wheel(angles)],
      canny: [this.strengths.element],
    };
    this.row = div("arithmetic");
    this.lines = div("sums");
    this.element = div("readout", this.row, this.lines);
  }

  /** Which colour is which direction, and where the pixel's arrow points. */
  wheel(angles) {
    const disk = element("canvas", { width: WHEEL, height: WHEEL, role: "img", ariaLabel: this.words.say("wheel") });
    disk.getContext("2d").putImageData(angles.wheel(WHEEL), 0, 0);
    const labels = [["right", 0], ["below", 90], ["left", 180], ["above", -90]].map(([className, degrees]) =>
      element("span", { className }, `${this.words.number(degrees)}\u00B0`));
    return div("wheel", disk, this.needle, ...labels);
  }

  /** Puts the matrices in place; those that stay keep the keyboard's focus. */
  arrange(name) {
    if (this.arranged === name) return;
    this.arranged = name;
    this.row.replaceChildren(...this.groups[name]);
  }

  say(...lines) {
    this.lines.replaceChildren(...lines.map((parts) => line("", ...[parts].flat())));
  }

  result(text) { return element("b", { className: "result" }, text); }

  /** The kernel on the pixel. */
  kernel(picture, state, values) {
    const { words } = this;
    const { kernel, divisor, bias, border, at } = state;
    const number = (value) => (value === null ? "" : words.number(value));
    const { pixels, products, sum } = explain(picture, kernel, border, ...at);
    this.arrange("kernel");
    this.pixels.show(pixels, words);
    this.products.write(products.map(number));
    if (sum === null) return this.say(words.say("noAnswer"));
    const value = answer(sum, divisor, bias);
    const isChanged = divisor !== 1 || bias !== 0;
    const steps = [divisor === 1 ? "" : ` \u00F7 ${number(divisor)}`,
      bias === 0 ? "" : ` ${bias < 0 ? "\u2212" : "+"} ${number(Math.abs(bias))}`].join("");
    const line = [words.say("sum"), " ", isChanged ? `${number(sum)}${steps} = ` : "", this.result(words.number(value))];
    if (state.negative === "signed") return this.say(line);
    return this.say(line, words.say("onScreen", { level: scale(values, state.negative)(value) }));
  }

  /** Both of Sobel's answers, and the arrow that they make. */
  slopes(picture, state, slopes) {
    const { words } = this;
    const index = state.at[0] * picture.width + state.at[1];
    this.arrange(state.show);
    const degrees = angle(slopes, index) * 180 / Math.PI;
    this.needle.style.transform = `rotate(${degrees}deg)`;
    this.needle.hidden = !slopes.magnitude[index];
    this.pixels.show(explain(picture, IDENTITY, "replicate", ...state.at).pixels, words);
    const [x, y] = [words.number(slopes.x[index]), words.number(slopes.y[index])];
    const strength = words.number(slopes.magnitude[index], 1);
    const name = (symbol, part = "") => [element("i", {}, symbol), part ? element("sub", {}, part) : ""];
    this.say(
      [...name("G", "x"), ` = ${x}, `, ...name("G", "y"), ` = ${y}`],
      [words.say("strength"), ": \u221A(", ...name("G", "x"), "\u00B2 + ", ...name("G", "y"), "\u00B2) = ",
        this.result(strength)],
      [words.say("direction"), ": atan2(", ...name("G", "y"), ", ", ...name("G", "x"), ") = ",
        this.result(`${words.number(degrees, 1)}\u00B0`)]);
  }

  /** What becomes of the pixel in Canny's last three steps. */
  canny(picture, state, crests, { classes, edges }) {
    const { words } = this;
    const { at: [row, column], low, high } = state;
    const index = row * picture.width + column;
    const { width, height, magnitude } = crests;
    this.arrange("canny");
    this.strengths.write(IDENTITY.weights.map((_, place) => {
      const [r, c] = [row - 1 + Math.floor(place / 3), column - 1 + place % 3];
      const isInside = r >= 0 && c >= 0 && r < height && c < width;
      return isInside ? words.number(magnitude[r * width + c], 0) : "";
    }));
    const fate = !magnitude[index] ? "cannyFlat" : magnitude[index] < low ? "cannyBelow"
      : !crests.thinned[index] ? "cannyThinned"
      : classes[index] === 255 ? "cannyStrong" : edges[index] ? "cannyJoined" : "cannyAlone";
    const limits = { low: words.number(low), high: words.number(high) };
    this.say([words.say("strength"), ": ", this.result(words.number(magnitude[index], 1))], words.say(fate, limits));
  }

  /** All of it as a text, for readers who listen. */
  get text() { return textOf(this.lines); }
}
