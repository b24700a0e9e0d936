import type {CheckedClaim, Prediction} from "../../claims/ledger/claim.js";

export const says =
  (...values: number[]): Prediction =>
  () => ({case: values});

/** A claim that holds, for tests to break in one place. */
export const sound: CheckedClaim = {
  id: "FG-Lem4.1",
  label: "Lemma 4.1",
  document: "fisher",
  section: "4.1",
  statement: "$1 + 1 = 2$",
  assumptions: [],
  page: "/a",
  predicted: says(2),
  routes: [{method: "enumeration", how: "counting", measure: says(1 + 1)}],
  criterion: {kind: "equal", c: 1},
  mutant: {description: "$1 + 1 = 3$", predicted: says(3)}
};
