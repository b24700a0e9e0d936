import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {pairFamily} from "../../../claims/cases/families/pairs.js";
import {type CaseClaim, type Claim, forCases} from "../../../claims/ledger/claim.js";
import type {Named} from "../../../claims/ledger/named.js";
import {reportTame} from "../../../tools/claims/searchReport.js";
import {sound} from "../../claims/plain.js";

let said: string[];
beforeEach(() => {
  said = [];
  vi.spyOn(console, "log").mockImplementation(text => said.push(String(text)));
});
afterEach(() => vi.restoreAllMocks());

const {predicted: _, routes: __, mutant: ___, ...statement} = sound;
const drawn = (changes: object = {}): Claim =>
  forCases<Named>({
    ...statement,
    cases: [{name: "one"}],
    search: {family: pairFamily},
    predicted: () => 1,
    routes: [{method: "enumeration", how: "", measure: () => 1}],
    mutant: {description: "", predicted: () => 2},
    ...changes
  } as unknown as CaseClaim<Named>);
const options = {seed: 1, json: false};

it("a claim of which cases are drawn, or that cannot be checked, is not tame", async () => {
  const definition = {id: "FG-Def3.1", statement: "", assumptions: [], reason: "a definition"};
  expect(await reportTame([drawn(), definition], options)).toEqual([]);
  expect(said).toEqual(["\n0 tame claims, 0 without a reason"]);
});

it("a claim of which none is drawn is listed with the reason that it gives", async () => {
  const claims = [
    {...sound, fixed: "one printed figure"},
    drawn({tame: "C is flat", search: undefined})
  ];
  expect(await reportTame(claims, options)).toEqual([]);
  expect(said.join("\n")).toMatch(/FG-Lem4\.1 +no case is drawn — one printed figure/);
  expect(said.join("\n")).toMatch(/FG-Lem4\.1 +no case is drawn — C is flat/);
  expect(said.at(-1)).toBe("\n2 tame claims, 0 without a reason");
});

it("a claim that gives none is a problem", async () => {
  expect(await reportTame([sound], options)).toEqual([
    "FG-Lem4.1: tame, and it does not say why: no case is drawn"
  ]);
  const passing = drawn({mutant: {description: "", predicted: () => 1}});
  expect(await reportTame([passing], options)).toEqual([
    "FG-Lem4.1: tame, and it does not say why: only the fixed cases refuse its mutant"
  ]);
});
