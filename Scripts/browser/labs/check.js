// The least that tests need: a name, a body, and words for what differs.

const tests = [];

export const test = (name, body) => tests.push({ name, body });

const written = (value) => JSON.stringify(value, (_, part) =>
  (ArrayBuffer.isView(part) ? [...part] : Object.is(part, -0) ? "-0" : part));

export function equal(found, wanted, what = "") {
  if (written(found) !== written(wanted)) throw new Error(`${what} ${written(found)} where ${written(wanted)} is wanted`);
}

/** Runs all tests; gives the names of all, and what is wrong with those that failed. */
export async function run() {
  const failures = [];
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (error) {
      failures.push(`${name}: ${error.message}`);
    }
  }
  return { names: tests.map(({ name }) => name), failures };
}
