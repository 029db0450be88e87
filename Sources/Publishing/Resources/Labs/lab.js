// What all labs do alike: a state that stands in the page's address, and is shown once before the screen is.

import { after, div, element, labelled, sentences } from "./elements.js";
import { Spin } from "./spin.js";
import { readMembers, writeMembers } from "./members.js";
import { addressOf, record } from "./places.js";

/** Labs have an `element`, and say how to `draw` their state; `readers` read its members from an address. */
export class Lab {
  /**
   * @param id the place's name in the page's address
   * @param data what this lab alone is about
   */
  constructor({ id, words, material, data }) {
    Object.assign(this, { id, words, data, colours: material.colours });
    this.remember = after(300, () => {
      record(id, this.write());
      this.offer("");
    });
    this.speak = after(400, () => this.tellNews());
    this.status = element("p", { className: "spoken", role: "status" });
    this.copy = this.button("copyAddress", () => this.copyAddress());
    this.refused = this.message();
    this.byHand = element("input", {
      type: "text", className: "address", readOnly: true, hidden: true, ariaLabel: words.say("address"),
      onfocus: () => this.byHand.select(),
    });
  }

  // MARK: Parts

  button(key, onclick) { return element("button", { type: "button", onclick }, this.words.say(key)); }

  /** What is wrong, said beside what it is about. */
  message() { return element("p", { className: "message", role: "alert" }); }

  tools(...content) { return div("tools", ...content); }

  help(key) { return element("p", { className: "help", id: `${this.id}-${key}` }, this.words.say(key)); }

  /** A field for a number. */
  spin(key, options, onchange) {
    const label = this.words.say(key);
    const spin = new Spin({ label, words: this.words, ...options }, onchange);
    spin.labelled = labelled(label, spin.field);
    return spin;
  }

  /** What stands last. */
  end(...content) {
    return [this.tools(...content, this.button("reset", () => this.reset()), this.copy), this.refused, this.byHand, this.status];
  }

  // MARK: What is shown

  use(picture) { this.own = this.picture = picture; }

  read(query) { return readMembers(query, this.base, this.readers); }

  /** Has texts spoken that are new to those who listen. */
  announce(...texts) {
    this.texts = texts;
    // What stands there at first is read with the page.
    this.heard ??= texts;
    this.speak();
  }

  tellNews() {
    const news = this.texts.filter((text, index) => text !== this.heard[index]);
    if (news.length) this.status.textContent = sentences(news);
    this.heard = this.texts;
  }

  /** Shows what a query says. */
  open(query) {
    this.state = this.read(query);
    this.draw();
  }

  reset() {
    this.open("");
    this.remember();
  }

  /** Takes a change; it is drawn once before the screen is. */
  change(part) {
    Object.assign(this.state, part);
    this.remember();
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => {
      this.isDue = false;
      this.draw();
    });
  }

  /** Signed numbers stand on the colour of the paper, which follows the scheme. */
  watchScheme() {
    const look = () => this.draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
    new MutationObserver(look).observe(document.querySelector("meta[name=color-scheme]"), { attributes: true });
  }

  get isDark() {
    const { content } = document.querySelector("meta[name=color-scheme]");
    return content === "light dark" ? matchMedia("(prefers-color-scheme: dark)").matches : content === "dark";
  }

  // MARK: The address

  write() { return writeMembers(this.state, this.base, this.readers); }

  async copyAddress() {
    const address = location.href.split("#")[0] + addressOf(this.id, this.write());
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      // Browsers may refuse, and some have no clipboard.
      return this.offer(address);
    }
    this.offer("");
    this.copy.textContent = this.status.textContent = this.words.say("copied");
    setTimeout(() => { this.copy.textContent = this.words.say("copyAddress"); }, 2000);
  }

  /** Shows an address to copy by hand; none where that is empty. */
  offer(address) {
    if (!address && this.byHand.hidden) return;
    this.refused.textContent = address && this.words.say("copyRefused");
    Object.assign(this.byHand, { value: address, hidden: !address });
    if (address) this.byHand.focus();
  }
}
