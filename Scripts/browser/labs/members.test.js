import { test, equal } from "./check.js";
import { limited, oneOf, pair, readMembers, whole, writeMembers } from "/members.js";

const readers = { step: whole(1, 9), at: pair(-3, 3), kind: oneOf(["max", "average"]), share: limited(0, 1) };
const base = { step: 1, at: [0, 0], kind: "max", share: 0.5 };

test("members are read as they were written, and what does not differ is left out", () => {
  equal(writeMembers(base, base, readers), "");
  for (const query of ["step=4&at=-1,3", "kind=average&share=0.25"]) {
    equal(writeMembers(readMembers(query, base, readers), base, readers), query);
  }
});

test("a query that is longer than any lab's own is passed over whole", () => {
  const padding = (length) => `step=4&x=${"y".repeat(length)}`;
  equal(readMembers(padding(9000), base, readers).step, 4);
  equal(readMembers(padding(10_000), base, readers), base);
});

test("what makes no sense is passed over", () => {
  for (const query of ["step=0", "step=1.5", "at=1", "at=1,2,3", "at=4,0", "kind=__proto__", "share=2", "__proto__=1", "toString=2", "%=%"]) {
    equal(readMembers(query, base, readers), base, query);
  }
});
