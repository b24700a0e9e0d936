import {describe, expect, it} from "vitest";
import {noSettings, withSettings} from "../../lib/experiments/withSettings.js";

const spec = {
  name: "x",
  title: "A spec",
  source: "none",
  seed: 1,
  replicates: 8,
  batchSizes: [2, 4],
  steps: 100,
  output: "means",
  cells: [
    {angle: 0, law: "white"},
    {angle: 30, law: "white", extra: {entries: [1, 2]}}
  ],
  settings: {noise: ["full", "white"], temperatures: [[0.1, 0.2], [0.3]], rates: [0.1]},
  pair: [1, 0.1],
  onlyAtTimes: undefined
};
const names = {
  short: {b: "batchSizes"},
  words: {noise: ["full", "white", "none"], output: ["means", "particles"]},
  ofFixedLength: ["pair"]
};
const vary = (changes: Record<string, string>) => withSettings(spec, changes, names);

describe("withSettings", () => {
  it("replaces what is named and leaves the rest", () => {
    expect(vary({b: "32", steps: "1e3", rates: "0.5"})).toStrictEqual({
      ...spec,
      batchSizes: [32],
      steps: 1000,
      settings: {...spec.settings, rates: [0.5]}
    });
    expect(vary({})).toStrictEqual(spec);
    expect(spec.batchSizes).toStrictEqual([2, 4]);
    expect(spec.settings.rates).toStrictEqual([0.1]);
  });

  it.each(["1,2,4", "1, 2, 4", "[1,2,4]", " [1, 2, 4] "])("reads the list %s", text => {
    expect(vary({b: text}).batchSizes).toStrictEqual([1, 2, 4]);
  });

  it("reads a list that keeps its length", () => {
    expect(vary({pair: "2,3"}).pair).toStrictEqual([2, 3]);
  });

  it("reads words, alone and in lists", () => {
    expect(vary({output: "particles"}).output).toBe("particles");
    expect(vary({noise: "none"}).settings.noise).toStrictEqual(["none"]);
    expect(vary({noise: "white,full"}).settings.noise).toStrictEqual(["white", "full"]);
    expect(vary({noise: '["white"]'}).settings.noise).toStrictEqual(["white"]);
  });

  it("reads what is deeper as JSON of the same shape", () => {
    expect(vary({temperatures: "[[1], [2, 3]]"}).settings.temperatures).toStrictEqual([
      [1],
      [2, 3]
    ]);
    const cells = [{angle: 45, law: "skew", extra: {entries: [3]}}];
    expect(vary({cells: JSON.stringify(cells)}).cells).toStrictEqual(cells);
  });

  it.each(["name", "toString", "batchSizes", "settings", "onlyAtTimes"])(
    "knows no setting %s",
    key => {
      expect(() => vary({[key]: "1"})).toThrow(
        new RangeError(
          "setting must be one of seed, replicates, b, steps, output, cells, pair, noise, " +
            `temperatures, rates; got ${key}`
        )
      );
    }
  );

  it.each([
    ["steps", "abc", "a number, such as 100"],
    ["steps", "", "a number, such as 100"],
    ["steps", "Infinity", "a number, such as 100"],
    ["steps", "[1]", "a number, such as 100"],
    ["b", "1,x", "numbers, such as 2,4 or [2,4]"],
    ["b", "[]", "numbers, such as 2,4 or [2,4]"],
    ["b", "[1,", "numbers, such as 2,4 or [2,4]"],
    ["b", '["1"]', "numbers, such as 2,4 or [2,4]"],
    ["b", "[[1]]", "numbers, such as 2,4 or [2,4]"],
    ["pair", "1", "2 numbers, such as 1,0.1 or [1,0.1]"],
    ["pair", "[1,2,3]", "2 numbers, such as 1,0.1 or [1,0.1]"],
    ["output", "mean", "a word among means, particles"],
    ["noise", "white,grey", "words among full, white, none"],
    ["temperatures", "[1]", "JSON that looks like [[0.1,0.2],[0.3]]"]
  ])("refuses %s=%s", (key, text, wanted) => {
    expect(() => vary({[key]: text})).toThrow(
      new RangeError(`${key} must be ${wanted}; got ${text}`)
    );
  });

  it.each([
    '[{"angle": 1}]',
    '[{"angle": "1", "law": "white"}]',
    "3",
    '[{"angle":1,"low":"white"}]'
  ])("refuses cells=%s", text => {
    expect(() => vary({cells: text})).toThrow(/^cells must be JSON that looks like \[\{"angle"/);
  });

  it("wants whole seeds and counts of replicates", () => {
    expect(() => vary({seed: "1.5"})).toThrow("seed must be an integer");
    expect(() => vary({replicates: "0"})).toThrow("replicates must be an integer ≥ 2; got 0");
  });

  it.each([
    ["steps", "-1", "steps must be an integer ≥ 1; got -1"],
    ["steps", "0", "steps must be an integer ≥ 1; got 0"],
    ["steps", "1.5", "steps must be an integer ≥ 1; got 1.5"],
    ["b", "4,0", "b must be an integer ≥ 1; got 0"],
    ["b", "null", "b must be numbers, such as 2,4 or [2,4]; got null"],
    ["rates", "0.1,-1", "rates must be a number in (0, ∞); got -1"],
    ["temperatures", "[[1], [0]]", "temperatures must be a number in (0, ∞); got 0"],
    ["runs", '[{"momentum": 1}]', "momentum in runs must be a number in [0, 1); got 1"]
  ])("refuses %s=%s, with the range", (key, text, message) => {
    const runs = [{momentum: 0.5}];
    expect(() => withSettings({...spec, runs}, {[key]: text}, names)).toThrow(
      new RangeError(message)
    );
  });

  it("knows the words of fields within a setting", () => {
    const runs = [{law: "white", within: {law: "skew"}}];
    expect(() =>
      withSettings({...spec, runs}, {runs: JSON.stringify(runs)}, {words: {law: ["white"]}})
    ).toThrow(new RangeError("law in within in runs must be a word among white; got skew"));
  });

  it.each([
    ["b", "2,4,2", "b must hold each of its values once; got 2 twice"],
    ["noise", "white,full,white", "noise must hold each of its values once; got white twice"]
  ])("refuses %s=%s, which runs one cell twice", (key, text, message) => {
    expect(() => vary({[key]: text})).toThrow(new RangeError(message));
  });

  it("lets the entries of a vector be alike", () => {
    expect(vary({pair: "1,1"}).pair).toStrictEqual([1, 1]);
  });

  it("takes a builder's own range before that of the name", () => {
    const own = {
      ranges: {steps: {wanted: "a number in (0, 2)", holds: (x: number) => x > 0 && x < 2}}
    };
    expect(withSettings(spec, {steps: "0.5"}, own).steps).toBe(0.5);
    expect(() => withSettings(spec, {steps: "2"}, own)).toThrow(
      "steps must be a number in (0, 2); got 2"
    );
  });

  it("wants steps behind the burn-in, so that what is recorded is what runs", () => {
    const nested = {name: "x", settings: {steps: 100, burnIn: 50}};
    expect(() => withSettings(nested, {steps: "51"})).toThrow(
      new RangeError("steps must be ≥ 52, 2 more than burnIn; got 51")
    );
    expect(() => withSettings(nested, {burnIn: "100"})).toThrow("102, 2 more than burnIn; got 100");
    expect(() => withSettings(nested, {steps: "60"}, {afterBurnIn: 20})).toThrow("≥ 70, 20 more");
  });

  it("says where there is nothing to vary", () => {
    expect(() => noSettings("alignment")({b: "2"})).toThrow(
      new RangeError("alignment has no settings to vary; got b")
    );
  });
});
