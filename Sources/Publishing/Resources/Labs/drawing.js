// Digits that readers draw, brought to the form of MNIST's.

import { element, sentences } from "./elements.js";
import { STEPS } from "./pane.js";

/** Points lie on a grid of so many places a side: one character of an address for each coordinate. */
const GRID = 64;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Pixels of the paper for a place of the grid, and the pen's width in places. */
const FINE = 4;
const PEN = 5;
/** So many letters of an address are a paper full of strokes. */
const MOST_LETTERS = 4000;
/** Ink below this is no edge of its box. */
const FAINT = 25.5;

/** Strokes as they stand in an address: two letters a point, a point between strokes. */
export const strokesText = (strokes) =>
  strokes.map((stroke) => stroke.map(([x, y]) => LETTERS[x] + LETTERS[y]).join("")).join(".");

/** The same from a text; undefined for what is none, and for more than the paper takes. */
export function strokesOf(text) {
  if (text.length > MOST_LETTERS || !/^([\w-]{2})+(\.([\w-]{2})+)*$/.test(text)) return undefined;
  return text.split(".").map((stroke) => stroke.match(/../g).map((point) => [...point].map((letter) => LETTERS.indexOf(letter))));
}

/** A rectangle of a picture in another size: each new pixel is the mean of the area that it covers. */
function scaled({ width, pixels }, { top, left, rows, columns }, height, across) {
  const small = new Float32Array(height * across);
  const cover = (index, count, extent) => [index * extent / count, (index + 1) * extent / count];
  for (let index = 0; index < small.length; index++) {
    const [above, below] = cover(Math.floor(index / across), height, rows);
    const [before, behind] = cover(index % across, across, columns);
    for (let row = Math.floor(above); row < below; row++) {
      const share = Math.min(row + 1, below) - Math.max(row, above);
      for (let column = Math.floor(before); column < behind; column++) {
        const area = share * (Math.min(column + 1, behind) - Math.max(column, before));
        small[index] += area * pixels[(top + row) * width + left + column];
      }
    }
    small[index] /= (below - above) * (behind - before);
  }
  return small;
}

/**
 * Ink as MNIST has it: its box scaled so that the longer side is `side`, its centre of mass in the middle of the frame.
 * As `Imaging/InkPicture` does it; null where there is no ink.
 */
export function prepared(ink, frame, side) {
  const box = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  ink.pixels.forEach((pixel, index) => {
    if (pixel <= FAINT) return;
    const [row, column] = [Math.floor(index / ink.width), index % ink.width];
    box.top = Math.min(box.top, row);
    box.left = Math.min(box.left, column);
    box.bottom = Math.max(box.bottom, row);
    box.right = Math.max(box.right, column);
  });
  if (box.bottom < 0) return null;
  const [rows, columns] = [box.bottom - box.top + 1, box.right - box.left + 1];
  const longer = Math.max(rows, columns);
  const [height, width] = [rows, columns].map((extent) => Math.max(1, Math.round(extent * side / longer)));
  const small = scaled(ink, { ...box, rows, columns }, height, width);
  let [mass, down, across] = [0, 0, 0];
  small.forEach((pixel, index) => {
    mass += pixel;
    down += pixel * (Math.floor(index / width) + 0.5);
    across += pixel * (index % width + 0.5);
  });
  // In MNIST the centre of mass lies in the middle of pixel 14 of 0 to 27.
  const start = (extent, centre, size) =>
    Math.min(Math.max(Math.round(Math.floor(extent / 2) + 0.5 - centre / mass), 0), extent - size);
  const [top, left] = [start(frame.height, down, height), start(frame.width, across, width)];
  const pixels = new Uint8Array(frame.height * frame.width);
  small.forEach((pixel, index) => {
    pixels[(top + Math.floor(index / width)) * frame.width + left + index % width] = Math.round(pixel);
  });
  return { pixels, top, left, height, width };
}

/** A picture that a canvas can enlarge. */
function canvasOf(image) {
  const canvas = element("canvas", { width: image.width, height: image.height });
  canvas.getContext("2d").putImageData(image, 0, 0);
  return canvas;
}

/** Paper to draw on, with a mouse, a finger or the keyboard. */
export class Pad {
  /** @param onchange hears the strokes */
  constructor(words, help, onchange) {
    Object.assign(this, { words, onchange, strokes: [], pen: [GRID / 2, GRID / 4], isDown: false, pointer: null });
    this.canvas = element("canvas", { width: GRID * FINE, height: GRID * FINE });
    this.frame = element("span", { className: "frame" });
    this.stage = element("div", {
      className: "stage pad", tabIndex: 0, role: "application", "aria-describedby": help,
      onkeydown: (event) => this.press(event),
      onpointerdown: (event) => this.begin(event),
      onpointermove: (event) => {
        if (event.pointerId === this.pointer) this.lead(this.pointed(event));
      },
      onlostpointercapture: (event) => {
        if (event.pointerId === this.pointer) this.lift();
      },
    }, this.canvas, this.frame);
    this.pencil = this.canvas.getContext("2d", { willReadFrequently: true });
  }

  /** Shows strokes, or where there are none a picture that was chosen. */
  show(strokes, picture) {
    // Strokes that were not drawn here, or none any more: the next one begins anew.
    if (strokesText(strokes) !== strokesText(this.strokes)) this.isDown = false;
    this.strokes = strokes;
    const { pencil, canvas } = this;
    pencil.fillStyle = "#000";
    pencil.fillRect(0, 0, canvas.width, canvas.height);
    pencil.imageSmoothingEnabled = false;
    if (picture) pencil.drawImage(canvasOf(picture), 0, 0, canvas.width, canvas.height);
    Object.assign(pencil, { strokeStyle: "#fff", lineWidth: PEN * FINE, lineCap: "round", lineJoin: "round" });
    for (const stroke of strokes) {
      const points = stroke.map((point) => point.map((place) => (place + 0.5) * FINE));
      pencil.beginPath();
      // A line without length would have no ends either; so a dot is a hundredth of a pixel long.
      pencil.moveTo(points[0][0] - 0.01, points[0][1]);
      for (const point of points) pencil.lineTo(...point);
      pencil.stroke();
    }
    const [left, top] = this.pen.map((place) => `${(place + 0.5 - PEN / 2) / GRID * 100}%`);
    Object.assign(this.frame.style, { left, top, width: `${PEN / GRID * 100}%`, height: `${PEN / GRID * 100}%` });
    this.frame.classList.toggle("down", this.isDown);
    this.stage.ariaLabel = sentences([this.words.say("digit.pad"), this.place]);
  }

  /** What is drawn, one byte a pixel. */
  get ink() {
    const { width, height } = this.canvas;
    const { data } = this.pencil.getImageData(0, 0, width, height);
    return { width, height, pixels: Uint8Array.from({ length: width * height }, (_, index) => data[4 * index]) };
  }

  /** Whether the paper takes no more: a new stroke needs three letters. */
  get isFull() { return strokesText(this.strokes).length > MOST_LETTERS - 3; }

  /** Where the pen is, in words. */
  get place() {
    const [column, row] = this.pen;
    return this.words.say(this.isDown ? "digit.penDown" : "digit.penUp", { row, column });
  }

  pointed(event) {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return [(event.clientX - left) / width, (event.clientY - top) / height]
      .map((share) => Math.min(Math.max(Math.floor(share * GRID), 0), GRID - 1));
  }

  /** What is drawn from now on; events come faster than it is shown. */
  put(strokes) {
    if (strokesText(strokes).length <= MOST_LETTERS) this.strokes = strokes;
    this.onchange(this.strokes);
  }

  /** Takes the pen to a place; where it touches the paper, it draws. */
  lead(place) {
    this.pen = place.map((at) => Math.min(Math.max(at, 0), GRID - 1));
    const stroke = this.strokes[this.strokes.length - 1];
    const isDrawn = this.isDown && stroke && String(stroke[stroke.length - 1]) !== String(this.pen);
    this.put(isDrawn ? [...this.strokes.slice(0, -1), [...stroke, this.pen]] : this.strokes);
  }

  /** Puts the pen down, for a new stroke. */
  touch() {
    this.isDown = true;
    this.put([...this.strokes, [this.pen]]);
  }

  begin(event) {
    // One pen draws, however many fingers lie on the paper.
    if (event.button || this.pointer !== null) return;
    event.preventDefault();
    this.stage.focus({ preventScroll: true });
    this.stage.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.isTyped = false;
    this.pen = this.pointed(event);
    this.touch();
  }

  lift() {
    this.isDown = false;
    this.pointer = null;
    this.put(this.strokes);
  }

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    this.isTyped = true;
    if (step) this.lead([this.pen[0] + 2 * step[1], this.pen[1] + 2 * step[0]]);
    else if ([" ", "Enter"].includes(event.key)) this.isDown ? this.lift() : this.touch();
    else return;
    event.preventDefault();
  }
}
