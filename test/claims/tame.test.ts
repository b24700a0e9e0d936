import {expect, it} from "vitest";
import {boundFamily, commutingPairFamily, pairFamily} from "../../claims/cases/families/pairs.js";
import {type CaseClaim, forCases, type Named, ofCases} from "../../claims/ledger/claim.js";
import type {SearchResult} from "../../claims/ledger/search/search.js";
import {tameness} from "../../claims/ledger/search/tame.js";
import {sound} from "./plain.js";

const {predicted: _, routes: __, mutant: ___, ...statement} = sound;
const claim = (changes: object) =>
  ofCases(
    forCases<Named>({
      ...statement,
      cases: [{name: "one"}],
      predicted: () => 1,
      routes: [{method: "enumeration", how: "", measure: () => 1}],
      mutant: {description: "", predicted: () => 2},
      ...changes
    } as unknown as CaseClaim<Named>)
  )!;
const found: SearchResult = {
  cases: 20,
  ranges: "",
  refuted: null,
  leastSlack: Number.NaN,
  leastSlackAt: "",
  mutantRefused: true
};

it.each([
  ["a family of matrices that do not commute", {search: {family: pairFamily}}, found, []],
  ["cases without matrices", {}, null, []],
  [
    "cases that commute",
    {
      cases: [
        {
          name: "one",
          hessian: [
            [1, 0, 0],
            [0, 2, 0],
            [0, 0, 3]
          ],
          noise: [
            [2, 0, 0],
            [0, 1, 0],
            [0, 0, 1]
          ]
        }
      ]
    },
    null,
    ["all its cases commute"]
  ],
  [
    "a family that commutes",
    {search: {family: commutingPairFamily}},
    found,
    ["all its cases commute"]
  ],
  [
    "cases in the plane",
    {
      cases: [
        {
          name: "one",
          hessian: [
            [1, 0],
            [0, 2]
          ],
          noise: [
            [2, 1],
            [1, 1]
          ]
        }
      ]
    },
    null,
    ["no case has more than two dimensions"]
  ],
  [
    "a mutant that drawn cases do not refuse",
    {search: {family: boundFamily}},
    {...found, mutantRefused: false},
    ["only the fixed cases refuse its mutant"]
  ],
  [
    "a loose bound",
    {search: {family: boundFamily}},
    {...found, leastSlack: 12.3},
    ["its bound is never nearer than a factor of 12.3"]
  ]
])("%s", (_name, changes, result, complaints) => {
  expect(tameness(claim(changes), result)).toEqual(complaints);
});
