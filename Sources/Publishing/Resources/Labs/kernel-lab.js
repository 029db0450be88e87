// The kernel lab: a picture, a kernel, and what becomes of the picture.

import { Angles } from "./angles.js";
import { range } from "./arrays.js";
import { choice, div, element, labelled, slider } from "./elements.js";
import { answers, correlate, BORDERS } from "./correlate.js";
import { angle, canny, crests, gradient } from "./edges.js";
import { Kernel } from "./kernel.js";
import { Lab } from "./lab.js";
import { LARGEST } from "./numbers.js";
import { Pane } from "./pane.js";
import { Readout } from "./readout.js";
import { NEGATIVES } from "./shown.js";
import { Sources } from "./sources.js";
import { LARGEST_THRESHOLD, nameOf, readState, SHOWS, writeState } from "./state.js";
import { strongValue } from "./strong.js";

/** A picture and a kernel are chosen above, a pixel in either picture. */
export class KernelLab extends Lab {
  /** @param picture width and height of the course's picture */
  constructor(parts) {
    super(parts);
    const { picture, material, state } = parts;
    this.named = material.kernels.map(({ id, weights, divisor }) => ({ id, divisor, kernel: new Kernel(weights) }));
    this.base = readState(state, {
      show: "kernel", ...this.named[0], bias: 0, border: "replicate", negative: "clip", low: 40, high: 110,
      at: [picture.height, picture.width].map((side) => Math.floor(side / 2)),
    }, this.named);
    this.state = { ...this.base };
    // All labs of a page share them.
    this.angles = this.colours.angles ??= new Angles(this.colours.angle);
    this.build();
    const blank = new ImageData(picture.width, picture.height);
    for (const pane of [this.before, this.after]) pane.draw(blank);
    this.watchScheme();
  }

  // MARK: Elements

  build() {
    const { words } = this;
    const say = (key) => words.say(key);
    const [about, wrong, help] = [this.message(), this.message(), this.help("help")];
    this.isElsewhere = this.help("notInAddress");
    const tell = (text) => { wrong.textContent = text; };
    const pick = (...at) => this.change({ at });
    this.sources = new Sources(words, (picture) => this.receive(picture),
      (text) => { about.textContent = text; });
    this.before = new Pane(words, say("source"), "before", pick, help.id);
    this.after = new Pane(words, say("result"), "after", pick);
    this.readout = new Readout(words, this.angles, tell, (index, weight) =>
      this.change({ kernel: this.state.kernel.with(index, weight) }));
    const spin = (member, least, rest, take = (value) => this.change({ [member]: value })) =>
      this.spin(member, { tell, least, most: LARGEST, ...rest }, take);
    this.divisor = spin("divisor", -LARGEST, { isRight: (value) => value !== 0, wrong: "badDivisor" });
    this.bias = spin("bias", -LARGEST, {});
    const place = { isRight: Number.isInteger, wrong: "badWhole" };
    this.row = spin("row", 0, place, (row) => pick(row, this.state.at[1]));
    this.column = spin("column", 0, place, (column) => pick(this.state.at[0], column));
    this.show = choice(SHOWS.map((show) => [show, say(`views.${show}`)]), (show) => this.change({ show }));
    this.name = choice([...this.named.map(({ id }) => [id, id]), ["", say("ownKernel")]], (id) => this.choose(id));
    this.side = choice([[3, "3 \u00D7 3"], [5, "5 \u00D7 5"]], (side) =>
      this.change({ kernel: this.state.kernel.resized(Number(side)) }));
    this.border = choice(BORDERS.map((name) => [name, say(`borders.${name}`)]), (border) => this.change({ border }));
    this.negative = choice(NEGATIVES.map((name) => [name, say(`ways.${name}`)]), (negative) => this.change({ negative }));
    const limit = (move) => slider({ max: LARGEST_THRESHOLD, step: 5 }, move);
    // One threshold takes the other along.
    this.low = limit((low) => this.change({ low, high: Math.max(low, this.state.high) }));
    this.high = limit((high) => this.change({ high, low: Math.min(high, this.state.low) }));
    [this.lowValue, this.highValue] = [element("output"), element("output")];
    this.kernelTools = this.tools(
      labelled(say("size"), this.side), this.divisor.labelled, this.bias.labelled,
      labelled(say("border"), this.border), labelled(say("negatives"), this.negative),
      this.button("turn", () => this.change({ kernel: this.state.kernel.turned })));
    this.nameField = labelled(say("kernel"), this.name);
    this.cannyTools = this.tools(
      labelled(say("low"), this.low), this.lowValue, labelled(say("high"), this.high), this.highValue);
    this.element = div("",
      this.tools(this.sources.element, labelled(say("show"), this.show), this.nameField),
      about, this.isElsewhere,
      div("panes", this.before.element, this.after.element),
      help, this.cannyTools, this.readout.element, wrong, this.kernelTools,
      ...this.end(this.row.labelled, this.column.labelled));
  }

  // MARK: What is shown

  /** Another picture, or null for the course's. */
  receive(picture) {
    const isLike = picture && this.picture.width === picture.width && this.picture.height === picture.height;
    this.picture = picture ?? this.own;
    if (!isLike) this.keepInside();
    this.draw();
  }

  keepInside() {
    const { at: [row, column] } = this.state;
    this.state.at = [Math.min(row, this.picture.height - 1), Math.min(column, this.picture.width - 1)];
  }

  read(query) { return readState(query, this.base, this.named); }

  write() { return writeState(this.state, this.base, this.named); }

  /** The reader's own picture stays, whatever an address says of kernels. */
  open(query) {
    this.state = this.read(query);
    this.keepInside();
    this.draw();
  }

  reset() {
    this.state = this.read("");
    this.sources.useCourse();
    this.remember();
  }

  choose(id) {
    const known = this.named.find((kernel) => kernel.id === id);
    if (!known) return this.fill();
    const { kernel, divisor } = known;
    // As in the lesson's gallery: what answers to change alone has two signs.
    this.change({ kernel, divisor, negative: kernel.sum === 0 ? "signed" : "clip" });
  }

  /** A pixel is explained without drawing anything again. */
  change(part) {
    if (!part.at) {
      super.change(part);
      return this.fill();
    }
    this.state.at = part.at;
    this.keepInside();
    this.remember();
    this.inspect();
  }

  /** Writes the state into the controls. */
  fill() {
    const { state } = this;
    this.show.value = state.show;
    this.name.value = nameOf(state, this.named) ?? "";
    this.side.value = String(state.kernel.side);
    this.border.value = state.border;
    this.negative.value = state.negative;
    this.divisor.show(state.divisor);
    this.bias.show(state.bias);
    this.low.value = state.low;
    this.high.value = state.high;
    this.lowValue.textContent = this.words.number(state.low);
    this.highValue.textContent = this.words.number(state.high);
    this.readout.editor.show(state.kernel);
    this.kernelTools.hidden = this.nameField.hidden = state.show !== "kernel";
    this.cannyTools.hidden = state.show !== "canny";
  }

  draw() {
    const { picture, state, colours, words } = this;
    if (!picture) return;
    this.fill();
    this.isElsewhere.hidden = this.sources.isShareable;
    this.row.most = picture.height - 1;
    this.column.most = picture.width - 1;
    if (this.drawn !== picture) this.before.draw(colours.gray({ ...picture, values: picture.pixels }));
    this.drawn = picture;
    const caption = (key, values) => { this.after.caption.textContent = words.say(key, values); };
    if (state.show === "kernel") {
      const found = answers(correlate(picture, state.kernel, state.border), state.divisor, state.bias);
      const { low, high } = range(found.values);
      this.found = found;
      const isSigned = state.negative === "signed";
      // As in the figures, the strongest hundredth has the deepest colour, so that the others show.
      const limit = isSigned ? strongValue(found.values) : 0;
      caption(isSigned ? "results.signed" : "results.kernel",
        { low: words.number(low), high: words.number(high), limit: words.number(limit) });
      this.after.draw(
        isSigned ? colours.ofSign(found, limit, this.isDark) : colours.gray(found, state.negative), found.inset);
    } else if (state.show === "canny") {
      // The thresholds have no influence on it.
      if (this.crests?.picture !== picture) this.crests = { ...crests(picture), picture };
      this.found = canny(this.crests, state.low, state.high);
      caption("results.canny", { count: words.number(this.found.edges.filter(Boolean).length) });
      this.after.draw(colours.gray({ ...picture, values: this.found.edges }));
    } else {
      this.found = gradient(picture);
      caption(`results.${state.show}`, { most: words.number(range(this.found.magnitude).high, 1) });
      this.after.draw(state.show === "angle" ? this.angles.picture(this.found, (index) => angle(this.found, index))
        : colours.ofMagnitude(this.found));
    }
    this.inspect();
  }

  /** Says how the pixel that was chosen comes about. */
  inspect() {
    const { picture, state, words } = this;
    if (!picture) return;
    const side = state.show === "kernel" ? state.kernel.side : 3;
    const [row, column] = state.at;
    this.before.mark(row, column, side);
    this.after.mark(row, column, 1);
    this.row.show(row);
    this.column.show(column);
    if (state.show === "kernel") this.readout.kernel(picture, state, this.found.values);
    else if (state.show === "canny") this.readout.canny(picture, state, this.crests, this.found);
    else this.readout.slopes(picture, state, this.found);
    // A camera would never stop talking.
    if (!this.sources.camera.isOn) this.announce(`${words.say("place", { row, column })} ${this.readout.text}`);
  }
}
