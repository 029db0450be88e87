// The kernel lab: a picture, a kernel, and what becomes of the picture.

import { range, strongValue } from "./arrays.js";
import { after, choice, element, labelled } from "./elements.js";
import { Colours } from "./colours.js";
import { answers, correlate, BORDERS } from "./correlate.js";
import { angle, canny, crests, gradient } from "./edges.js";
import { Kernel, LARGEST } from "./kernel.js";
import { Pane } from "./pane.js";
import { Readout } from "./readout.js";
import { NEGATIVES } from "./shown.js";
import { Sources } from "./sources.js";
import { Spin } from "./spin.js";
import { LARGEST_THRESHOLD, nameOf, readState, SHOWS, writeState } from "./state.js";

export class KernelLab {
  /**
   * @param id the place's name in the page's address
   * @param picture width and height of the course's picture
   * @param state the query of what is shown at first
   */
  constructor({ id, picture, words, material, state }) {
    Object.assign(this, { id, words, colours: material.colours });
    this.named = material.kernels.map(({ id, weights, divisor }) => ({ id, divisor, kernel: new Kernel(weights) }));
    this.base = readState(state, {
      show: "kernel", ...this.named[0], bias: 0, border: "replicate", negative: "clip", low: 40, high: 110,
      row: Math.floor(picture.height / 2), column: Math.floor(picture.width / 2),
    }, this.named);
    this.state = { ...this.base };
    this.remember = after(300, () => this.writeAddress());
    this.speak = after(400, () => { this.status.textContent = this.spoken; });
    this.build();
    const blank = new ImageData(picture.width, picture.height);
    for (const pane of [this.before, this.after]) pane.draw(blank);
    this.watchScheme();
  }

  // MARK: Elements

  build() {
    const { words } = this;
    const say = (key) => words.say(key);
    const help = `${this.id}-help`;
    // What is wrong is said beside what it is about.
    const message = () => element("p", { className: "message", role: "alert" });
    const [about, wrong] = [message(), message()];
    const tell = (text) => { wrong.textContent = text; };
    const pick = (row, column) => this.change({ row, column });
    this.status = element("p", { className: "spoken", role: "status" });
    this.sources = new Sources(words, (picture) => this.receive(picture),
      (text) => { about.textContent = text; });
    this.before = new Pane(say("source"), "before", pick, help);
    this.after = new Pane(say("result"), "after", pick);
    this.readout = new Readout(words, this.colours, tell, (index, weight) =>
      this.change({ kernel: this.state.kernel.with(index, weight) }));
    const button = (key, onclick) => element("button", { type: "button", onclick }, say(key));
    const spin = (member, least, rest) => new Spin(
      { label: say(member), words, tell, least, most: LARGEST, ...rest }, (value) => this.change({ [member]: value }));
    this.divisor = spin("divisor", -LARGEST, { isRight: (value) => value !== 0, wrong: "badDivisor" });
    this.bias = spin("bias", -LARGEST, {});
    this.row = spin("row", 0, { isRight: Number.isInteger, wrong: "badWhole" });
    this.column = spin("column", 0, { isRight: Number.isInteger, wrong: "badWhole" });
    this.show = choice(SHOWS.map((show) => [show, say(`views.${show}`)]), (show) => this.change({ show }));
    this.name = choice([...this.named.map(({ id }) => [id, id]), ["", say("ownKernel")]], (id) => this.choose(id));
    this.side = choice([[3, "3 \u00D7 3"], [5, "5 \u00D7 5"]], (side) =>
      this.change({ kernel: this.state.kernel.resized(Number(side)) }));
    this.border = choice(BORDERS.map((name) => [name, name]), (border) => this.change({ border }));
    this.negative = choice(NEGATIVES.map((name) => [name, say(`ways.${name}`)]), (negative) => this.change({ negative }));
    const slider = (key, move) => element("input", {
      type: "range", min: 0, max: LARGEST_THRESHOLD, step: 5, oninput: (event) => move(Number(event.target.value)),
    });
    // One threshold takes the other along.
    this.low = slider("low", (low) => this.change({ low, high: Math.max(low, this.state.high) }));
    this.high = slider("high", (high) => this.change({ high, low: Math.min(high, this.state.low) }));
    [this.lowValue, this.highValue] = [element("output"), element("output")];
    this.copy = button("copyAddress", () => this.copyAddress());
    this.copy.hidden = !navigator.clipboard;
    this.kernelTools = element("div", { className: "tools" },
      labelled(say("size"), this.side), labelled(say("divisor"), this.divisor.field),
      labelled(say("bias"), this.bias.field),
      labelled(say("border"), this.border), labelled(say("negatives"), this.negative),
      button("turn", () => this.change({ kernel: this.state.kernel.turned })));
    this.nameField = labelled(say("kernel"), this.name);
    this.cannyTools = element("div", { className: "tools" },
      labelled(say("low"), this.low), this.lowValue, labelled(say("high"), this.high), this.highValue);
    this.element = element("div", {},
      element("div", { className: "tools" }, this.sources.element, labelled(say("show"), this.show), this.nameField),
      about,
      element("div", { className: "panes" }, this.before.element, this.after.element),
      element("p", { className: "help", id: help }, say("help")),
      this.cannyTools, this.readout.element, wrong, this.kernelTools,
      element("div", { className: "tools" },
        labelled(say("row"), this.row.field), labelled(say("column"), this.column.field),
        button("reset", () => this.reset()), this.copy),
      this.status);
  }

  /** Signed numbers stand on the colour of the paper, which follows the scheme. */
  watchScheme() {
    const look = () => this.draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
    new MutationObserver(look).observe(document.querySelector("meta[name=color-scheme]"), { attributes: true });
  }

  get isDark() {
    const { content } = document.querySelector("meta[name=color-scheme]");
    return content === "light dark" ? matchMedia("(prefers-color-scheme: dark)").matches : content === "dark";
  }

  // MARK: What is shown

  /** The course's picture. */
  use(picture) {
    this.own = picture;
    this.picture = picture;
  }

  /** Another picture, or null for the course's. */
  receive(picture) {
    const isLike = picture && this.picture.width === picture.width && this.picture.height === picture.height;
    this.picture = picture ?? this.own;
    if (!isLike) this.keepInside();
    this.draw();
  }

  keepInside() {
    this.state.row = Math.min(this.state.row, this.picture.height - 1);
    this.state.column = Math.min(this.state.column, this.picture.width - 1);
  }

  /** Shows what a query says. */
  open(query) {
    this.state = readState(query, this.base, this.named);
    this.sources.useCourse();
  }

  reset() {
    this.open("");
    this.remember();
  }

  choose(id) {
    const known = this.named.find((kernel) => kernel.id === id);
    if (!known) return this.fill();
    const { kernel, divisor } = known;
    // As in the lesson's gallery: what answers to change alone has two signs.
    this.change({ kernel, divisor, negative: kernel.sum === 0 ? "signed" : "clip" });
  }

  /** Takes a change; the picture is drawn once before the screen is. */
  change(part) {
    const isPlace = "row" in part || "column" in part;
    Object.assign(this.state, part);
    this.keepInside();
    this.remember();
    if (isPlace) return this.inspect();
    this.fill();
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => this.draw());
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
    this.isDue = false;
    const { picture, state, colours, words } = this;
    if (!picture) return;
    this.fill();
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
      this.after.draw(state.show === "angle" ? colours.ofAngle(this.found, (index) => angle(this.found, index))
        : colours.ofMagnitude(this.found));
    }
    this.inspect();
  }

  /** Says how the pixel that was chosen comes about. */
  inspect() {
    const { picture, state, words } = this;
    if (!picture) return;
    const side = state.show === "kernel" ? state.kernel.side : 3;
    this.before.mark(state.row, state.column, side);
    this.after.mark(state.row, state.column, 1);
    this.row.show(state.row);
    this.column.show(state.column);
    if (state.show === "kernel") this.readout.kernel(picture, state, this.found.values);
    else if (state.show === "canny") this.readout.canny(picture, state, this.crests, this.found);
    else this.readout.slopes(picture, state, this.found);
    this.spoken = `${words.say("place", { row: state.row, column: state.column })} ${this.readout.text}`;
    // A camera would never stop talking.
    if (!this.sources.camera.isOn) this.speak();
  }

  // MARK: The address

  get address() {
    const query = writeState(this.state, this.base, this.named);
    return `#${this.id}${query && "?" + query}`;
  }

  writeAddress() { history.replaceState(null, "", this.address); }

  async copyAddress() {
    await navigator.clipboard.writeText(location.href.split("#")[0] + this.address);
    this.copy.textContent = this.words.say("copied");
    setTimeout(() => { this.copy.textContent = this.words.say("copyAddress"); }, 2000);
  }
}
