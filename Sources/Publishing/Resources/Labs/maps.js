// What the layers of a network make of a picture: sheets of maps, one of them enlarged, and the arithmetic of a pixel.

import { div, element, line } from "./elements.js";
import { Matrix, PixelMatrix, sign } from "./arithmetic.js";
import { slice, windowOf } from "./network.js";
import { Pane } from "./pane.js";
import { tiled } from "./tiles.js";

/** So many maps a row of a sheet. */
const across = (maps) => (maps > 32 ? 16 : 8);

/** All maps of a layer, each with a scale of its own. */
export class Sheet extends Pane {
  /** @param onpick hears the number of a map, from 0 */
  constructor(name, className, { height, width, maps }, onpick, help) {
    const columns = across(maps);
    const pick = (row, column) =>
      onpick(Math.min(Math.floor(row / (height + 1)) * columns + Math.floor(column / (width + 1)), maps - 1));
    super(name, className, pick, help, width + 1);
    Object.assign(this, { columns, tile: [height + 1, width + 1] });
  }

  show(layer, colours) {
    const { height, width, maps } = layer;
    this.draw(tiled(Array.from({ length: maps }, (_, map) =>
      colours.ofMagnitude({ width, height, magnitude: mapOf(layer, map) })), this.columns));
  }

  /** Frames a map; none where that is null. */
  choose(map) {
    this.frame.hidden = map === null;
    if (map === null) return;
    const [high, wide] = this.tile;
    this.mark(Math.floor(map / this.columns) * high + (high - 2) / 2, map % this.columns * wide + (wide - 2) / 2,
      wide - 1, high - 1);
  }
}

/** One map of all, row after row. */
export const mapOf = ({ height, width, maps, values }, map) =>
  Float32Array.from({ length: height * width }, (_, place) => values[place * maps + map]);

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

  /** @param below what the layer reads
   *  @param at row and column of the pixel */
  show(layer, below, above, map, at, channel) {
    const { words, input } = this;
    const number = (value) => words.number(value);
    const isKernel = layer.kind === "Conv2D";
    const [row, column] = isKernel ? at : at.map((place) => place * layer.side);
    const value = above.values[(at[0] * above.width + at[1]) * above.maps + map];
    const result = element("b", { className: "result" }, number(value));
    const window = (number) => windowOf(below, number, layer.side, row, column);
    const pixels = window(isKernel ? channel : map);
    this.row.replaceChildren(this.pixels.element, ...isKernel ? this.times : []);
    input.labelled.hidden = !isKernel || below.maps === 1;
    this.pixels.show(pixels, words, Math.max(...mapOf(below, isKernel ? channel : map)) || 1, 2);
    this.pixels.cells.forEach((cell, place) =>
      cell.classList.toggle("main", isKernel ? 2 * place + 1 === pixels.length : pixels[place] === value));
    if (!isKernel) return this.say([words.say("digit.largest"), " ", result]);
    const part = (other) => {
      const weights = slice(layer, map, other, below.maps);
      return { weights, products: window(other).map((pixel, place) => pixel * weights[place]) };
    };
    const sum = ({ products }) => products.reduce((all, product) => all + product, 0);
    const shown = part(channel);
    this.weights.write(shown.weights.map(number));
    this.products.write(shown.products.map(number));
    const parts = Array.from({ length: below.maps }, (_, other) => sum(part(other)));
    const all = parts.reduce((total, one) => total + one, 0);
    const bias = layer.bias[map];
    const lines = [[words.say("sum"), " ", number(parts[channel])]];
    if (below.maps > 1) {
      const most = parts.reduce((best, one, index) => (Math.abs(one) > Math.abs(parts[best]) ? index : best), 0);
      lines.push([words.say("digit.all", { count: number(below.maps), n: number(most + 1), part: number(parts[most]) }), " ",
        number(all)]);
    }
    const signed = `${number(all)} ${bias < 0 ? "\u2212" : "+"} ${number(Math.abs(bias))} = ${number(all + bias)}`;
    this.say(...lines, [words.say("digit.bias"), " ", signed, "; ReLU: ", result]);
  }

  say(...lines) { this.lines.replaceChildren(...lines.map((parts) => line("", ...parts))); }
}
