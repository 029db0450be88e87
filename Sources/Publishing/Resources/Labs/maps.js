// What the layers of a network make of a picture: sheets of maps, one of them enlarged, and the arithmetic of a pixel.

import { div, element, line, roomy } from "./elements.js";
import { Matrix, PixelMatrix, sign } from "./arithmetic.js";
import { Pane } from "./pane.js";
import { tiled } from "./tiles.js";

/** So many maps a row of a sheet. */
const across = (maps) => (maps > 32 ? 16 : 8);

/** All maps of a layer, each with a scale of its own. */
export class Sheet extends Pane {
  /** @param onpick hears the number of a map, from 0 */
  constructor(words, name, className, { height, width, maps }, onpick, help) {
    const columns = across(maps);
    const pick = (row, column) =>
      onpick(Math.min(Math.floor(row / (height + 1)) * columns + Math.floor(column / (width + 1)), maps - 1));
    super(words, name, className, pick, help, width + 1);
    Object.assign(this, { columns, tile: [height + 1, width + 1] });
  }

  show(layer, colours) {
    const { height, width, maps } = layer;
    this.draw(tiled(Array.from({ length: maps }, (_, map) =>
      colours.ofMagnitude({ width, height, magnitude: mapOf(layer, map) })), this.columns));
  }

  /** Frames a map; none where that is null. */
  choose(map) {
    if (map === null) return this.unmark(...this.tile.map((side) => side >> 1));
    const [high, wide] = this.tile;
    this.mark(Math.floor(map / this.columns) * high + (high - 2) / 2, map % this.columns * wide + (wide - 2) / 2,
      wide - 1, high - 1);
    this.describe(this.words.say("digit.number", { n: this.words.number(map + 1) }), map);
  }
}

/** One map of all, row after row. */
export const mapOf = ({ height, width, maps, values }, map) =>
  Float32Array.from({ length: height * width }, (_, place) => values[place * maps + map]);

/** As wide as numbers in a sentence become; lines keep room for them. */
const AT_MOST = -88.888;

/** How one pixel of a map comes about, down to the weights. */
export class MapReadout {
  /** @param input a field for the number of the map below that is shown, from 1 */
  constructor(words, input) {
    Object.assign(this, { words, input });
    this.pixels = new PixelMatrix(words.say("pixels"), "pixels");
    this.weights = new Matrix(words.say("weights"), "weights");
    this.products = new Matrix(words.say("products"), "");
    this.row = div("arithmetic");
    this.lines = div("sums");
    this.element = div("readout", this.row, this.lines);
    this.times = [sign("\u00D7"), this.weights.element, sign("="), this.products.element];
  }

  /** @param made what a pixel of the layer is made of
   *  @param below what the layer reads
   *  @param channel the map below that is shown, from 0 */
  show(layer, made, below, map, channel) {
    const { words, input } = this;
    const number = (value) => words.number(value);
    const isKernel = layer.kind === "Conv2D";
    const { pixels, weights, products, sum } = made.parts[isKernel ? channel : 0];
    const result = element("b", { className: "result" }, number(made.value));
    this.row.replaceChildren(this.pixels.element, ...isKernel ? this.times : []);
    input.labelled.hidden = !isKernel || below.maps === 1;
    this.pixels.show(pixels, words, Math.max(...mapOf(below, isKernel ? channel : map)) || 1, 2);
    this.pixels.cells.forEach((cell, place) =>
      cell.classList.toggle("main", isKernel ? 2 * place + 1 === pixels.length : pixels[place] === made.value));
    if (!isKernel) return this.lines.replaceChildren(line("", words.say("digit.largest"), " ", result));
    this.weights.write(weights.map(number));
    this.products.write(products.map(number));
    const lines = [line("", words.say("sum"), " ", number(sum))];
    if (below.maps > 1) {
      const most = made.parts.reduce((best, one, index, all) => (Math.abs(one.sum) > Math.abs(all[best].sum) ? index : best), 0);
      const said = (n, part, all) =>
        `${words.say("digit.all", { count: number(below.maps), n: number(n), part: number(part) })} ${number(all)}`;
      lines.push(roomy("", [said(below.maps, AT_MOST, AT_MOST)], said(most + 1, made.parts[most].sum, made.sum)));
    }
    const said = (all, bias) =>
      `${words.say("digit.bias")} ${number(all)} ${bias < 0 ? "\u2212" : "+"} ${number(Math.abs(bias))} = ${number(all + bias)}; ReLU: `;
    lines.push(roomy("", [said(AT_MOST, AT_MOST) + number(AT_MOST)], said(made.sum, made.bias), result));
    this.lines.replaceChildren(...lines);
  }
}
