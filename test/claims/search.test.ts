import {expect, it} from "vitest";
import {definite, largestOfProduct} from "../../claims/cases/families/spectra.js";
import {type CaseClaim, type Context, forCases, ofCases} from "../../claims/ledger/claim.js";
import {runClaim} from "../../claims/ledger/runClaim.js";
import {caseAt, coordinateCount, type Family} from "../../claims/ledger/search/family.js";
import {search, thorough, usual} from "../../claims/ledger/search/search.js";
import {slackOf} from "../../claims/ledger/search/slack.js";
import {sound} from "./plain.js";

interface List {
  readonly name: string;
  readonly xs: readonly number[];
}

const family: Family<List> = {
  ranges: "d = 1 … 6, each x from 0 to 10",
  dimensions: [1, 6],
  build: (d, next) => {
    const xs = Array.from({length: d}, () => 10 * next());
    return {name: xs.map(x => x.toFixed(2)).join(" "), xs};
  }
};

const context: Context = {seed: 1, scale: 1};
const total = ({xs}: List) => xs.reduce((sum, x) => sum + x, 0);
const {
  predicted: _,
  routes: __,
  mutant: ___,
  printed: ____,
  condition: _____,
  ...statement
} = sound;

const lists = (changes: Partial<CaseClaim<List>>) =>
  forCases<List>({
    ...statement,
    cases: [{name: "1 2", xs: [1, 2]}],
    search: {family},
    predicted: total,
    routes: [
      {
        method: "enumeration",
        how: "from behind",
        measure: ({xs}) => total({name: "", xs: [...xs].reverse()})
      }
    ],
    criterion: {kind: "equal", c: 100},
    mutant: {description: "the first twice", predicted: each => total(each) + each.xs[0]},
    ...changes
  });
const look = (changes: Partial<CaseClaim<List>>, effort = usual) =>
  search(ofCases(lists(changes))!, effort, context);

it("a claim that holds is not refuted, and its mutant is refused on drawn cases", async () => {
  expect(await look({})).toMatchObject({
    cases: 20,
    refuted: null,
    mutantRefused: true,
    ranges: family.ranges
  });
  expect((await runClaim(lists({}), context)).search?.cases).toBe(20);
});

it("a claim without a family is not searched", async () => {
  expect(await look({search: undefined})).toBeNull();
});

it("what holds below three dimensions only is refuted at three, near the plainest case", async () => {
  const measure = ({xs}: List) => (xs.length > 2 && xs[2] > 1 ? -1 : total({name: "", xs}));
  const result = await look({routes: [{method: "enumeration", how: "", measure}]});
  const xs = result!.refuted!.name.split(" ").map(Number);
  expect(xs).toHaveLength(3);
  expect(xs[0] + xs[1]).toBe(0);
  expect(xs[2]).toBeCloseTo(1, 1);
  expect(result!.refuted!.outcome).toMatchObject({passes: false, measured: -1});
  const run = runClaim(lists({routes: [{method: "enumeration", how: "", measure}]}), context);
  await expect(run).rejects.toThrow(/FG-Lem4\.1: a drawn case refutes it, 0\.00 0\.00 1\.\d\d/);
});

it("a mutant that only the fixed cases refuse is told", async () => {
  const mutant = {
    description: "",
    predicted: (each: List) => total(each) + (each.name === "1 2" ? 1 : 0)
  };
  expect((await look({mutant}))!.mutantRefused).toBe(false);
});

it("a bound is climbed to where it is nearest", async () => {
  const norm = ({xs}: List) => Math.hypot(...xs);
  const bound: Partial<CaseClaim<List>> = {
    predicted: ({xs}) => Math.sqrt(xs.length) * norm({name: "", xs}) + 1e-9,
    routes: [{method: "enumeration", how: "", measure: total}],
    criterion: {kind: "atMost", slack: 1e-12}
  };
  const few = await look({...bound, search: {family: {...family, dimensions: [4, 4]}}});
  const more = await look(
    {...bound, search: {family: {...family, dimensions: [4, 4]}}},
    thorough(20)
  );
  expect(few!.refuted).toBeNull();
  expect(more!.leastSlack).toBeLessThan(few!.leastSlack + 1e-12);
  expect(more!.leastSlack).toBeGreaterThanOrEqual(1);
  expect(more!.leastSlack).toBeLessThan(1.001);
  expect(more!.leastSlackAt).not.toBe("");
});

it("a bound that is broken in a corner is found by climbing", async () => {
  const corner = ({xs}: List) => (xs.every(x => x > 9) ? 101 : total({name: "", xs}));
  const result = await look(
    {
      predicted: () => 100,
      routes: [{method: "enumeration", how: "", measure: corner}],
      criterion: {kind: "atMost", slack: 0},
      search: {family: {...family, dimensions: [4, 4]}}
    },
    thorough(5)
  );
  expect(result!.refuted?.outcome.measured).toBe(101);
  expect(result!.leastSlack).toBeLessThan(1);
});

it("a bound that is broken on the way to where it is nearest is refuted", async () => {
  const above = ({xs: [x]}: List) => x > 9;
  const result = await look(
    {
      predicted: each => (above(each) ? 1000 : 1e-9),
      routes: [{method: "enumeration", how: "", measure: each => (above(each) ? 1001 : 2e-9)}],
      criterion: {kind: "atMost", slack: 1e-6},
      search: {family: {...family, dimensions: [1, 1]}, cases: 0}
    },
    thorough(0)
  );
  expect(result!.refuted?.outcome.measured).toBe(1001);
});

it("cases of one name are told apart", async () => {
  const measure = (each: List) => total(each) + (each.xs[0] > 5 ? 1 : 0);
  const build: typeof family.build = (d, next) => ({...family.build(d, next), name: "drawn"});
  const result = await look({
    search: {family: {...family, build}},
    routes: [{method: "enumeration", how: "", measure}]
  });
  const {predicted, measured} = result!.refuted!.outcome;
  expect(predicted).toBeGreaterThan(5);
  expect(predicted).toBeLessThan(5.01);
  expect(measured).toBeCloseTo(predicted + 1);
});

it("a simulation refutes only what 16 times the replicates refute again", async () => {
  const simulated = (bias: number) => {
    const seeds: Context[] = [];
    const measure = (each: List, {seed, scale}: Context) => {
      seeds.push({seed, scale});
      const standardError = 1e-3 / Math.sqrt(scale);
      const value = total(each) + (scale === 1 ? 5e-3 : bias);
      return {value: value + 10, standardError, effectiveSamples: 500};
    };
    const claim: Partial<CaseClaim<List>> = {
      predicted: each => total(each) + 10,
      routes: [{method: "simulation", how: "", measure}],
      criterion: {kind: "sampled"}
    };
    return {claim, seeds};
  };
  const lucky = simulated(0);
  expect((await look(lucky.claim))!.refuted).toBeNull();
  expect(lucky.seeds).toContainEqual({seed: 2, scale: 16});
  expect((await look(simulated(5e-3).claim))!.refuted).not.toBeNull();
});

it("slack is 1 at equality, below it where a bound is broken, and infinite across 0", () => {
  expect(slackOf("atMost", {predicted: 3, measured: 3})).toBe(1);
  expect(slackOf("atMost", {predicted: 3, measured: 1})).toBeCloseTo(3);
  expect(slackOf("atLeast", {predicted: 1, measured: 3})).toBeCloseTo(3);
  expect(slackOf("atMost", {predicted: 1, measured: 2})).toBeCloseTo(0.5);
  expect(slackOf("atMost", {predicted: 1, measured: -1})).toBe(Number.POSITIVE_INFINITY);
  expect(slackOf("atMost", {predicted: 0, measured: 0})).toBe(1);
});

it("a drawn matrix is the identity at 0, symmetric and within its condition anywhere", () => {
  const of = (d: number, at: number) => definite(d, 100, () => at);
  expect(of(3, 0)).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ]);
  const s = of(4, 0.7);
  expect(s.map((row, i) => row.map((_, j) => s[j][i]))).toEqual(s);
  const identity = of(4, 0);
  expect(largestOfProduct(s, identity)).toBeCloseTo(1, 12);
});

it("a place gives the same case again, and too few coordinates are refused", () => {
  expect(coordinateCount(family, 4)).toBe(4);
  const place = {dimension: 2, coordinates: [0.1, 0.2]};
  expect(caseAt(family, place)).toEqual(caseAt(family, place));
  expect(() => caseAt(family, {...place, coordinates: [0.1]})).toThrow("must be more than 1");
});
