import {type Item, inventory} from "../../claims/inventory.js";
import type {CheckedClaim, Prediction} from "../../claims/ledger/claim.js";
import {type ClaimEvidence, claimEvidence} from "../../claims/ledger/claimEvidence.js";
import type {ClaimResult} from "../../claims/ledger/runClaim.js";

export const says =
  (...values: number[]): Prediction =>
  () => ({case: values});

/** What the ledger knows of it. */
export const evidenceOf = (result: ClaimResult): ClaimEvidence =>
  claimEvidence(result, inventory.get(result.claim.id) as Item);

/** A claim that holds, for tests to break in one place. */
export const sound: CheckedClaim = {
  id: "FG-Lem4.1",
  statement: "$1 + 1 = 2$",
  assumptions: [],
  predicted: says(2),
  routes: [{method: "enumeration", how: "counting", measure: says(1 + 1)}],
  criterion: {kind: "equal", c: 1},
  mutant: {description: "$1 + 1 = 3$", predicted: says(3)}
};
