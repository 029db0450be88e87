// Puts labs in the place of the figures that stand for them.

import { Words } from "./elements.js";
import { Colours } from "./colours.js";
import { fromAddress } from "./pictures.js";

/** What all labs of the page share: pictures, networks, kernels, tables of colours. */
function readMaterial() {
  const material = JSON.parse(document.querySelector("script.lab-material").textContent);
  return { ...material, colours: new Colours(material.colours) };
}

/** The query of the page's address, where that names this place. */
function queryFor(id) {
  const [place, query] = location.hash.slice(1).split("?");
  return query !== undefined && place === id ? query : null;
}

function start(root, Lab, material) {
  const figure = root.closest("figure");
  const words = new Words(JSON.parse(root.querySelector("script").textContent));
  const picture = material.pictures[root.dataset.picture];
  const data = Object.fromEntries(Object.entries(JSON.parse(root.dataset.parts)).map(([role, name]) => [role, material.parts[name]]));
  const lab = new Lab({ id: figure.id, picture, words, material, data, state: root.dataset.state });
  root.append(lab.element);
  // From here on the figure is on paper alone. The lab has its size at once, so that no text moves later.
  const show = (isShown) => {
    root.hidden = !isShown;
    figure.classList.toggle("live", isShown);
  };
  show(true);
  const open = (isFirst) => {
    const query = queryFor(figure.id);
    if (query !== null) figure.scrollIntoView({ behavior: "instant" });
    if (query !== null || isFirst) lab.open(query ?? "");
  };
  // Browsers that keep pixels from pages leave the figure as it is.
  (picture ? fromAddress(picture.address) : Promise.resolve(null)).then((pixels) => {
    lab.use(pixels);
    open(true);
    addEventListener("hashchange", () => open(false));
  }).catch(() => show(false));
}

/**
 * Starts the page's labs once it is there.
 *
 * @param kinds a class for each kind; its labs have `element`, `use` for a picture, and `open` for a query
 */
export function startLabs(kinds) {
  addEventListener("DOMContentLoaded", () => {
    const roots = [...document.querySelectorAll(".lab")];
    if (!roots.length) return;
    const material = readMaterial();
    for (const root of roots) start(root, kinds[root.dataset.kind], material);
  });
}
