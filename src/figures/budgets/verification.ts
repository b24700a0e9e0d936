import type {Chart, Mark, Panel} from "../../components/chart/declaration.js";
import {plainText} from "../../components/chart/text.js";
import {whole} from "../../components/format.js";
import type {TenDimensionalNoise} from "../../lib/problems/fisherTenDimensional.js";
import {expectedRisks, type PlateauRun, type Swept, scaled} from "../diffusion/plateau.js";
import {score} from "../scores.js";
import {
  type DecayingRun,
  type PooledMoments,
  pooledError,
  printedScore,
  table5
} from "./decayingSteps.js";
import {exactly, longest, printedRatios, relativeError} from "./directions.js";

/** A printed mean over replicates, its exact expectation and standard error, and our own sweep. */
export interface Sampled extends Readonly<Record<"printed" | "expected" | "error", number>> {
  /** What a small sweep measures after fewer steps is expected to be another value. */
  readonly own: Readonly<Record<"y" | "expected" | "standardError", number>>;
  readonly source: (typeof sources)[number];
  /** Which entry, maths between dollar signs. */
  readonly what: string;
}

/** Where the paper prints means over replicates. */
const sources = ["Table 4", "Table 5", "Figure 8"] as const;

/** What the paper's runs are known by: the settings of the sweeps, and what Table 4 prints. */
export interface Runs {
  readonly constant: PlateauRun;
  readonly decaying: DecayingRun;
  readonly printed4: Readonly<Record<TenDimensionalNoise, readonly number[]>>;
}

/** Table 4, in units of 10⁻⁴. */
const ofTable4 = (rows: readonly Swept[], {constant, printed4}: Runs): Sampled[] =>
  constant.noise.flatMap(noise =>
    expectedRisks(constant, noise, constant.T).map(({T, risk, standardError}, k) => {
      const own = rows.find(row => row.how === "last" && row.noise === noise && row.T === T);
      if (!own) throw new RangeError(`rows must hold ${noise} noise at T = ${T}; got none`);
      return {
        source: sources[0],
        what: `${noise}, $T = ${whole(T)}$, in units of $10^{−4}$`,
        printed: scaled(printed4[noise][k]),
        expected: scaled(risk),
        error: scaled(standardError),
        own: {
          y: scaled(own.risk),
          expected: scaled(own.expected),
          standardError: scaled(own.standardError)
        }
      };
    })
  );

const ofTable5 = (rows: readonly PooledMoments[], {decaying}: Runs): Sampled[] =>
  table5(rows, decaying).map(({noise, N, printed, expected, error, own}) => {
    if (!own) throw new RangeError(`rows must hold ${noise} noise at N = ${N}; got none`);
    return {
      source: sources[1],
      what: `${noise}, $N = ${whole(N)}$`,
      printed,
      expected,
      error,
      own: {...own, expected}
    };
  });

/** Figure 8, the ratios along the leading eigenvectors of G. */
function ofFigure8(rows: readonly PooledMoments[], {decaying}: Runs): Sampled[] {
  const {last} = exactly(decaying);
  return printedRatios.map((printed, k) => {
    const [shaped, white] = ["anisotropic", "isotropic"].map(noise => {
      const own = rows.find(
        row => row.noise === noise && row.steps === longest(decaying) && row.k === k + 1
      );
      if (!own) throw new RangeError(`rows must hold ${noise} noise along v${k + 1}; got none`);
      return {mean: own.mean, relative: pooledError(own, decaying) / own.mean};
    });
    const y = shaped.mean / white.mean;
    return {
      source: sources[2],
      what: `ratio along $v_{${k + 1}}$`,
      printed,
      expected: last[k],
      error: last[k] * relativeError(decaying),
      own: {y, expected: last[k], standardError: y * Math.hypot(shaped.relative, white.relative)}
    };
  });
}

/** Every printed mean over replicates, in the order in which the paper has them. */
export const sampledNumbers = (
  plateaus: readonly Swept[],
  decays: readonly PooledMoments[],
  runs: Runs
): Sampled[] => [
  ...ofTable4(plateaus, runs),
  ...ofTable5(decays, runs),
  ...ofFigure8(decays, runs)
];

/** How far our own value lies from its expectation, in its own standard errors. */
export const ownScore = ({own}: Sampled): number => score(own);

/** The scores of the printed numbers and of our own, table by table. */
export function printedScores(numbers: readonly Sampled[]): Chart {
  const beside = 0.14;
  const panels = sources.map((name): Panel => {
    const own = numbers.filter(({source}) => source === name);
    const last = own.length + 0.7;
    // All panels have the same series: the emptiest names them.
    const named = name === "Figure 8" ? undefined : false;
    const at = (shift: number, scoreOf: (row: Sampled) => number): Mark[] =>
      own.map((row, k) => ({x: k + 1 + shift, y: scoreOf(row), entry: plainText(row.what)}));
    return {
      name,
      x: {label: "entry", column: "entryNumber", domain: [0.3, last], ticks: []},
      series: [
        {
          is: "reference",
          name: "within two standard errors",
          as: "band",
          label: false,
          marks: [0.3, last].map(x => ({x, low: -2, high: 2}))
        },
        {is: "exact", name: "expectation", as: "rule", label: false, marks: [{y: 0}]},
        {is: "measured", name: "our sweeps", label: named, marks: at(beside, ownScore)},
        {is: "printed", name: "as printed", label: named, marks: at(-beside, printedScore)}
      ]
    };
  });
  return {
    title: "Printed numbers in standard errors from their exact expectations",
    caption:
      "Diamonds: the paper's means, at its own number of replicates; dots: our sweeps in units of their own error, which is as large for Table 4 and smaller for the others. Grey: ±2. Each table has its five anisotropic entries first, then the isotropic ones. No entry is further off, and none is closer, than chance allows.",
    description: "Three groups of points around zero, nearly all between minus two and plus two.",
    shape: 1,
    x: {label: "entry", column: "entryNumber", ticks: []},
    y: {
      label: "distance from the expectation, standard errors",
      short: "standard errors",
      column: "score",
      domain: [-3.4, 3.4],
      ticks: [-3, -2, -1, 0, 1, 2, 3]
    },
    panels
  };
}
