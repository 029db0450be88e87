// What all parts of a lab make their elements, words and numbers with.

/** An element with its properties (attributes where it has no such property, listeners under `on…`) and content. */
export function element(tag, properties = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...content.filter((part) => part !== null));
  return made;
}

/** A block, and a line of text, of a class. */
export const div = (className, ...content) => element("div", { className }, ...content);
export const line = (className, ...content) => element("p", { className }, ...content);

/** A line that keeps room for the longest of the texts that it may hold: those below it stay where they are. */
export function roomy(className, texts, ...content) {
  const longest = texts.reduce((long, text) => (text.length > long.length ? text : long), "");
  return element("p", { className: `roomy ${className}`, "data-longest": longest }, element("span", {}, ...content));
}

/** Texts as sentences: each ends with a mark of its own, or with a full stop. */
export const sentences = (texts) =>
  texts.filter(Boolean).map((text) => (/[.:;!?]$/.test(text) ? text : `${text}.`)).join(" ");

/** The lines in a block as one text. */
export const textOf = (block) => sentences([...block.children].map((part) => part.textContent));

/** A control with its name before it. */
export function labelled(name, control) {
  return element("label", { className: "field" }, element("span", {}, name), control);
}

/** A list to choose from: pairs of a value and what it is called. */
export function choice(options, onchange) {
  const list = element("select", { onchange: () => onchange(list.value) },
    ...options.map(([value, name]) => element("option", { value }, name)));
  return list;
}

/** A slider over whole steps. */
export function slider(limits, onmove) {
  return element("input", { type: "range", min: 0, step: 1, ...limits, oninput: (event) => onmove(Number(event.target.value)) });
}

/** The lab's words in the reader's language, and its customs for numbers. */
export class Words {
  constructor({ words, numbers }) { Object.assign(this, { words, numbers }); }

  /** A text, its slots filled. */
  say(key, values = {}) {
    return this.words[key].replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
  }

  /** A number as the language writes it, with no more decimals than it has. */
  number(value, digits = 3) {
    const { mark, group, least } = this.numbers;
    const [whole, fraction] = Math.abs(value).toFixed(digits).replace(/\.?0*$/, (zeros) => (digits ? "" : zeros)).split(".");
    const isGrouped = whole.length >= 3 + least;
    const text = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
    const isZero = !Number(whole) && !fraction;
    return (value < 0 && !isZero ? "\u2212" : "") + text + (fraction ? mark + fraction : "");
  }

  /** The same as it can be typed: without groups. */
  typed(value) { return String(value).replace("-", "\u2212").replace(".", this.numbers.mark); }
}

/** Does something whenever a block has another width than before: once it is shown, and when a window is resized. */
export function onWidth(block, work) {
  let width = 0;
  new ResizeObserver(() => {
    if (block.clientWidth === width) return;
    width = block.clientWidth;
    work();
  }).observe(block);
}

/** Runs `work` once after things have been quiet for a while; `stop` takes that back. */
export function after(milliseconds, work) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    timer = setTimeout(work, milliseconds);
  };
  return Object.assign(start, { stop });
}
