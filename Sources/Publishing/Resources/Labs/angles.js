// Angles as colours, by the table of the figures.

import { range } from "./arrays.js";
import { Colours } from "./colours.js";

/** So many steps from black to the full colour of an angle. */
const STRENGTHS = 64;

/** Makes pictures of angles: hue for the angle, brightness for the strength. */
export class Angles {
  /** @param hues three bytes a colour, from an angle of 0 once around */
  constructor(hues) {
    this.count = hues.length / 3;
    this.table = Angles.darkened(hues);
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
    const turn = Math.round(angle * this.count / (2 * Math.PI) + this.count) % this.count;
    return Math.round(Math.min(strength, 1) * STRENGTHS) * this.count + turn;
  }

  /** The root of the strength makes brightness, so that weak ones show. */
  picture({ width, height, magnitude }, angle) {
    const most = range(magnitude).high || 1;
    return Colours.picture(width, height, this.table,
      (index) => this.hue(angle(index), Math.sqrt(magnitude[index] / most)));
  }

  /** The wheel that tells which colour is which direction. */
  wheel(side) {
    const middle = (side - 1) / 2;
    const offset = (index) => [index % side - middle, Math.floor(index / side) - middle];
    const image = Colours.picture(side, side, this.table, (index) => {
      const [x, y] = offset(index);
      return this.hue(Math.atan2(y, x), Math.sqrt(Math.hypot(x, y) / middle));
    });
    for (let index = 0; index < side * side; index++) {
      if (Math.hypot(...offset(index)) > middle) image.data[4 * index + 3] = 0;
    }
    return image;
  }
}
