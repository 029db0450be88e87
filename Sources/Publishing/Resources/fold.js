
/** A text as the search compares it: case and accents don't count. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
