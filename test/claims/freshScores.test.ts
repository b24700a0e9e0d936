import {describe, expect, it} from "vitest";
import type {CheckedClaim, Context, Sampled} from "../../claims/ledger/claim.js";
import {freshEntry, simulatedClaims, standardScore} from "../../claims/ledger/freshScores.js";
import {freshSeedsExperiment} from "../../claims/ledger/freshSeedsExperiment.js";
import {says, sound} from "./plain.js";

const entry: Sampled = {value: 2.01, standardError: 0.005, effectiveSamples: 900};
const measure = ({seed}: Context) => ({case: [{...entry, value: 2 + seed / 1000}, entry]});
const sampled = (changes: Partial<CheckedClaim> = {}): CheckedClaim => ({
  ...sound,
  criterion: {kind: "sampled"},
  predicted: says(2, 2),
  routes: [{method: "simulation", how: "drawing", measure}],
  ...changes
});

describe("the simulated claims", () => {
  it("are those that a seed can change, one for each simulation", () => {
    const own = ({seed}: Context) => measure({seed: seed + 1, scale: 1});
    const claims = [
      sound,
      sampled(),
      sampled({part: "same runs"}),
      sampled({part: "other runs", routes: [{method: "simulation", how: "drawing", measure: own}]}),
      sampled({
        part: "printed",
        routes: [{method: "simulation", how: "theirs", measure: () => ({case: [entry, entry]})}]
      })
    ];
    expect(simulatedClaims(claims).map(({key}) => key)).toEqual([
      sound.id,
      `${sound.id}/other runs`
    ]);
  });

  it("may sample on the second route alone", () => {
    const second = {method: "simulation", how: "drawing", measure} as const;
    const claim = sampled({
      criterion: {kind: "equal", c: 1},
      routes: [sound.routes[0], {...second, criterion: {kind: "sampled"}}]
    });
    expect(simulatedClaims([claim])[0].measure).toBe(measure);
  });
});

describe("a fresh entry", () => {
  it("is the first one, under its own seed", async () => {
    const [claim] = simulatedClaims([sampled()]);
    expect(await freshEntry(claim, 7)).toEqual({...entry, value: 2.007, predicted: 2});
  });

  it("must have a standard error", async () => {
    const bare = (_: Context) => ({case: [2, 2]});
    const [claim] = simulatedClaims([
      sampled({routes: [{method: "simulation", how: "drawing", measure: bare}]})
    ]);
    await expect(freshEntry(claim, 7)).rejects.toThrow("case must have a standard error; got 2");
  });
});

describe("its score", () => {
  it("is the difference in standard errors, or that of logarithms", () => {
    const plain = {value: 3, standardError: 0.5, predicted: 2};
    expect(standardScore(plain)).toBe(2);
    expect(standardScore({...plain, positive: true})).toBeCloseTo(6 * Math.log(1.5), 12);
    expect(standardScore({...plain, predicted: -2, positive: true})).toBe(10);
  });
});

describe("the experiment", () => {
  const claims = [sampled()];
  const of = (seeds: number) => freshSeedsExperiment({name: "fresh-seeds", seed: 1, seeds, claims});

  it("has a row per claim and seed, none of them the ledger's seed", async () => {
    const experiment = of(4);
    const rows = await Promise.all(experiment.jobs(1).map(job => experiment.run(job)));
    const {seed, z, positive} = experiment.table(rows, 1);
    expect([...seed]).toEqual([2, 3, 4, 5]);
    expect([...positive]).toEqual([0, 0, 0, 0]);
    expect([...z].map(x => Number(x))).toEqual([0.4, 0.6, 0.8, 1].map(x => expect.closeTo(x, 9)));
  });

  it("has fewer seeds at a smaller scale, and one at least", () => {
    expect(of(4).jobs(0.5)).toHaveLength(2);
    expect(of(4).jobs(0.01)).toHaveLength(1);
  });

  it("refuses other settings and no seeds", () => {
    expect(of(4).vary({seeds: "2"}).jobs(1)).toHaveLength(2);
    expect(() => of(4).vary({seed: "2"})).toThrow("setting must be one of seeds; got seed");
    expect(() => of(0)).toThrow("seeds must be an integer in [1, 10000]; got 0");
  });
});
