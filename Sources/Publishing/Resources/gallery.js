// Leaves of the figures those that hold every word, of one lesson or of all. Without this script all are shown.
(() => {
  "use strict";

  function start() {
    const form = document.querySelector("form.choice");
    const status = form.querySelector("[role=status]");
    const sections = [...document.querySelectorAll("main section")];
    const items = sections.flatMap((section) =>
      [...section.querySelectorAll("li")].map((item) => ({ item, section, words: fold(item.dataset.words) })));

    function show() {
      const words = fold(form.elements.words.value).split(/\s+/).filter(Boolean);
      const lesson = form.elements.lesson.value;
      let count = 0;
      const full = new Set();
      for (const { item, section, words: known } of items) {
        const isShown = (!lesson || section.id === lesson) && words.every((word) => known.includes(word));
        item.hidden = !isShown;
        if (isShown) { count += 1; full.add(section); }
      }
      for (const section of sections) section.hidden = !full.has(section);
      status.textContent = status.dataset.shown.replace("{n}", count);
    }

    form.hidden = false;
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    show();

    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll(".command button")) {
      button.hidden = false;
      const label = button.textContent;
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(button.previousElementSibling.textContent).then(() => {
          button.textContent = button.dataset.copied;
          setTimeout(() => { button.textContent = label; }, 2000);
        }, () => getSelection().selectAllChildren(button.previousElementSibling));
      });
    }
  }

  document.addEventListener("DOMContentLoaded", start);
})();
