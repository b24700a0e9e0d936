import {expect, test} from "vitest";
import type {ClaimEvidence} from "../../../claims/ledger/claimEvidence.js";
import {offBy} from "../../../tools/markdown/offBy.js";

const between = (predicted: number, measured: number, criterion = "equal") =>
  offBy({
    criterion,
    printed: {
      outcomes: [
        {predicted, measured, deviation: Math.abs(predicted - measured) / Math.abs(measured)}
      ]
    },
    condition: null
  } as unknown as ClaimEvidence);

test.each([
  [-2, 3, "opposite sign"],
  [4, 0.25, "inverted"],
  [6, 3, "factor 2"],
  [1, 2, "factor 1/2"],
  [0, 3, "not zero"],
  [1, 1e-16, "zero"],
  [1.0058, 1, "off by 0.6\u2009%"],
  [Math.PI, 7.3, "a different value"]
])("%d for %d is %s", (printed, measured, words) => {
  expect(between(printed, measured)).toBe(words);
});

test("a bound is broken, however far", () => {
  expect(between(1, 9, "atMost")).toBe("bound broken");
});

test("of what nothing refutes there is nothing to say", () => {
  expect(offBy({criterion: "equal", printed: null, condition: null})).toBe("");
});
