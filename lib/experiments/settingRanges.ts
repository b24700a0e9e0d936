/** Where the number of a setting lies: in words, and as a test. */
export interface SettingRange {
  readonly wanted: string;
  readonly holds: (x: number) => boolean;
}

/** The integers from `least` on. */
export const wholeFrom = (least: number): SettingRange => ({
  wanted: `an integer ≥ ${least}`,
  holds: x => Number.isSafeInteger(x) && x >= least
});
/** The numbers of an interval. */
export const settingIn = (wanted: string, holds: SettingRange["holds"]): SettingRange => ({
  wanted: `a number in ${wanted}`,
  holds
});

const counted = wholeFrom(1);
const repeated = wholeFrom(2);
const fromZero = wholeFrom(0);
const nonNegative = settingIn("[0, ∞)", x => x >= 0);
const upToOne = settingIn("[0, 1]", x => x >= 0 && x <= 1);
const belowOne = settingIn("[0, 1)", x => x >= 0 && x < 1);

/** The range of a setting that counts nothing and is not zero: a rate, a variance, a time. */
export const positiveSetting = settingIn("(0, ∞)", x => x > 0);

const named: readonly (readonly [SettingRange, string])[] = [
  [
    counted,
    "batchSize batchSizes otherBatchSizes b steps T updates particles size datasetSize samples repetitions repeats " +
      "budgets rank dimension widths bins cells levels simulatedLevels modes"
  ],
  // A standard error needs two.
  [repeated, "replicates batches ensembles dataSets groupSize seeds"],
  [fromZero, "burnIn times snapshots"],
  [
    positiveSetting,
    "learningRate learningRates step timeStep curvatures hessianEigenvalues hessian inputVariances " +
      "rateTimesCurvature eta0 rates temperature temperatures inverseTemperature ratios heights curvatureRatio " +
      "metricRatio reach time scales spread length offset"
  ],
  [
    nonNegative,
    "noise noiseVariances eigenvalues along across labelDeviation distances growth inflation"
  ],
  [belowOne, "momentum momenta dropped"],
  [upToOne, "nus probabilities forgetting shares"],
  [settingIn("(−1, 1)", x => x > -1 && x < 1), "skews"],
  [settingIn("[−360, 360]", x => Math.abs(x) <= 360), "angle angles otherAngle degrees"]
];

/** The range of a setting's numbers by its name, where a builder gives no other; else any finite number. */
export const settingRanges: ReadonlyMap<string, SettingRange> = new Map(
  named.flatMap(([range, names]) => names.split(" ").map(name => [name, range] as const))
);

/** Lists whose numbers span a grid, so that one given twice would be run twice under one address. */
const grids = new Set(
  (
    "batchSizes otherBatchSizes b learningRates momenta nus angles degrees eta0 T times snapshots steps alphas shares " +
    "skews widths rates distances budgets ratios heights samples"
  ).split(" ")
);

/**
 * Refuses numbers outside the ranges of their names, and words and numbers of a grid that are given twice, at any
 * depth.
 *
 * @throws RangeError with the name, what it must be, and the value
 */
export function checkRanges(
  name: string,
  value: unknown,
  ranges: Readonly<Record<string, SettingRange>>,
  within = name
): void {
  if (typeof value === "number") {
    const range = ranges[name] ?? settingRanges.get(name);
    if (range !== undefined && !range.holds(value))
      throw new RangeError(`${within} must be ${range.wanted}; got ${value}`);
  } else if (Array.isArray(value)) {
    for (const item of value) checkRanges(name, item, ranges, within);
    const twice = value.find((item, k) => value.indexOf(item) < k);
    if (typeof twice === "string" || (typeof twice === "number" && grids.has(name)))
      throw new RangeError(`${within} must hold each of its values once; got ${twice} twice`);
  } else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value))
      checkRanges(key, item, ranges, `${key} in ${within}`);
}

/**
 * Refuses a run with too few steps behind its burn-in, at any depth.
 *
 * @throws RangeError with the steps and what they must be
 */
export function checkBurnIn(value: unknown, least: number): void {
  if (typeof value !== "object" || value === null) return;
  const {steps, burnIn} = value as {steps?: unknown; burnIn?: unknown};
  if (typeof steps === "number" && typeof burnIn === "number" && steps < burnIn + least)
    throw new RangeError(
      `steps must be ≥ ${burnIn + least}, ${least} more than burnIn; got ${steps}`
    );
  for (const item of Object.values(value)) checkBurnIn(item, least);
}
