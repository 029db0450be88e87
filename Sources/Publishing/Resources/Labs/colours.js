// Numbers as colours, by the tables of the figures.

import { range } from "./arrays.js";
import { bytes } from "./shown.js";

const decoded = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Makes pictures of numbers. Tables are base64: three bytes a colour, from one end of a scale to the other. */
export class Colours {
  constructor({ magnitude, light, dark, angle }) {
    this.magnitudes = decoded(magnitude);
    this.signed = { light: decoded(light), dark: decoded(dark) };
    this.angle = decoded(angle);
  }

  /** A picture of which each pixel has the colour of a table at a place. */
  static picture(width, height, table, place) {
    const image = new ImageData(width, height);
    for (let index = 0; index < width * height; index++) {
      const color = 3 * place(index);
      image.data[4 * index] = table[color];
      image.data[4 * index + 1] = table[color + 1];
      image.data[4 * index + 2] = table[color + 2];
      image.data[4 * index + 3] = 255;
    }
    return image;
  }

  gray({ width, height, values }, negatives = "clip") {
    const shown = bytes(values, negatives);
    return Colours.picture(width, height, GRAY, (index) => shown[index]);
  }

  /** Zero in the middle, `limit` and beyond at the ends. */
  ofSign({ width, height, values }, limit, isDark) {
    const table = this.signed[isDark ? "dark" : "light"];
    const last = table.length / 3 - 1;
    const share = (value) => Math.min(Math.max((value + limit) / (2 * limit), 0), 1);
    return Colours.picture(width, height, table, (index) => Math.round((limit > 0 ? share(values[index]) : 0.5) * last));
  }

  ofMagnitude({ width, height, magnitude }) {
    const most = range(magnitude).high;
    const last = this.magnitudes.length / 3 - 1;
    return Colours.picture(width, height, this.magnitudes,
      (index) => Math.round((most > 0 ? magnitude[index] / most : 0) * last));
  }
}

const GRAY = Uint8Array.from({ length: 768 }, (_, index) => Math.floor(index / 3));
