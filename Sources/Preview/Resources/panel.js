// What went wrong or is under way, above the page that was good last.

const style = `
  :host { all: initial; position: fixed; inset: 0 0 auto; z-index: 2147483647; color-scheme: light dark; }
  :host([hidden]) { display: none; }
  details { margin: 0 auto; max-width: 60rem; font: 15px/1.5 system-ui, sans-serif; color: light-dark(#1c1b22, #e9e6df);
    background: light-dark(#fdfcf8, #17171c); border: 1px solid light-dark(#d9d5cb, #3a3a44);
    border-top: 4px solid light-dark(#b3213f, #f58aa0); }
  @supports not (color: light-dark(#000, #fff)) {
    :host { color-scheme: light; }
    details { color: #1c1b22; background: #fdfcf8; border: 1px solid #d9d5cb; border-top: 4px solid #b3213f; }
    :host([data-work]) details { border-top-color: #8a8676; }
  }
  summary { padding: 0.6rem 1rem; cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
  pre { margin: 0; padding: 0 1rem 0.6rem; max-height: 40vh; overflow: auto; white-space: pre-wrap;
    overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, monospace; }
  :host([data-work]) details { border-top-color: light-dark(#8a8676, #8d8a80); }
  p { margin: 0; padding: 0 1rem 0.6rem; }
`;
let parts = null;

/** Beside the body, not in it: the page's own order stays as it was served. */
function make() {
  const host = document.createElement("preview-panel");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const [panel, where, message, rest] = ["details", "summary", "pre", "p"].map((name) => document.createElement(name));
  panel.open = true;
  panel.append(where, message, rest);
  root.append(panel);
  host.setAttribute("role", "alert");
  host.lang = "en";
  document.documentElement.append(host);
  return { host, panel, where, message, rest };
}

/** Shows why the page is not up to date or what is being done about it, or that it is: null. */
export function show(failure) {
  if (!failure && parts === null) return;
  parts ??= make();
  parts.host.hidden = !failure;
  if (!failure) return;
  const { message, file, line, isWork } = failure;
  parts.host.toggleAttribute("data-work", Boolean(isWork));
  parts.host.setAttribute("role", isWork ? "status" : "alert");
  parts.where.textContent = isWork ? message : file ? file + (line ? ":" + line : "") : "This page is not up to date";
  parts.message.textContent = isWork ? "" : message;
  parts.rest.textContent = "Below is the last page that was good.";
  parts.panel.open = !isWork;
}
