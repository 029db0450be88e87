import { test, equal } from "./check.js";
import { pooled, stops } from "/pooling.js";

test("a window of two by two visits a map of four by four in nine stops, or with a stride of two in four", () => {
  equal(stops(4, 2), [[0, 1, 4, 5], [2, 3, 6, 7], [8, 9, 12, 13], [10, 11, 14, 15]]);
  equal(stops(4, 1).length, 9);
  equal(stops(4, 1).slice(3, 5), [[4, 5, 8, 9], [5, 6, 9, 10]]);
  equal(stops(5, 2)[3], [12, 13, 17, 18]);
});

test("the largest of four numbers, or their sum divided by four", () => {
  // 1 + 3 + 4 + 9 = 17.
  for (const numbers of [[1, 3, 4, 9], [9, 4, 3, 1], [3, 9, 1, 4], [4, 1, 9, 3]]) {
    equal([pooled(numbers, "max"), pooled(numbers, "average")], [9, 4.25]);
  }
});
