// What networks answer: a bar for each class.

import { element } from "./elements.js";

/** More classes than these are not shown: the likeliest are. */
const MOST = 12;

export class Answers {
  /** @param networks names of those that answer, each a column */
  constructor(words, classes, networks) {
    Object.assign(this, { words, classes });
    this.body = element("tbody");
    const heads = networks.map((name) => element("th", { scope: "col" }, name));
    this.element = element("table", { className: "answers" },
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, words.say("digit.class")), ...heads)), this.body);
  }

  percent(share) { return this.words.say("digit.percent", { n: this.words.number(100 * share, 1) }); }

  /** @param all the probabilities of each network; null where there is nothing to answer to
   *  @param truth the right class, where it is known */
  show(all, truth) {
    const order = this.classes.map((_, label) => label);
    if (order.length > MOST && all[0]) order.sort((a, b) => all[0][b] - all[0][a]);
    this.body.replaceChildren(...order.slice(0, MOST).map((label) => element("tr", {},
      element("th", { scope: "row", className: label === truth ? "truth" : "" }, this.classes[label]),
      ...all.map((probabilities) => this.cell(probabilities, label, truth)))));
  }

  cell(probabilities, label, truth) {
    if (!probabilities) return element("td");
    const share = probabilities[label];
    const isAnswer = label === likeliest(probabilities);
    const bar = element("span", { className: "bar" });
    bar.style.width = `${100 * share}%`;
    const kind = !isAnswer ? "" : truth === null || truth === label ? "answer" : "answer wrong";
    return element("td", { className: kind }, element("span", { className: "share" }, this.percent(share)), bar);
  }
}

/** The class with the largest probability. */
export const likeliest = (probabilities) => probabilities.indexOf(Math.max(...probabilities));
