import { test, equal } from "./check.js";
import { Words } from "/elements.js";
import { KernelEditor } from "/editor.js";
import { Kernel } from "/kernel.js";
import { Spin } from "/spin.js";

const words = new Words({
  words: { badNumber: "from {low} to {high}", weight: "row {row}, column {column}" }, numbers: { mark: ".", group: ",", least: 1 },
});

function spin(options) {
  const found = { told: [], taken: [] };
  const field = new Spin(
    { label: "A", words, least: -3, most: 9, tell: (text) => found.told.push(text), ...options }, (value) => found.taken.push(value));
  const type = (text) => {
    field.field.value = text;
    field.field.dispatchEvent(new Event("input"));
  };
  return { ...found, spin: field, type };
}

test("a field says its number, and between what that must lie", () => {
  const { spin: one } = spin();
  one.show(4);
  const said = () => ["aria-valuenow", "aria-valuemin", "aria-valuemax"].map((name) => one.field.getAttribute(name));
  equal(said(), ["4", "-3", "9"]);
  one.most = 5;
  one.show(-1);
  equal(said(), ["-1", "-3", "5"]);
});

test("what is wrong with a number is told until another one stands there, by whomever", () => {
  const { spin: one, told, taken, type } = spin();
  one.show(4);
  equal(told, []);
  type("x");
  type("12");
  equal(told.splice(0), ["from \u22123 to 9", "from \u22123 to 9"]);
  one.show(4);
  equal([told.splice(0), one.field.value, one.field.ariaInvalid], [[""], "4", "false"]);
  type("12");
  type("7");
  equal([told.splice(0), taken], [["from \u22123 to 9", ""], [7]]);
  type("");
  one.field.dispatchEvent(new Event("blur"));
  equal([told.splice(0), one.field.value], [["from \u22123 to 9", ""], "7"]);
});

test("rows and columns of weights are counted from zero, as those of pixels", () => {
  const editor = new KernelEditor("Kernel", words, () => {}, () => {});
  editor.show(new Kernel([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  equal([0, 5, 8].map((index) => editor.spins[index].field.ariaLabel), ["row 0, column 0", "row 1, column 2", "row 2, column 2"]);
});
