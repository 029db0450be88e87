"use strict";

// What a page can do beyond being read. Without this script nothing is missing that a reader needs.
(() => {
  const store = {
    get(key) { try { return localStorage.getItem("course." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("course." + key, value); } catch { /* Remembering is a courtesy. */ } },
  };

  // The scheme is the browser's: colours, scroll bars and form controls follow it.
  const scheme = document.querySelector("meta[name=color-scheme]");
  const choose = (name) => {
    scheme.content = name;
    document.documentElement.classList.toggle("by-day", name === "light");
    document.documentElement.classList.toggle("by-night", name === "dark");
  };
  const chosen = store.get("theme");
  if (chosen === "light" || chosen === "dark") choose(chosen);

  /** The button names the theme that it leads to. */
  function switchThemes() {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => scheme.content === "light dark" ? system.matches : scheme.content === "dark";
    const buttons = document.querySelectorAll("button.theme");
    const label = () => {
      for (const button of buttons) button.textContent = isDark() ? button.dataset.light : button.dataset.dark;
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        choose(isDark() ? "light" : "dark");
        store.set("theme", scheme.content);
        label();
      });
      button.hidden = false;
    }
    system.addEventListener("change", label);
    label();
  }

  /** The other language opens at the place that is being read: places have the same names in all languages. */
  function keepPlace() {
    const places = [...document.querySelectorAll("main [id]")].filter((place) => !place.closest(".opening"));
    const placeBeingRead = () => {
      const line = innerHeight / 4;
      const shown = places.filter((place) => place.offsetParent && place.getBoundingClientRect().top <= line);
      return shown.length ? shown[shown.length - 1].id : "";
    };
    for (const link of document.querySelectorAll(".languages a")) {
      const address = link.getAttribute("href");
      const aim = () => {
        // Where a lab is played with, the other language shows the same.
        const [played, state] = location.hash.slice(1).split("?");
        const place = state ? `${played}?${state}` : placeBeingRead();
        if (!place) link.setAttribute("href", address);
        // In one file with both languages, names begin with their language.
        else if (address.startsWith("#")) link.setAttribute("href", address + place.slice(2));
        else link.setAttribute("href", address + "#" + place);
      };
      for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, aim);
      link.addEventListener("click", () => store.set("language", link.hreflang));
    }
  }

  /** Where one file holds several languages, it shows the one that its address or its reader names. */
  function showEdition() {
    const parts = [...document.querySelectorAll("[data-edition]")];
    if (!parts.length) return;
    const known = new Set(parts.map((part) => part.dataset.edition));
    const show = () => {
      // Behind a question mark stands what a lab is to show there.
      const [place] = location.hash.slice(1).split("?");
      // A place is called after its edition: en.edges.fig-laplacian. A reader of es-AR is served in es.
      const wishes = [place.split(".")[0], store.get("language"),
        ...navigator.languages.flatMap((name) => [name, name.split("-")[0]])];
      const language = wishes.find((name) => known.has(name)) ?? parts[0].dataset.edition;
      for (const part of parts) part.hidden = part.dataset.edition !== language;
      document.documentElement.lang = language;
      const target = place && document.getElementById(place);
      if (target) target.scrollIntoView();
    };
    addEventListener("hashchange", show);
    show();
  }

  function copyCode() {
    for (const button of document.querySelectorAll("button.copy")) {
      const parts = [...button.closest(".face, .command").querySelectorAll("code")];
      const label = button.textContent;
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(parts.map((part) => part.textContent).join("\n"));
        } catch {
          // Browsers may refuse; what is marked can be copied by hand.
          return getSelection().setBaseAndExtent(parts[0], 0, parts[parts.length - 1], parts[parts.length - 1].childNodes.length);
        }
        button.textContent = button.dataset.copied;
        setTimeout(() => { button.textContent = label; }, 2000);
      });
    }
  }

  /**
   * A listing in two languages shows one behind two tabs, and all listings of the course the same one. A wide screen has
   * room for both, and without this script both stand there.
   */
  function chooseFaces() {
    const listings = [...document.querySelectorAll(".listing.twofold")];
    if (!listings.length) return;
    const show = (face) => {
      for (const listing of listings) {
        for (const tab of listing.querySelectorAll("[role=tab]")) {
          const isChosen = tab.dataset.face === face;
          tab.setAttribute("aria-selected", isChosen);
          tab.tabIndex = isChosen ? 0 : -1;
        }
        for (const part of listing.querySelectorAll(".face")) {
          part.classList.toggle("behind", part.dataset.face !== face);
        }
      }
    };
    // What is chosen far above or below must not move what is being read.
    const choose = (tab) => {
      const before = tab.getBoundingClientRect().top;
      show(tab.dataset.face);
      store.set("face", tab.dataset.face);
      scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });
      tab.focus({ preventScroll: true });
    };
    const wide = matchMedia("(min-width: 1600px)");
    for (const listing of listings) {
      const tabs = [...listing.querySelectorAll("[role=tab]")];
      listing.classList.add("tabbed");
      listing.querySelector("[role=tablist]").hidden = false;
      tabs.forEach((tab, index) => {
        tab.addEventListener("click", () => choose(tab));
        tab.addEventListener("keydown", (event) => {
          const places = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tabs.length - 1 };
          if (!(event.key in places)) return;
          event.preventDefault();
          choose(tabs[(places[event.key] + tabs.length) % tabs.length]);
        });
      });
    }
    // What tabs control are panels; side by side they are none.
    const name = () => {
      for (const listing of listings) {
        for (const part of listing.querySelectorAll(".face")) {
          if (wide.matches) {
            part.removeAttribute("role");
            part.removeAttribute("aria-labelledby");
          } else {
            part.setAttribute("role", "tabpanel");
            part.setAttribute("aria-labelledby", part.id + "-tab");
          }
        }
      }
    };
    wide.addEventListener("change", name);
    name();
    const chosen = store.get("face");
    show(chosen === "python" ? chosen : "swift");
  }

  /** The list of lessons closes as a menu does. */
  function closeContents() {
    for (const contents of document.querySelectorAll("details.menu")) {
      document.addEventListener("click", (event) => {
        if (!contents.contains(event.target) || event.target.closest("a")) contents.open = false;
      });
      document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !contents.open) return;
        contents.open = false;
        contents.querySelector("summary").focus();
      });
    }
  }

  /** A line under the bar and marks beside the sections tell how far the reader has come. */
  function showProgress() {
    const line = document.querySelector(".progress");
    const entries = [...document.querySelectorAll(".outline a")].map((link) => {
      return { link, place: document.getElementById(link.getAttribute("href").slice(1)) };
    });
    let isDue = false;
    const show = () => {
      isDue = false;
      const shown = [...document.querySelectorAll(".whole article")].find((article) => {
        const frame = article.getBoundingClientRect();
        return frame.height > 0 && frame.top <= innerHeight / 3 && frame.bottom > innerHeight / 3;
      });
      const text = (shown ?? document.querySelector("main")).getBoundingClientRect();
      const way = Math.max(text.height - innerHeight, 1);
      line.style.transform = `scaleX(${Math.min(Math.max(-text.top / way, 0), 1)})`;
      let current = null;
      for (const { link, place } of entries) {
        const isRead = place.offsetParent && place.getBoundingClientRect().top < innerHeight / 3;
        link.classList.toggle("read", Boolean(isRead));
        link.removeAttribute("aria-current");
        if (isRead) current = link;
      }
      current?.setAttribute("aria-current", "location");
    };
    const ask = () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(show);
    };
    addEventListener("scroll", ask, { passive: true });
    addEventListener("resize", ask);
    ask();
  }

  /** Boxes take the keyboard's focus where there is something to move in them, and only there. */
  function focusWhatMoves() {
    const boxes = [...document.querySelectorAll("main [tabindex='0']")];
    const look = () => {
      const moves = boxes.map((box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1);
      boxes.forEach((box, index) => {
        if (moves[index]) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
      });
    };
    const watch = new ResizeObserver(look);
    watch.observe(document.documentElement);
    document.addEventListener("toggle", look, true);
    addEventListener("hashchange", look);
  }

  addEventListener("DOMContentLoaded", () => {
    showEdition();
    switchThemes();
    keepPlace();
    copyCode();
    chooseFaces();
    closeContents();
    showProgress();
    focusWhatMoves();
  });
})();
