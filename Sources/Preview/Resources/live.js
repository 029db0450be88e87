// Follows what the preview announces, in the page that names this script. The server puts it into what it serves;
// written pages know nothing of it.
//
// The page is fetched whenever something may have changed. What differs is exchanged in place where only text, styles or
// pictures do: everything that the page's own scripts have set up stays as it is, and so do the place, the focus and what
// is unfolded. All else loads the page anew and goes back to the place: so the page's scripts begin as they do for every
// reader, and need to know nothing of the preview.

import { exchange, refresh } from "./exchange.js";
import { show } from "./panel.js";
import { goBack, remember } from "./place.js";

const pause = 500;
const patience = 1500;
const absent = "The preview is not running. This page goes on when it is started again.";

/** The page as it was served: what the next one is compared with. */
const page = { version: document.querySelector("script[data-version]").dataset.version, text: null };
/** Which server this is, and how often it has announced a change; null until it has said so. */
let known = null;
let stream = null;
/** Since when the server has not answered. */
let lostSince = null;
let isLooking = false;
let isDue = false;

function reload() {
  remember();
  location.reload();
}

/** The page as it is served now; nothing where the server does not answer: when it is there again, it is asked again. */
async function fetchPage() {
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    return { version: answer.ok ? answer.headers.get("ETag").slice(1, -1) : "", text: await answer.text() };
  } catch {
    return null;
  }
}

/** Compares the page with what is served now. One look at a time; what comes in between leads to one more. */
async function look() {
  isDue = true;
  if (isLooking) return;
  isLooking = true;
  while (isDue) {
    isDue = false;
    const fresh = await fetchPage();
    if (fresh === null) break;
    if (fresh.version === page.version) {
      page.text ??= fresh.text;
    } else if (fresh.version !== "") {
      // Where there is no page any more, the last good one stays; why, the panel says.
      if (page.text === null || !exchange(page.text, fresh.text)) return reload();
      Object.assign(page, fresh);
    }
  }
  isLooking = false;
}

/** Whether something that the page uses is among the paths, or may be. */
function take({ paths, count }) {
  known.count = count;
  if (refresh(paths)) look();
  else reload();
}

const events = {
  hello({ server, count, failure }) {
    lostSince = null;
    if (known !== null && server !== known.server) return reload();
    const hasMissed = known !== null && count !== known.count;
    known = { server, count };
    show(failure);
    if (hasMissed) take({ paths: [], count });
    else look();
  },
  changed: take,
  working: ({ message }) => show({ message, isWork: true }),
  failed: show,
  mended: () => show(null),
};

/** A browser has six connections to a server for all its pages: those that nobody sees give theirs back. */
function connect() {
  if (stream !== null || document.visibilityState === "hidden") return;
  const own = stream = new EventSource("/.preview/events");
  for (const [name, act] of Object.entries(events)) {
    own.addEventListener(name, (event) => { if (own === stream) act(JSON.parse(event.data)); });
  }
  own.addEventListener("error", () => {
    if (own !== stream) return;
    // Browsers try again by themselves, but not after every error.
    own.close();
    setTimeout(() => {
      if (own !== stream) return;
      stream = null;
      connect();
    }, pause);
    lostSince ??= performance.now();
    if (performance.now() - lostSince > patience) show({ message: absent });
  });
}

function disconnect() {
  stream?.close();
  stream = null;
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") disconnect();
  else connect();
});
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);

goBack();
connect();
