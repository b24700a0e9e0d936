import {Matrix} from "ml-matrix";
import {describe, expect, test} from "vitest";
import * as noisefloor from "../lib/index.js";

const hessian = [
  [2, 0.3],
  [0.3, 1]
];
const noise = [
  [1, -0.4],
  [-0.4, 0.5]
];
const learningRate = 0.1;
const momentum = 0.5;
const gradients = [
  [1, 0],
  [0, 2],
  [-1, 1]
];

type Value = number[][] | Matrix;

/** One call of each public function; `m` hands its matrices over as arrays or as `Matrix`. */
const calls: Record<string, (m: (rows: number[][]) => Value) => unknown> = {
  continuousLyapunov: m => noisefloor.continuousLyapunov(m(hessian), m(noise)),
  discreteLyapunov: m =>
    noisefloor.discreteLyapunov(
      m([
        [0.5, 0.9],
        [0, -0.3]
      ]),
      m(noise)
    ),
  continuousLyapunovCondition: m => noisefloor.continuousLyapunovCondition(m(hessian)),
  discreteLyapunovCondition: m =>
    noisefloor.discreteLyapunovCondition(
      m([
        [0.5, 0.9],
        [0, -0.3]
      ])
    ),
  symmetricSqrt: m => noisefloor.symmetricSqrt(m(hessian)),
  psdProjection: m =>
    noisefloor.psdProjection(
      m([
        [1, 2],
        [2, 1]
      ])
    ),
  gradientCovariance: m => noisefloor.gradientCovariance(m(gradients)),
  finitePopulationCovariance: m =>
    noisefloor.finitePopulationCovariance(m(gradients), 2, {replacement: true}),
  symmetrise: m => noisefloor.symmetrise(m(hessian)),
  identifiableProjection: m => noisefloor.identifiableProjection(m(hessian)).basis,
  sandwichCovariance: m => noisefloor.sandwichCovariance(m(hessian), m(noise)),
  godambeInformation: m => noisefloor.godambeInformation(m(hessian), m(noise)),
  fisherConditionNumber: m => noisefloor.fisherConditionNumber(m(hessian)),
  effectiveDimension: m => noisefloor.effectiveDimension(m(hessian)),
  fisherStrongConvexity: m => noisefloor.fisherStrongConvexity(m(hessian), m(noise)),
  ouCovariance: m => noisefloor.ouCovariance({hessian: m(hessian), noise: m(noise), learningRate}),
  sgdCovariance: m =>
    noisefloor.sgdCovariance({hessian: m(hessian), noise: m(noise), learningRate}),
  momentumCovariance: m =>
    noisefloor.momentumCovariance({hessian: m(hessian), noise: m(noise), learningRate, momentum}),
  preconditionedCovariance: m =>
    noisefloor.preconditionedCovariance({
      hessian: m(hessian),
      noise: m(noise),
      preconditioner: m([
        [0.1, 0.02],
        [0.02, 0.3]
      ]),
      momentum
    }),
  qhmCovariance: m =>
    noisefloor.qhmCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      momentum,
      nu: 0.7
    }),
  dampedNewtonCovariance: m =>
    noisefloor.dampedNewtonCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      momentum
    }),
  naturalGradientCovariance: m =>
    noisefloor.naturalGradientCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      momentum
    }),
  adamCovariance: () => noisefloor.adamCovariance({learningRate, noiseRatio: 2, dimension: 3}),
  linearRegressionCovariance: m =>
    noisefloor.linearRegressionCovariance({
      inputCovariance: m(hessian),
      labelVariance: 1,
      batchSize: 4,
      learningRate
    }),
  approximationError: m =>
    noisefloor.approximationError({hessian: m(hessian), noise: m(noise), learningRate, momentum}),
  robbinsMonroCovariance: m =>
    noisefloor.robbinsMonroCovariance({hessian: m(hessian), noise: m(noise), eta0: 1.2}),
  polyakRuppertCovariance: m =>
    noisefloor.polyakRuppertCovariance({hessian: m(hessian), noise: m(noise)}),
  escapeEfficiency: m =>
    noisefloor.escapeEfficiency({hessian: m(hessian), noise: m(noise), learningRate, steps: 7}),
  continuousEscapeEfficiency: m =>
    noisefloor.continuousEscapeEfficiency({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      steps: 7
    }),
  kramersRate: () =>
    noisefloor.kramersRate({
      curvatureMin: 1,
      curvatureBarrier: 1,
      barrier: 1,
      learningRate,
      batchSize: 1,
      split: 0.5
    }),
  logKramersRate: () =>
    noisefloor.logKramersRate({
      curvatureMin: 1,
      curvatureBarrier: 1,
      barrier: 1,
      learningRate,
      batchSize: 128,
      split: 0.5
    }),
  optimalBayesianLearningRate: () =>
    noisefloor.optimalBayesianLearningRate({eigenvalues: [1, 2], datasetSize: 100, batchSize: 10})
};

describe("the public surface", () => {
  test("is what these calls cover, and the named errors", () => {
    const functions = Object.keys(noisefloor).filter(name => /^[a-z]/.test(name));
    expect(functions.sort()).toEqual(Object.keys(calls).sort());
    expect(Object.keys(noisefloor)).toEqual(
      expect.arrayContaining(["NoSolutionError", "UnstableError"])
    );
  });

  test.each(Object.entries(calls))(
    "%s takes arrays or matrices alike, changes neither, returns a matrix or a number",
    (_, call) => {
      const given: [Value, string][] = [];
      const handOver = (wrap: (rows: number[][]) => Value) => (rows: number[][]) => {
        const value = wrap(rows);
        given.push([value, JSON.stringify(value)]);
        return value;
      };
      const fromArrays = call(handOver(rows => rows.map(row => [...row])));
      const fromMatrices = call(handOver(rows => new Matrix(rows)));
      expect(typeof fromArrays === "number" || Matrix.isMatrix(fromArrays)).toBe(true);
      expect(JSON.stringify(fromMatrices)).toBe(JSON.stringify(fromArrays));
      expect(JSON.stringify(fromArrays)).not.toContain("null");
      for (const [value, before] of given) expect(JSON.stringify(value)).toBe(before);
    }
  );

  /** Every call with one of its matrices after the other replaced. */
  const replacing = (call: (typeof calls)[string], replacement: (rows: number[][]) => unknown) => {
    let count = 0;
    call(rows => {
      count++;
      return rows;
    });
    return Array.from({length: count}, (_, at) => () => {
      let k = 0;
      return call(rows => (k++ === at ? (replacement(rows) as number[][]) : rows));
    });
  };

  test.each(Object.entries(calls))("%s says which matrix is none, and what it wants", (_, call) => {
    const none: unknown[] = [
      null,
      3,
      [],
      [[]],
      [[Number.NaN]],
      [
        [1, Infinity],
        [0, 1]
      ],
      [[1, 2], [3]],
      [["1"]]
    ];
    for (const value of none)
      for (const attempt of replacing(call, () => value))
        expect(attempt).toThrow(/^[\w]+ must (be|have) .*(;|got) /);
  });

  test.each(Object.entries(calls))("%s is never NaN: very small or large entries", (_, call) => {
    for (const factor of [5e-324, 1e-300, 1e-160, 1e160, 1e300])
      for (const attempt of replacing(call, rows => rows.map(row => row.map(x => x * factor)))) {
        let result: unknown;
        try {
          result = attempt();
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          continue;
        }
        const entries = typeof result === "number" ? [result] : (result as Matrix).to1DArray();
        expect(entries.some(Number.isNaN)).toBe(false);
      }
  });
});
