"use strict";

// Answer boxes that check themselves. Nothing that is typed leaves the page, and nothing is kept.
(() => {
  /** FNV-1a of 32 bits: the page holds this of the answer, and not the answer. */
  function hash(text) {
    let value = 0x811c9dc5;
    for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, "0");
  }

  /**
   * What a number may mean that somebody has typed: 2,5 and 2.5 are the same, and 1,234 may be a thousand or one and a
   * bit. A unit behind it does no harm.
   */
  function readings(typed) {
    const text = typed.replace(/[\s\u00a0\u202f]/g, "").replace(/^[\u2212\u2013]/, "-").replace(/(\d)[^\d.,]+$/, "$1");
    if (!/^[-+]?(\d+([.,]\d+)*|[.,]\d+)$/.test(text)) return [];
    const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
    const found = [Number(last < 0 ? text : text.slice(0, last).replace(/[.,]/g, "") + "." + text.slice(last + 1))];
    if (/^[-+]?\d{1,3}([.,]\d{3})+$/.test(text)) found.push(Number(text.replace(/[.,]/g, "")));
    return found;
  }

  /** Whether a number is the answer, or off by no more than the tolerance. */
  function isRight(form, number) {
    const { key, answer, decimals, tolerance } = form.dataset;
    const steps = Math.round(number * 10 ** Number(decimals));
    for (let off = -Number(tolerance); off <= Number(tolerance); off += 1) {
      if (hash(`${key}:${steps + off}`) === answer) return true;
    }
    return false;
  }

  function start(form) {
    const [box, choices] = [form.querySelector("input[type=text]"), [...form.querySelectorAll("input[type=radio]")]];
    const verdict = form.querySelector(".verdict");
    const say = (text, name) => {
      verdict.textContent = text;
      verdict.className = "verdict " + name;
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const numbers = box ? readings(box.value) : choices.filter((one) => one.checked).map((one) => Number(one.value));
      const { right, wrong, unclear } = form.dataset;
      if (!numbers.length) say(unclear, "unclear");
      else if (numbers.some((number) => isRight(form, number))) say(right, "right");
      else say(wrong, "wrong");
    });
    // What was said of one answer says nothing of the next.
    form.addEventListener("input", () => say("", ""));
    for (const choice of choices) choice.hidden = false;
    form.classList.add("live");
    form.querySelector(".check").hidden = false;
  }

  addEventListener("DOMContentLoaded", () => {
    for (const form of document.querySelectorAll("form.reply")) start(form);
  });
})();
