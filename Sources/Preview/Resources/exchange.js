// Brings a page up to date without loading it anew, where that can't be noticed.
//
// Two served texts are compared, never the page as it stands: that one its scripts have changed. Each difference is then
// looked up in the page by its place, and only where the page still has there what was served is it exchanged.

import { keepPlace, textual } from "./place.js";

/** What a script may hold on to, or what acts by itself. */
const busy = "[id], [tabindex], a[href^='#'], button, input, select, textarea, details, canvas, iframe, video, audio, "
  + "dialog, script, style";
/** What is read from an attribute, by people and by browsers, and by no script of a page. */
const spoken = ["alt", "title", "aria-label", "content", "datetime", "lang"];

/** Styles become blocks of data: where they are parsed, the policy of the page that is open is asked about them. */
const styleType = "text/x-style";
function parse(text) {
  const tame = text.replace(/<style\b/gi, `<script type="${styleType}"`).replace(/<\/style\b/gi, "</script");
  return new DOMParser().parseFromString(tame, "text/html");
}
const isStyle = (element) => element.type === styleType;
const policyBesideStyles = (text) => text.replace(/style-src[^;]*/, "");

/** Shows what `after` says and `before` did not; false, and nothing is done, where that takes a page loaded anew. */
export function exchange(before, after) {
  const [old, fresh] = [parse(before), parse(after)];
  const changes = [];
  for (const part of ["documentElement", "head", "body"]) {
    if (!sameAttributes(old[part], fresh[part], [], changes, part)) return false;
  }
  for (const part of ["head", "body"]) {
    if (!compareAll(old[part], fresh[part], [part], changes)) return false;
  }
  const steps = changes.map(stepFor);
  const sheets = stylesOf(old).join() === stylesOf(fresh).join() ? [] : sheetsOf(fresh);
  if (sheets === null || steps.includes(null)) return false;
  keepPlace(() => {
    for (const step of steps) step();
    if (sheets.length > 0) adopt(sheets);
  });
  return true;
}

function compare(old, fresh, path, changes) {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) return false;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) changes.push({ path, old, set: (live) => { live.data = fresh.data; } });
    return true;
  }
  if (!sameAttributes(old, fresh, path, changes)) return false;
  if (isStyle(old)) return true;
  if (old.localName === "script") return old.textContent === fresh.textContent;
  const found = changes.length;
  if (compareAll(old, fresh, path, changes)) return true;
  // Between such elements nothing is added or taken away in place: scripts may have counted them.
  if (!old.matches(textual) || old.querySelector(busy) || fresh.querySelector(busy)) return false;
  changes.length = found;
  changes.push({ path, old, set: (live) => live.replaceChildren(...document.importNode(fresh, true).childNodes) });
  return true;
}

function compareAll(old, fresh, path, changes) {
  if (old.childNodes.length !== fresh.childNodes.length) return false;
  return [...old.childNodes].every((child, index) => {
    return compare(child, fresh.childNodes[index], [...path, index], changes);
  });
}

/** Attributes that scripts may have read must be the same; others become changes. */
function sameAttributes(old, fresh, path, changes) {
  const names = new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()]);
  for (const name of names) {
    const [was, is] = [old.getAttribute(name), fresh.getAttribute(name)];
    if (was === is || old.localName === "script" && name === "data-version") continue;
    // The new styles are let in by another way; for all else the policy must be the same.
    const isPolicy = old.localName === "meta" && old.httpEquiv.toLowerCase() === "content-security-policy";
    if (isPolicy && policyBesideStyles(was ?? "") === policyBesideStyles(is ?? "")) continue;
    if (isPolicy || path.length === 0 || was === null || is === null || !spoken.includes(name)) return false;
    changes.push({ path, old, attribute: name, set: (live) => live.setAttribute(name, is) });
  }
  return true;
}

/** What makes the change, where the page has at its place what was served; null where it has not. */
function stepFor({ path: [part, ...indices], old, attribute, set }) {
  let live = document[part];
  for (const index of indices) live = live?.childNodes[index];
  if (live === undefined || live === null || live.nodeName !== old.nodeName) return null;
  const isUntouched = attribute ? live.getAttribute(attribute) === old.getAttribute(attribute)
    : old.nodeType === Node.ELEMENT_NODE ? live.isEqualNode(old) : live.data === old.data;
  return isUntouched ? () => set(live) : null;
}

const stylesOf = (page) => [...page.querySelectorAll("script")].filter(isStyle).map((style) => style.textContent);

/** All styles of the page as sheets that a policy does not ask about; null where they can't be had so. */
function sheetsOf(page) {
  const styles = [...page.querySelectorAll("script")].filter(isStyle);
  if (styles.some((style) => style.hasAttribute("media") || style.textContent.includes("@import"))) return null;
  return styles.map((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    return sheet;
  });
}

function adopt(sheets) {
  for (const style of document.querySelectorAll("style")) style.sheet.disabled = true;
  document.adoptedStyleSheets = sheets;
}

/** Fetches pictures and style sheets again that are among the paths; all, where there are none. False where a script
 * is, which only runs in a page that is loaded anew. */
export function refresh(paths) {
  const changed = new Set(paths.map((path) => new URL("/" + path.split("/").map(encodeURIComponent).join("/"), location).href));
  const isMeant = (address) => {
    const url = new URL(address, document.baseURI);
    url.search = url.hash = "";
    return url.origin === location.origin && (paths.length === 0 || changed.has(url.href));
  };
  const again = (address) => {
    const url = new URL(address, document.baseURI);
    url.search = "?" + performance.now();
    return url.href;
  };
  if ([...document.scripts].some((script) => script.src && !script.dataset.version && isMeant(script.src))) return false;
  for (const [kind, attribute] of [["img, source[src]", "src"], ["link[rel=stylesheet]", "href"], ["image", "href"]]) {
    for (const element of document.querySelectorAll(kind)) {
      const address = element.getAttribute(attribute);
      if (address && isMeant(address)) element.setAttribute(attribute, again(address));
    }
  }
  for (const element of document.querySelectorAll("[srcset]")) {
    const sources = element.getAttribute("srcset").split(",").map((source) => source.trim().split(/\s+/));
    if (!sources.some(([address]) => address && isMeant(address))) continue;
    element.setAttribute("srcset", sources.map(([address, ...size]) => [again(address), ...size].join(" ")).join(", "));
  }
  return true;
}
