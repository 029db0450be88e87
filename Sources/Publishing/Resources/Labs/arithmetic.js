// How one number of the answer comes about: the pixels under the kernel, the weights, the products, their sum.

import { element } from "./elements.js";

/** What stands between two matrices. */
export const sign = (text) => element("span", { className: "sign", ariaHidden: "true" }, text);

/** A matrix with a name above it. */
export class Matrix {
  constructor(name, className) {
    this.body = element("tbody");
    this.cells = [];
    this.element = element("table", { className: `matrix ${className}` }, element("caption", {}, name), this.body);
  }

  /** Gives it as many cells as there are, `make` says what is in them. */
  resize(side, make = () => null) {
    if (this.side === side) return false;
    this.side = side;
    this.cells = Array.from({ length: side * side }, (_, index) =>
      element("td", { className: index === (side * side - 1) / 2 ? "main" : "" }, make(index)));
    this.body.replaceChildren(...Array.from({ length: side }, (_, row) =>
      element("tr", {}, ...this.cells.slice(row * side, (row + 1) * side))));
    this.element.classList.toggle("large", side > 3);
    return true;
  }

  /** Writes texts into the cells. */
  write(texts) {
    this.resize(Math.sqrt(texts.length));
    texts.forEach((text, index) => { this.cells[index].textContent = text; });
  }
}

/** From here on black letters on a grey are read better than white ones: both have 4.5 to 1 there. */
const LIGHT = 117;

/** The pixels under the kernel, each on its own grey; nothing where the picture ends. */
export class PixelMatrix extends Matrix {
  /** @param white what is shown as white */
  show(pixels, words, white = 255, digits = 1) {
    this.write(pixels.map((pixel) => (pixel === null ? "" : words.number(pixel, digits))));
    this.cells.forEach((cell, index) => {
      const pixel = pixels[index] === null ? null : pixels[index] / white * 255;
      cell.style.background = pixel === null ? "" : `rgb(${pixel} ${pixel} ${pixel})`;
      cell.style.color = pixel === null ? "" : pixel > LIGHT ? "#000" : "#fff";
    });
  }
}
