// Where the reader is, kept while the page is loaded anew.

const key = "preview:" + location.pathname;

/** What can be scrolled along with the text: the nearest place with a name above the middle of the window. */
function anchor() {
  const places = [...document.querySelectorAll("[id]")].filter((place) => place.getClientRects().length > 0);
  const above = places.filter((place) => place.getBoundingClientRect().top <= innerHeight / 2);
  const nearest = above.length > 0 ? above[above.length - 1] : null;
  return nearest && { id: nearest.id, top: nearest.getBoundingClientRect().top };
}

/** An element by its name, else by its number among those of its kind. */
function nameOf(element, kind) {
  return element.id || [...document.querySelectorAll(kind)].indexOf(element);
}
function named(name, kind) {
  return typeof name === "string" ? document.getElementById(name) : document.querySelectorAll(kind)[name];
}

/** Where text stands. */
export const textual = "p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, figcaption, caption, summary, blockquote";

/**
 * The text or picture that begins nearest to where people read, a third down the window. What holds several of them is
 * no measure: its top stays while they move in it.
 */
function beingRead() {
  let [nearest, least] = [null, Infinity];
  for (const element of document.querySelectorAll(`${textual}, img, pre`)) {
    if (element.getClientRects().length === 0) continue;
    const distance = Math.abs(element.getBoundingClientRect().top - innerHeight / 3);
    if (distance < least) [nearest, least] = [element, distance];
  }
  return nearest;
}

/** Changes the page in a way that leaves what is being read where it is in the window. */
export function keepPlace(change) {
  const read = beingRead();
  const top = read?.getBoundingClientRect().top;
  change();
  if (!read?.isConnected) return;
  scrollBy({ top: read.getBoundingClientRect().top - top, behavior: "instant" });
}

/** Notes scrolling, focus, and what is unfolded, for the page that comes. */
export function remember() {
  const folds = [...document.querySelectorAll("details")].map((fold) => [nameOf(fold, "details"), fold.open]);
  const { activeElement: active } = document;
  const focus = active && active !== document.body ? [nameOf(active, active.localName), active.localName] : null;
  const place = { x: scrollX, y: scrollY, anchor: anchor(), folds, focus };
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // Then the browser's own memory of the place must do.
  }
}

/** Goes back to what was noted, if anything was. */
export function goBack() {
  const text = sessionStorage.getItem(key);
  if (text === null) return;
  sessionStorage.removeItem(key);
  const place = JSON.parse(text);
  for (const [name, isOpen] of place.folds) {
    const fold = named(name, "details");
    if (fold) fold.open = isOpen;
  }
  const scroll = () => {
    const near = place.anchor && document.getElementById(place.anchor.id);
    const y = near ? scrollY + near.getBoundingClientRect().top - place.anchor.top : place.y;
    scrollTo({ left: place.x, top: y, behavior: "instant" });
  };
  history.scrollRestoration = "manual";
  scroll();
  // Pictures without a size push the text about until they are there; a reader who has moved on is left alone.
  let isOwn = true;
  for (const event of ["wheel", "pointerdown", "keydown"]) {
    addEventListener(event, () => { isOwn = false; }, { once: true, passive: true });
  }
  addEventListener("load", () => { if (isOwn) scroll(); });
  // Not before: behind the load event browsers go back to what they remember, unless they are told not to.
  addEventListener("pagehide", () => { history.scrollRestoration = "auto"; });
  if (place.focus !== null) named(...place.focus)?.focus({ preventScroll: true });
}
