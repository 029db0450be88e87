// The digit lab: a digit that is drawn or chosen, what two trained networks answer, and what one of them sees.

import { div, element, line, onWidth, roomy, textOf } from "./elements.js";
import { Answers, likeliest } from "./answers.js";
import { Pad, prepared, strokesOf, strokesText } from "./drawing.js";
import { Lab } from "./lab.js";
import { MapReadout, mapOf, Sheet } from "./maps.js";
import { pair, whole } from "./members.js";
import { madeOf, Network } from "./network.js";
import { Pane } from "./pane.js";

/** A digit moves so far at most, either way. */
const FARTHEST = 10;
/** The side of the patch that covers a part, as in the lesson. */
const PATCH = 5;
/** What is said of an answer: of a plain picture, and of a changed one that still gets it, or gets another. */
const VERDICTS = ["digit.answer", "digit.holds", "digit.breaks"];

export class DigitLab extends Lab {
  constructor(parts) {
    super(parts);
    const { words } = this;
    const { digits, compact, dense } = parts.data;
    Object.assign(this, digits);
    this.networks = [compact, dense].filter(Boolean).map((form) => new Network(form));
    const names = ["compact", "dense"].slice(0, this.networks.length);
    this.names = names.map((name) => words.say(`networks.${name}`));
    this.answers = new Answers(words, this.classes, names.map((name) => words.say(`heads.${name}`)));
    const [{ layers, height, width }] = this.networks;
    // An empty picture tells how large everything is.
    this.sizes = this.networks[0].run(new Uint8Array(height * width));
    this.shown = layers.map((_, index) => index).filter((index) => layers[index].side);
    const most = Math.max(...this.shown.map((index) => this.sizes[index + 1].maps));
    this.readers = {
      digit: whole(-1, this.labels.length - 1),
      draw: (text) => (strokesOf(text) ? text : undefined),
      shift: pair(-FARTHEST, FARTHEST), cover: pair(0, Math.max(height, width) - 1),
      layer: (text) => (this.shown.includes(Number(text) - 1) ? Number(text) : undefined),
      map: whole(1, most), at: pair(0, Math.max(height, width) - 1), input: whole(1, most),
    };
    this.base = { digit: 0, draw: "", shift: [0, 0], cover: "", layer: this.shown[0] + 1, map: 1, at: [12, 12], input: 1 };
    this.base = this.read(parts.state);
    this.state = { ...this.base };
    this.build();
  }

  build() {
    const { words, networks: [{ height, width, layers }] } = this;
    const say = (key, values) => words.say(key, values);
    const wrong = this.message();
    const tell = (text) => { wrong.textContent = text; };
    const [drawHelp, pickHelp, coverHelp, mapHelp] = ["draw", "pick", "cover", "map"].map((name) => this.help(`helps.${name}`));
    this.pad = new Pad(words, drawHelp.id, (strokes) => this.change({ draw: strokesText(strokes) }));
    this.full = this.message();
    this.given = new Pane(words, say("digit.read"), "before", (...cover) => this.change({ cover }), coverHelp.id);
    this.outline = element("span", { className: "frame inkbox" });
    this.given.stage.append(this.outline);
    const size = { height: this.box, width: this.box, side: this.box };
    this.seen = roomy("help", ["empty", "chosen", "scaled"].map((key) => say(`digit.${key}`, size)));
    this.verdict = div("verdict", ...this.names.map((network) => roomy("", VERDICTS.flatMap((key) =>
      this.classes.map((name) => say(key, { network, answer: name, share: this.answers.percent(1 / 3), before: name }))))));
    this.tests = new Pane(words, say("digit.tests"), "tests", (row, column) => {
      const digit = Math.floor(row / height) * this.columns + Math.floor(column / width);
      if (digit < this.labels.length) this.change({ digit, draw: "" });
    }, pickHelp.id, Math.max(height, width));
    const place = { tell, isRight: Number.isInteger, wrong: "badWhole" };
    const shift = (axis, key) => this.spin(key, { ...place, least: -FARTHEST, most: FARTHEST }, (by) =>
      this.change({ shift: this.state.shift.map((old, index) => (index === axis ? by : old)) }));
    this.shifts = [shift(0, "digit.right"), shift(1, "digit.down")];
    this.sheets = this.shown.map((index) => {
      const { kind } = layers[index];
      const size = this.sizes[index + 1];
      const name = say(kind === "Conv2D" ? "digit.convolution" : "digit.pooling", {
        n: words.number(layers.slice(0, index + 1).filter((layer) => layer.kind === kind).length),
        count: words.number(size.maps), size: `${size.height} \u00D7 ${size.width}`,
      });
      return new Sheet(words, name, "after", size, (map) => this.change({ layer: index + 1, map: map + 1 }), mapHelp.id);
    });
    this.large = new Pane(words, say("digit.large"), "after", (...at) => this.change({ at }), mapHelp.id);
    this.input = this.spin("digit.input", { ...place, least: 1, most: 1 }, (input) => this.change({ input }));
    this.readout = new MapReadout(words, this.input);
    this.detail = div("", this.tools(this.input.labelled), this.readout.element);
    this.element = div("",
      div("panes three",
        div("pane", line("label", say("digit.pad")), this.pad.stage, drawHelp),
        div("", this.given.element, coverHelp, this.seen),
        div("", this.answers.element, this.verdict)),
      this.tools(this.button("digit.clear", () => this.change({ draw: "", digit: -1, shift: [0, 0], cover: "" })),
        ...this.shifts.map(({ labelled }) => labelled), this.button("digit.uncover", () => this.change({ cover: "" }))),
      wrong, this.full,
      this.tests.element, pickHelp,
      div("panes", ...this.sheets.map((sheet) => sheet.element)), mapHelp,
      div("panes two", this.large.element, this.detail),
      ...this.end());
    onWidth(this.element, () => this.makeRoom());
  }

  /** The arithmetic takes as much room as any layer's does: what lies below it stays where it is. */
  makeRoom() {
    const { state, detail } = this;
    if (!this.maps) return;
    detail.style.minHeight = "";
    const heights = this.shown.map((index) => {
      this.state = { ...state, layer: index + 1 };
      this.inspect();
      return detail.offsetHeight;
    });
    detail.style.minHeight = `${Math.max(...heights)}px`;
    this.state = state;
    this.inspect();
  }

  // MARK: What is shown

  /** One of the test digits. */
  testDigit(number) {
    const [{ height, width }] = this.networks;
    const start = Math.floor(number / this.columns) * height * this.picture.width + number % this.columns * width;
    const pixels = Uint8Array.from({ length: height * width }, (_, index) =>
      this.picture.pixels[start + Math.floor(index / width) * this.picture.width + index % width]);
    return { pixels };
  }

  /** The picture with the digit moved and a part of it covered. */
  changed(pixels) {
    const [{ height, width }] = this.networks;
    const { shift: [right, down], cover } = this.state;
    return pixels.map((_, index) => {
      const [row, column] = [Math.floor(index / width), index % width];
      const isCovered = cover && [row - cover[0], column - cover[1]].every((way) => Math.abs(way) <= PATCH >> 1);
      const isInside = row - down >= 0 && row - down < height && column - right >= 0 && column - right < width;
      return isInside && !isCovered ? pixels[(row - down) * width + column - right] : 0;
    });
  }

  draw() {
    const { state, words, networks, picture, colours } = this;
    if (!picture) return;
    const [{ height, width }] = networks;
    const gray = (pixels) => colours.gray({ width, height, values: pixels });
    const isDrawn = state.draw !== "";
    const chosen = isDrawn || state.digit < 0 ? null : this.testDigit(state.digit);
    this.pad.show(isDrawn ? strokesOf(state.draw) : [], chosen && gray(chosen.pixels));
    this.full.textContent = this.pad.isFull ? words.say("digit.full") : "";
    const source = isDrawn ? prepared(this.pad.ink, { height, width }, this.box) : chosen;
    const plain = source?.pixels ?? new Uint8Array(height * width);
    const pixels = this.changed(plain);
    this.given.draw(gray(pixels));
    this.mark(source);
    if (!this.tests.width) this.tests.draw(colours.gray({ ...picture, values: picture.pixels }));
    const [row, column] = [Math.floor(state.digit / this.columns), state.digit % this.columns];
    if (!chosen) this.tests.unmark(height >> 1, width >> 1);
    else {
      this.tests.mark(row * height + (height - 1) / 2, column * width + (width - 1) / 2, width, height);
      const name = this.classes[this.labels[state.digit]];
      this.tests.describe(words.say("digit.image", { n: words.number(state.digit + 1), name }), state.digit);
    }
    this.shifts.forEach((spin, axis) => spin.show(state.shift[axis]));
    const runs = networks.map((network) => network.run(pixels));
    const answered = runs.map((all) => all[all.length - 1].values);
    const isChanged = pixels.some((pixel, index) => pixel !== plain[index]);
    const before = isChanged ? networks.map((network) => network.run(plain).pop().values) : null;
    this.answers.show(source ? answered : answered.map(() => null), chosen ? this.labels[state.digit] : null);
    this.judge(source ? answered : null, before);
    this.maps = runs[0];
    this.sheets.forEach((sheet, index) => sheet.show(this.maps[this.shown[index] + 1], colours));
    if (this.detail.style.minHeight) this.inspect();
    else this.makeRoom();
    this.announce(textOf(this.verdict) || words.say("digit.empty"), textOf(this.readout.lines),
      this.pad.isTyped ? this.pad.place : "");
  }

  /** Frames what the digit was scaled into, and what is covered. */
  mark(source) {
    const { words, state: { cover, shift } } = this;
    const [{ height, width }] = this.networks;
    if (cover) this.given.mark(...cover, PATCH);
    else this.given.unmark();
    this.outline.hidden = !source?.height;
    const key = !source ? "digit.empty" : source.height ? "digit.scaled" : "digit.chosen";
    this.seen.firstChild.textContent = words.say(key, { height: source?.height, width: source?.width, side: this.box });
    if (!source?.height) return;
    const [left, top] = [(source.left + shift[0]) / width, (source.top + shift[1]) / height].map((share) => `${100 * share}%`);
    Object.assign(this.outline.style,
      { left, top, width: `${100 * source.width / width}%`, height: `${100 * source.height / height}%` });
  }

  /** The answers in words, and whether they hold. */
  judge(answered, before) {
    const { words, classes } = this;
    this.names.forEach((network, index) => {
      const place = this.verdict.children[index].firstChild;
      place.textContent = "";
      if (!answered) return;
      const probabilities = answered[index];
      const [answer, old] = [probabilities, (before ?? answered)[index]].map((all) => classes[likeliest(all)]);
      const share = this.answers.percent(Math.max(...probabilities));
      const key = VERDICTS[!before ? 0 : answer === old ? 1 : 2];
      place.textContent = words.say(key, { network, answer, share, before: old });
    });
  }

  /** The map that was chosen, and how its pixel comes about. */
  inspect() {
    const { state, colours, words } = this;
    const index = state.layer - 1;
    const [below, above] = [this.maps[index], this.maps[index + 1]];
    const map = Math.min(state.map, above.maps) - 1;
    const at = [Math.min(state.at[0], above.height - 1), Math.min(state.at[1], above.width - 1)];
    const channel = Math.min(state.input, below.maps) - 1;
    this.sheets.forEach((sheet, place) => sheet.choose(this.shown[place] === index ? map : null));
    this.large.draw(colours.ofMagnitude({ ...above, magnitude: mapOf(above, map) }));
    this.large.mark(...at, 1);
    const name = this.sheets[this.shown.indexOf(index)].caption.textContent;
    const caption = words.say("digit.map", { name, n: words.number(map + 1), row: at[0], column: at[1] });
    this.large.caption.textContent = caption;
    this.large.describe(caption, at[0] * above.width + at[1]);
    this.input.most = below.maps;
    this.input.show(channel + 1);
    const layer = this.networks[0].layers[index];
    this.readout.show(layer, madeOf(layer, below, above, map, at), below, map, channel);
  }
}
