// Puts labs in the place of the figures that stand for them.

import { Words } from "./elements.js";
import { Colours } from "./colours.js";
import { fromAddress } from "./pictures.js";
import { asked } from "./places.js";

/** What all labs of the page share: pictures, networks, kernels, tables of colours. */
function readMaterial() {
  const material = JSON.parse(document.querySelector("script.lab-material").textContent);
  return { ...material, colours: new Colours(material.colours) };
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
    const { isHere, isNamed, query } = asked(figure.id);
    if (isHere) figure.scrollIntoView({ behavior: "instant" });
    if (isFirst || (isNamed && query !== undefined)) lab.open(query ?? "");
  };
  // Browsers that keep pixels from pages leave the figure as it is.
  (picture ? fromAddress(picture.address) : Promise.resolve(null)).then((pixels) => {
    lab.use(pixels);
    open(true);
    addEventListener("hashchange", () => {
      // What is on its way into the address would replace the one that the reader has gone to.
      lab.remember.stop();
      open(false);
    });
  }).catch(() => show(false));
}

/**
 * Starts the page's labs once it is there.
 *
 * @param kinds a class for each kind; its labs have `element`, `use` for a picture, `open` for a query, and `remember`
 */
export function startLabs(kinds) {
  addEventListener("DOMContentLoaded", () => {
    const roots = [...document.querySelectorAll(".lab")];
    if (!roots.length) return;
    const material = readMaterial();
    for (const root of roots) start(root, kinds[root.dataset.kind], material);
  });
}
