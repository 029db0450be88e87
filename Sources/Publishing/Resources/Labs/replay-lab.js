// The training replay: how the curves, the first kernels and the answers were, epoch by epoch.

import { range } from "./arrays.js";
import { div, element, labelled, line, roomy, sentences, slider } from "./elements.js";
import { Lab } from "./lab.js";
import { limited } from "./members.js";
import { tiled } from "./tiles.js";

const SVG = "http://www.w3.org/2000/svg";
/** What is measured in training and in validation. */
const CURVES = [["loss", "validationLoss"], ["accuracy", "validationAccuracy"]];
const [WIDE, HIGH] = [300, 120];

function shape(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

export class ReplayLab extends Lab {
  constructor(parts) {
    super(parts);
    const { words } = this;
    Object.assign(this, parts.data.replay);
    // Every moment of which something is known, counted in epochs.
    this.stops = [...new Set([...this.moments, ...this.epochs].map(({ epoch }) => epoch))].sort((a, b) => a - b);
    this.readers = { epoch: limited(0, this.epochs.length) };
    this.base = { epoch: this.epochs.length };
    this.state = { ...this.base };
    this.slider = slider({ max: this.stops.length - 1 }, (index) => this.change({ epoch: this.stops[index] }));
    this.moment = element("output");
    this.charts = CURVES.map((names) => {
      const chart = shape("svg", { viewBox: `-6 -6 ${WIDE + 12} ${HIGH + 12}`, class: "chart", "aria-hidden": "true" });
      const caption = roomy("label", [this.measured(names[0], 8.8888, 8.8888, 8.88, 8.88)]);
      return { names, chart, caption, element: div("pane", caption, chart) };
    });
    this.kernelCaption = line("label");
    this.sheet = element("canvas", { className: "crisp kernels", role: "img", ariaLabel: words.say("replay.kernels") });
    this.later = line("help", words.say("replay.later"));
    this.table = this.confused();
    this.element = div("",
      this.tools(labelled(words.say("replay.epoch"), this.slider), this.moment),
      div("panes", ...this.charts.map((chart) => chart.element)),
      div("pane", this.kernelCaption, this.sheet), div("roomy", this.table, this.later), ...this.end());
    this.watchScheme();
  }

  /** A curve up to an epoch, the rest of it faint. */
  curve(chart, name, className, epoch, { low, high }) {
    const known = this.epochs.filter((one) => name in one);
    const place = (one) => [one.epoch / this.epochs.length * WIDE, HIGH - (one[name] - low) / (high - low || 1) * HIGH];
    const line = (some, kind) => shape("polyline", { points: some.map(place).join(" "), class: `${className} ${kind}` });
    const past = known.filter((one) => one.epoch <= epoch);
    chart.append(line(known, "faint"), line(past, ""), ...past.map((one) => {
      const [cx, cy] = place(one);
      return shape("circle", { cx, cy, r: 3, class: className });
    }));
  }

  /** What was measured by an epoch, where that is known, and between what the curves run. */
  measured(name, training, validation, low, high) {
    const number = (value, digits) => (value === undefined ? "\u2013" : this.words.number(value, digits));
    return this.words.say(`replay.${name}`, {
      training: number(training, 4), validation: number(validation, 4), low: number(low, 2), high: number(high, 2),
    });
  }

  draw() {
    const { words, colours, side, state } = this;
    const index = Math.max(this.stops.findLastIndex((stop) => stop <= state.epoch), 0);
    const epoch = this.stops[index];
    this.slider.value = index;
    this.moment.textContent = words.number(epoch, 1);
    const now = this.epochs.findLast((one) => one.epoch <= epoch);
    for (const { names, chart, caption } of this.charts) {
      const values = names.flatMap((name) => this.epochs.map((one) => one[name])).filter((value) => value !== undefined);
      const { low, high } = range([...values, names[0] === "loss" ? 0 : 1]);
      chart.replaceChildren(shape("path", { d: `M0 0V${HIGH}H${WIDE}`, class: "axis" }));
      this.curve(chart, names[0], "training", epoch, { low, high });
      this.curve(chart, names[1], "validation", epoch, { low, high });
      caption.firstChild.textContent = this.measured(names[0], ...names.map((name) => now?.[name]), low, high);
    }
    const moment = this.moments.findLast((one) => one.epoch <= epoch);
    this.kernelCaption.textContent = words.say("replay.step", { step: words.number(moment.step) });
    const limit = (kernel) => Math.max(...this.moments.flatMap(({ kernels }) => kernels[kernel].map(Math.abs)));
    const image = tiled(moment.kernels.map((values, kernel) =>
      colours.ofSign({ width: side, height: side, values }, limit(kernel), this.isDark)), 8);
    Object.assign(this.sheet, { width: image.width, height: image.height });
    this.sheet.getContext("2d").putImageData(image, 0, 0);
    // The answers to the test images are known of the end alone; what lies below them stays where it is.
    const isEnd = epoch === this.epochs.length;
    this.table.classList.toggle("unseen", !isEnd);
    this.later.classList.toggle("unseen", isEnd || !this.confusion.length);
    this.announce(sentences([this.kernelCaption, ...this.charts.map(({ caption }) => caption)].map((part) => part.textContent)));
  }

  /** The answers to the test images: a row for each true class. */
  confused() {
    const { words, classes, confusion } = this;
    if (!confusion.length) return div("");
    const head = (name, scope) => element("th", { scope }, name);
    return element("table", { className: "confusion" },
      element("caption", {}, words.say("replay.confusion")),
      element("tr", {}, element("td"), ...classes.map((name) => head(name, "col"))),
      ...confusion.map((row, truth) => element("tr", {}, head(classes[truth], "row"), ...row.map((count, answer) =>
        element("td", { className: truth === answer ? "right" : count ? "wrong" : "" }, words.number(count))))));
  }
}
