// What a page's address has its labs show: `#fig-digit-lab?digit=3`.
//
// An address names one lab. What the others show stands with it in the browser's history, so that a page that is loaded
// again shows what it did.

const named = () => location.hash.slice(1).split("?");

/** What a lab is to show: `isHere` where the address itself says so; undefined where nobody does. */
export function asked(id) {
  const [place, query] = named();
  const isHere = place === id && query !== undefined;
  return { isHere, isNamed: place === id, query: isHere ? query : history.state?.[id] };
}

/** Notes what a lab shows. Another place that somebody has been at stays in the history, and is found by going back. */
export function record(id, query) {
  const states = { ...history.state, [id]: query };
  const isSame = ["", id].includes(named()[0]);
  history[isSame ? "replaceState" : "pushState"](states, "", addressOf(id, query));
}

export const addressOf = (id, query) => `#${id}${query && "?" + query}`;
