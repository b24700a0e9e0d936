import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, test} from "vitest";
import * as noisefloor from "../lib/index.js";

/** What a public function is called with, in order, by kind. */
type Kind =
  | "matrix"
  | "gradients"
  | "number"
  | "few"
  | "kind"
  | "count"
  | "numbers"
  | "statistic"
  | "law"
  | Readonly<Record<string, unknown>>;

/** What returns a report or a table: `test/workbench` has these. */
const reports = ["noiseReport", "readGradients"];

const run = {hessian: "matrix", noise: "matrix", learningRate: "number"} as const;
const quadraticRun = {
  hessian: "matrix",
  sampleNoise: "matrix",
  initial: "numbers",
  metric: "matrix"
};
const kramers = {
  curvatureMin: "number",
  curvatureBarrier: "number",
  barrier: "number",
  learningRate: "number",
  batchSize: "count",
  split: "number"
} as const;

const signatures: Readonly<Record<string, readonly Kind[]>> = {
  continuousLyapunov: ["matrix", "matrix"],
  discreteLyapunov: ["matrix", "matrix"],
  continuousLyapunovCondition: ["matrix"],
  discreteLyapunovCondition: ["matrix"],
  symmetricSqrt: ["matrix"],
  psdProjection: ["matrix"],
  symmetricEigen: ["matrix"],
  spectrum: ["matrix"],
  sylvester: ["matrix", "matrix", "matrix"],
  stein: ["matrix", "matrix", "matrix"],
  alignment: ["matrix", "matrix"],
  conditionNumber: ["matrix"],
  covarianceError: ["gradients"],
  gradientNoiseScale: ["gradients", {hessian: "matrix"}],
  gradientVariances: ["gradients"],
  movingCovariance: [{dimension: "count", alpha: "number"}],
  streamingCovariance: [{dimension: "count", rank: "count"}],
  regressionSandwich: [
    {design: "gradients", residuals: "numbers", weights: "numbers", kind: "kind"}
  ],
  jackknife: ["gradients", "statistic", {deleteGroups: "count"}],
  adamVariance: [{learningRate: "number", noiseRatio: "number"}],
  excessLoss: [{...run, momentum: "number"}],
  fixedAdamCovariance: [{...run, secondMoments: "numbers", beta1: "number", epsilon: "number"}],
  fixedRmspropCovariance: [
    {...run, secondMoments: "numbers", momentum: "number", epsilon: "number"}
  ],
  stabilityLimit: [{hessian: "matrix", momentum: "number", nu: "number"}],
  onRange: ["law", run],
  transientCovariance: [{...run, momentum: "number", steps: "few"}],
  laggedCovariance: [{...run, momentum: "number", lags: "few"}],
  iterateCovariance: [{...run, steps: "numbers"}],
  averagedIterate: [{...run, steps: "few", burnIn: "few"}],
  bestLearningRate: [{...quadraticRun, steps: "few", batchSize: "few"}],
  bestBatchSize: [{...quadraticRun, calls: "few", tolerance: "number"}],
  fewestCalls: [{...quadraticRun, risk: "number", batchSize: "few"}],
  symmetrise: ["matrix", {tolerance: "number"}],
  identifiableProjection: ["matrix", {tolerance: "number", positive: "flag"}],
  gradientCovariance: ["gradients"],
  finitePopulationCovariance: ["gradients", "count", {replacement: "flag"}],
  sandwichCovariance: ["matrix", "matrix"],
  godambeInformation: ["matrix", "matrix"],
  fisherConditionNumber: ["matrix"],
  effectiveDimension: ["matrix"],
  fisherStrongConvexity: ["matrix", "matrix"],
  ouCovariance: [run],
  sgdCovariance: [run],
  momentumCovariance: [{...run, momentum: "number"}],
  preconditionedCovariance: [
    {hessian: "matrix", noise: "matrix", preconditioner: "matrix", momentum: "number"}
  ],
  qhmCovariance: [{...run, momentum: "number", nu: "number"}],
  dampedNewtonCovariance: [{...run, momentum: "number"}],
  naturalGradientCovariance: [{...run, momentum: "number"}],
  adamCovariance: [{learningRate: "number", noiseRatio: "number", dimension: "count"}],
  linearRegressionCovariance: [
    {
      inputCovariance: "matrix",
      labelVariance: "number",
      batchSize: "count",
      learningRate: "number"
    }
  ],
  approximationError: [{...run, momentum: "number"}],
  robbinsMonroCovariance: [{hessian: "matrix", noise: "matrix", eta0: "number"}],
  polyakRuppertCovariance: [{hessian: "matrix", noise: "matrix"}],
  escapeEfficiency: [{...run, steps: "count"}],
  continuousEscapeEfficiency: [{...run, steps: "number"}],
  kramersRate: [kramers],
  logKramersRate: [kramers],
  kramersValidity: [kramers],
  optimalBayesianLearningRate: [{eigenvalues: "numbers", datasetSize: "count", batchSize: "count"}]
};

const sizes = [1, 0.5, 0.1, 3, 1e-155, 1e155, 1e-308, 1e308, 5e-324, Number.MAX_VALUE, 1e-8, 1e16];
const size = fc.constantFrom(...sizes);
const signed = fc.tuple(size, fc.constantFrom(1, 1, 1, -1, 0)).map(([x, sign]) => sign * x);

const symmetric = fc.integer({min: 1, max: 3}).chain(n =>
  fc
    .tuple(
      fc.array(signed, {minLength: n * n, maxLength: n * n}),
      size,
      fc.constantFrom("wild", "alike", "diagonal")
    )
    .map(([entries, unit, kind]) =>
      Array.from({length: n}, (_, i) =>
        Array.from({length: n}, (_, j) => {
          const [low, high] = i < j ? [i, j] : [j, i];
          if (kind === "diagonal") return i === j ? Math.abs(entries[i]) : 0;
          if (kind === "alike") return i === j ? unit : unit / 4;
          return entries[low * n + high];
        })
      )
    )
);

/** Values of no kind that is wanted. */
const strange = fc.constantFrom<unknown>(
  undefined,
  null,
  "1",
  "",
  1n,
  true,
  Number.NaN,
  Infinity,
  -1,
  {},
  [],
  [[]],
  [1],
  ["1"],
  [["1"]],
  [[1n]],
  new Array(2),
  [[1, 2], [3]],
  new Float64Array(4),
  [new Float64Array([1])],
  new BigInt64Array(1),
  new Map(),
  () => 1,
  Symbol.iterator,
  [[Number.NaN]],
  new Date(0),
  "12",
  [[1], null],
  Object.create(null)
);

const plain: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  matrix: symmetric,
  gradients: fc.array(fc.tuple(signed, signed), {minLength: 1, maxLength: 4}),
  number: signed,
  count: fc.constantFrom(0, 1, 2, 3, 100, 2 ** 53, 1e16, 0.5, -1),
  few: fc.constantFrom(0, 1, 2, 3, 7, -1, 0.5),
  kind: fc.constantFrom("HC0", "HC1", "HC2", "HC3"),
  statistic: fc.constant((rows: Matrix) => rows.mean()),
  law: fc.constant(noisefloor.sgdCovariance),
  numbers: fc.array(signed, {maxLength: 3}),
  flag: fc.constantFrom<unknown>(true, false, undefined)
};

/** Arguments of the kinds asked for; with `odd`, one in six of them is strange. */
function argument(kind: unknown, odd: boolean): fc.Arbitrary<unknown> {
  const of =
    typeof kind === "string"
      ? plain[kind]
      : fc.record(
          Object.fromEntries(
            Object.entries(kind as object).map(([name, inner]) => [name, argument(inner, odd)])
          ),
          odd ? {requiredKeys: []} : {}
        );
  return odd ? fc.oneof({weight: 5, arbitrary: of}, {weight: 1, arbitrary: strange}) : of;
}

const entriesOf = (result: unknown): number[] =>
  typeof result === "number"
    ? [result]
    : Matrix.isMatrix(result)
      ? (result as Matrix).to1DArray()
      : Object.values(result as object).flatMap(entriesOf);

type Any = (...values: unknown[]) => unknown;
const functions = noisefloor as unknown as Readonly<Record<string, Any>>;
const covariances = Object.keys(signatures).filter(
  name =>
    /Covariance$|Sqrt$|psd|Sandwich$|^onRange$/.test(name) && !/^(moving|streaming)/.test(name)
);

/** What the function returned, or nothing where it refused in words. */
function answer(name: string, values: readonly unknown[]): unknown {
  try {
    return functions[name](...values);
  } catch (error) {
    expect(error, `${name}: ${error}`).toBeInstanceOf(RangeError);
    expect((error as Error).message).toMatch(/ must | needs | exceeds | beyond | lies below /);
    return;
  }
}

function hold(name: string, values: readonly unknown[]): void {
  const result = answer(name, values);
  if (result === undefined) return;
  expect(entriesOf(result).every(Number.isFinite), `${name} is finite`).toBe(true);
  for (const c of covariancesIn(name, result))
    for (let i = 0; i < c.rows; i++) {
      expect(c.get(i, i), `${name}: a variance`).toBeGreaterThanOrEqual(0);
      for (let j = 0; j < i; j++) expect(c.get(i, j)).toBe(c.get(j, i));
    }
}

/** The covariances in a result: itself, those of a list, of later lags only the first, or what is called one. */
function covariancesIn(name: string, result: unknown): readonly Matrix[] {
  if (name === "laggedCovariance") return (result as Matrix[]).slice(0, 1);
  if (name === "averagedIterate") return [(result as noisefloor.AveragedIterate).covariance];
  if (!covariances.includes(name)) return [];
  return Matrix.isMatrix(result) ? [result as Matrix] : (result as Matrix[]);
}

describe("whatever a public function is given, it answers with finite numbers or refuses in words", () => {
  test("the table is the public surface", () => {
    const names = Object.keys(noisefloor).filter(name => /^[a-z]/.test(name));
    expect([...Object.keys(signatures), ...reports].sort()).toEqual(names.sort());
  });

  test.each(Object.entries(signatures))("%s: entries of all sizes", (name, kinds) => {
    const values = fc.tuple(...kinds.map(kind => argument(kind, false)));
    fc.assert(
      fc.property(values, given => hold(name, given)),
      {seed: 1, numRuns: 150}
    );
  });

  test.each(Object.entries(signatures))("%s: what is no argument at all", (name, kinds) => {
    hold(name, []);
    const values = fc.tuple(...kinds.map(kind => argument(kind, true)));
    fc.assert(
      fc.property(values, given => hold(name, given)),
      {seed: 2, numRuns: 150}
    );
  });
});
