"use strict";

// What a page can do beyond being read. Without this script nothing is missing that a reader needs.
(() => {
  const store = {
    get(key) { try { return localStorage.getItem("course." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("course." + key, value); } catch { /* Remembering is a courtesy. */ } },
  };

  // The scheme is the browser's: colours, scroll bars and form controls follow it.
  const scheme = document.querySelector("meta[name=color-scheme]");
  const chosen = store.get("theme");
  if (chosen === "light" || chosen === "dark") scheme.content = chosen;

  /** The button names the theme that it leads to. */
  function switchThemes() {
    const button = document.querySelector("button.theme");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => scheme.content === "light dark" ? system.matches : scheme.content === "dark";
    const label = () => { button.textContent = isDark() ? button.dataset.light : button.dataset.dark; };
    button.addEventListener("click", () => {
      scheme.content = isDark() ? "light" : "dark";
      store.set("theme", scheme.content);
      label();
    });
    system.addEventListener("change", label);
    label();
    button.hidden = false;
  }

  /** The other language opens at the place that is being read: anchors are the same in all languages. */
  function keepPlace() {
    const places = [...document.querySelectorAll("main [id]")].filter((place) => !place.closest(".opening"));
    const readPlace = () => {
      const line = innerHeight / 4;
      const above = places.filter((place) => place.getBoundingClientRect().top <= line);
      return above.length ? "#" + above[above.length - 1].id : "";
    };
    for (const link of document.querySelectorAll(".languages a")) {
      const address = link.getAttribute("href");
      const aim = () => { link.setAttribute("href", address + readPlace()); };
      for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, aim);
    }
  }

  function copyCode() {
    for (const button of document.querySelectorAll("button.copy")) {
      const code = button.closest(".listing, .command").querySelector("code");
      const label = button.textContent;
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = button.dataset.copied;
        setTimeout(() => { button.textContent = label; }, 2000);
      });
    }
  }

  /** The list of lessons closes as a menu does. */
  function closeContents() {
    const contents = document.querySelector("details.menu");
    if (!contents) return;
    document.addEventListener("click", (event) => {
      if (!contents.contains(event.target) || event.target.closest("a")) contents.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !contents.open) return;
      contents.open = false;
      contents.querySelector("summary").focus();
    });
  }

  /** On paper nothing can be unfolded. */
  function unfoldForPrint() {
    addEventListener("beforeprint", () => {
      for (const fold of document.querySelectorAll("main details")) fold.open = true;
    });
  }

  addEventListener("DOMContentLoaded", () => {
    switchThemes();
    keepPlace();
    copyCode();
    closeContents();
    unfoldForPrint();
  });
})();
