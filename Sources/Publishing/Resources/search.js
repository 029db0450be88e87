
// Finds places of the course in the reader's language, without a server. What there is to find stands in the page, or
// in files beside it that are loaded when somebody asks.
(() => {
  const termsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  /** The words of a text, a blank before and after each. */
  const rowOf = (text) => ` ${termsOf(text).join(" ")} `;

  /** How well a word fits a row: whole, as the beginning of a longer one, not at all. */
  const fit = (row, term) => row.includes(` ${term} `) ? 3 : row.includes(` ${term}`) ? 2 : 0;

  class Place {
    constructor(page, [anchor, heading, section, text]) {
      Object.assign(this, { page, section, heading, text });
      this.address = page.address + (anchor && page.separator + anchor);
      this.rows = {
        heading: rowOf(anchor ? heading : page.title), text: rowOf(text), around: rowOf(`${section} ${page.title}`),
      };
    }

    /** How well the place answers: 0 unless it has every word, and one of them not just in what stands above it. */
    rank(terms) {
      let [sum, own] = [0, 0];
      for (const term of terms) {
        const here = 8 * fit(this.rows.heading, term) + fit(this.rows.text, term);
        const anywhere = here || 0.5 * fit(this.rows.around, term);
        if (!anywhere) return 0;
        sum += anywhere;
        own += here;
      }
      const isPhrase = terms.length > 1 && (this.rows.heading + this.rows.text).includes(` ${terms.join(" ")}`);
      return own && sum + (isPhrase ? 4 : 0);
    }
  }

  /** The words of a text that fit, each with its place and how much of it was typed. */
  function* hits(text, terms) {
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const term = terms.filter((term) => fold(word).startsWith(term)).sort((a, b) => b.length - a.length)[0];
      if (!term) continue;
      let end = 1;
      while (fold(word.slice(0, end)).length < term.length || /^\p{M}/u.test(word.slice(end))) end += 1;
      yield { start: index, end: index + end };
    }
  }

  /** A piece of a text around the first word that fits. */
  function excerpt(text, terms) {
    const [first] = hits(text, terms);
    const start = first && first.start > 60 ? text.indexOf(" ", first.start - 50) + 1 : 0;
    const piece = text.slice(start, start + 180);
    const isCut = start + piece.length < text.length;
    return (start ? "… " : "") + (isCut ? `${piece.replace(/\s\S*$/u, "")} …` : piece);
  }

  function element(name, className, ...content) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...content);
    return made;
  }

  /** A text with what fits marked in it. */
  function marked(className, text, terms) {
    const made = element("span", className);
    let done = 0;
    for (const { start, end } of hits(text, terms)) {
      made.append(text.slice(done, start), element("mark", "", text.slice(start, end)));
      done = end;
    }
    made.append(text.slice(done));
    return made;
  }

  /** Loads what is known of a page. A name is checked, so that nobody's markup names another script. */
  function load(name) {
    return new Promise((resolve) => {
      if (!/^[\w-]+$/.test(name)) return resolve();
      const script = element("script", "");
      script.onload = () => resolve(script.page);
      script.onerror = () => resolve();
      script.src = `search/${name}.js`;
      document.head.append(script);
    });
  }

  async function read(root) {
    const known = root.querySelector("script");
    const pages = known ? JSON.parse(known.textContent) : await Promise.all(root.dataset.pages.split(" ").map(load));
    return pages.filter(Boolean).flatMap((page) => page.places.map((place) => new Place(page, place)));
  }

  /** A field with a list below it, as the ARIA Authoring Practices have it: a combobox that lists. */
  function search(root) {
    const [field, found, status, list] = ["input", ".found", "p", "[id]"].map((part) => root.querySelector(part));
    let places = null;
    let active = -1;
    let origin = null;

    function choose(index) {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = index;
      const option = list.children[active];
      field.setAttribute("aria-activedescendant", option?.id ?? "");
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
    }

    function show(results, terms, message) {
      list.replaceChildren(...results.map((place, index) => {
        const { number, title } = place.page;
        const trail = [place.section, place.heading].filter(Boolean).join(" · ");
        const option = element("a", "", element("span", "number", number ?? ""), marked("title", title, terms),
          marked("trail", trail, terms), marked("excerpt", excerpt(place.text, terms), terms));
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        return Object.assign(option, { href: place.address, id: `${list.id}-${index + 1}`, tabIndex: -1 });
      }));
      list.hidden = !results.length;
      list.scrollTop = 0;
      status.textContent = message;
      found.classList.toggle("open", Boolean(message));
      field.setAttribute("aria-expanded", String(!list.hidden));
      choose(-1);
    }

    const close = () => show([], [], "");

    async function look() {
      places ??= read(root);
      const all = await places;
      const { none, more, missing } = root.dataset;
      const counts = root.dataset.counts.split("\n");
      const terms = termsOf(field.value);
      if (document.activeElement !== field || !terms.length) return close();
      const ranked = all.map((place) => ({ place, rank: place.rank(terms) })).filter(({ rank }) => rank)
        .sort((a, b) => b.rank - a.rank);
      const message = !all.length ? missing
        : !ranked.length ? none.replace("{query}", () => field.value.trim())
        : counts[ranked.length - 1] ?? more;
      show(ranked.slice(0, counts.length).map(({ place }) => place), terms, message);
    }

    function leave() {
      close();
      field.value = "";
      (origin ?? field).focus({ preventScroll: true });
      field.blur();
    }

    const keys = {
      ArrowDown: () => choose(active + 1 < list.children.length ? active + 1 : -1),
      ArrowUp: () => choose(active < 0 ? list.children.length - 1 : active - 1),
      Enter: () => list.children[Math.max(active, 0)]?.click(),
      Escape: leave,
    };
    field.addEventListener("keydown", (event) => {
      if (event.isComposing || !keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
    field.addEventListener("input", look);
    field.addEventListener("focus", (event) => {
      origin = event.relatedTarget;
      look();
    });
    root.addEventListener("focusout", (event) => { if (!root.contains(event.relatedTarget)) close(); });
    // The field keeps the focus, so that the list is still there when the button comes up.
    found.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      if (!event.target.closest("a") || event.ctrlKey || event.metaKey || event.shiftKey) return;
      close();
      field.blur();
    });
    root.hidden = false;
    return field;
  }

  addEventListener("DOMContentLoaded", () => {
    const fields = [...document.querySelectorAll(".search")].map(search);
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      const field = fields.find((field) => field.offsetParent);
      if (!field) return;
      event.preventDefault();
      field.focus({ preventScroll: true });
      field.select();
    });
  });
})();
