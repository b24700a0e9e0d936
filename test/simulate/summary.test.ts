import {expect, test} from "vitest";
import type {CellResult} from "../../lib/simulate/combine.js";
import {layoutOf} from "../../lib/simulate/layout.js";
import {
  directionalMomentOf,
  estimate,
  iterateAverageOf,
  resultBytes,
  secondMoment,
  stateOf,
  timeAverageOf,
  timeSecondMomentOf,
  weightedSquaresOf
} from "../../lib/simulate/summary.js";

const layout = layoutOf({
  parameters: {},
  hessianEigenvalues: [1, 1],
  noiseFactor: {diagonal: [1, 1]},
  learningRate: 1,
  steps: 9,
  snapshots: [4, 9],
  moments: "full",
  iterateAverages: true,
  directions: [
    [1, 0],
    [0, 1]
  ]
});

/** Entry c of replicate r is 100 r + c. */
const result: CellResult = {
  layout,
  replicates: 3,
  values: Float64Array.from(
    {length: 3 * layout.width},
    (_, k) => 100 * Math.floor(k / layout.width) + (k % layout.width)
  )
};

test("every number has one place, in the order of the layout", () => {
  const places = [
    ...[0, 1].flatMap(s => [0, 1].map(i => stateOf(result, i, s))),
    ...[0, 1].flatMap(s => [0, 1].map(i => iterateAverageOf(result, i, s))),
    ...[0, 1].map(i => timeAverageOf(result, i)),
    timeSecondMomentOf(result, 0, 0),
    timeSecondMomentOf(result, 1, 0),
    timeSecondMomentOf(result, 1, 1),
    ...[0, 1].flatMap(k => [1, 2, 3, 4].map(p => directionalMomentOf(result, k, p)))
  ];
  expect(places.map(x => [...x])).toEqual(
    Array.from({length: layout.width}, (_, c) => [c, 100 + c, 200 + c])
  );
});

test("the last snapshot is the default", () => {
  expect(stateOf(result, 0)).toEqual(stateOf(result, 0, 1));
  expect(iterateAverageOf(result, 1)).toEqual(iterateAverageOf(result, 1, 1));
  expect([...weightedSquaresOf(result, [2, 10])]).toEqual([
    2 * 4 + 10 * 9,
    2 * 102 ** 2 + 10 * 103 ** 2,
    2 * 202 ** 2 + 10 * 203 ** 2
  ]);
  expect(secondMoment(result, 0, 1).mean).toBeCloseTo((6 + 102 * 103 + 202 * 203) / 3, 10);
});

test("mean and standard error of independent values", () => {
  expect(estimate([1, 2, 3, 6])).toEqual({
    mean: 3,
    standardError: Math.sqrt(14 / 3 / 4),
    replicates: 4
  });
  expect(estimate([5]).standardError).toBeNaN();
});

test("what was not recorded is refused", () => {
  const bare = {...result, layout: layoutOf({...cellOf(), moments: "none"})};
  expect(() => timeAverageOf(bare, 0)).toThrow("moments must not be none; got none");
  expect(() => timeSecondMomentOf(bare, 0, 1)).toThrow("moments must include (0, 1)");
  expect(() => iterateAverageOf(bare, 0)).toThrow("iterateAverages must be true; got false");
  expect(() => directionalMomentOf(bare, 0, 2)).toThrow("k must index one of 0 directions; got 0");
  expect(() => directionalMomentOf(result, 0, 5)).toThrow("p must be 1, 2, 3 or 4; got 5");
  expect(() => weightedSquaresOf(bare, [1])).toThrow("weights must have 2 entries; got 1");
});

test("bytes are little-endian float64, cell after cell", () => {
  const bytes = resultBytes([result, result]);
  expect(bytes).toHaveLength(2 * 8 * 3 * layout.width);
  expect(new DataView(bytes.buffer).getFloat64(8 * (3 * layout.width + 1), true)).toBe(1);
});

function cellOf() {
  return {
    parameters: {},
    hessianEigenvalues: [1, 1],
    noiseFactor: {diagonal: [1, 1]},
    learningRate: 1,
    steps: 9
  };
}
