// Numbers as colours, by the tables of the figures.

import { range } from "./arrays.js";
import { bytes } from "./shown.js";

const decoded = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** So many steps from black to the full colour of an angle. */
const STRENGTHS = 64;

/** Makes pictures of numbers. Tables are base64: three bytes a colour, from one end of a scale to the other. */
export class Colours {
  constructor({ magnitude, light, dark, angle }) {
    this.magnitudes = decoded(magnitude);
    this.signed = { light: decoded(light), dark: decoded(dark) };
    this.angles = Colours.darkened(decoded(angle));
  }

  /** Every hue at every strength. In OKLab a colour at half its strength has an eighth of its light. */
  static darkened(hues) {
    const linear = (byte) => (byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
    const encoded = (light) => Math.round(light <= 0.0031308 ? light * 3294.6 : 255 * (1.055 * light ** (1 / 2.4) - 0.055));
    const table = new Uint8Array(hues.length * (STRENGTHS + 1));
    for (let strength = 0; strength <= STRENGTHS; strength++) {
      const share = (strength / STRENGTHS) ** 3;
      hues.forEach((byte, index) => { table[strength * hues.length + index] = encoded(linear(byte) * share); });
    }
    return table;
  }

  /** The place of an angle's colour at a strength from 0 to 1. */
  hue(angle, strength) {
    const hues = this.angles.length / 3 / (STRENGTHS + 1);
    const turn = Math.round(angle * hues / (2 * Math.PI) + hues) % hues;
    return Math.round(Math.min(strength, 1) * STRENGTHS) * hues + turn;
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

  /** Hue for the angle; the root of the strength as brightness, so that weak ones show. */
  ofAngle({ width, height, magnitude }, angle) {
    const most = range(magnitude).high || 1;
    return Colours.picture(width, height, this.angles,
      (index) => this.hue(angle(index), Math.sqrt(magnitude[index] / most)));
  }

  /** The wheel that tells which colour is which direction. */
  wheel(side) {
    const middle = (side - 1) / 2;
    const offset = (index) => [index % side - middle, Math.floor(index / side) - middle];
    const image = Colours.picture(side, side, this.angles, (index) => {
      const [x, y] = offset(index);
      return this.hue(Math.atan2(y, x), Math.sqrt(Math.hypot(x, y) / middle));
    });
    for (let index = 0; index < side * side; index++) {
      if (Math.hypot(...offset(index)) > middle) image.data[4 * index + 3] = 0;
    }
    return image;
  }
}

const GRAY = Uint8Array.from({ length: 768 }, (_, index) => Math.floor(index / 3));
