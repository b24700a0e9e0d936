import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import type {TenDimensionalNoise} from "../../lib/problems/fisherTenDimensional.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {limitRisk, type Swept, scaled} from "../diffusion/plateau.js";
import {printedLimits} from "../diffusion/plateauTables.js";
import {curvatures} from "./curvatures.js";
import {
  printedBound,
  printedScore,
  riskConstant,
  sharpConstant,
  slopeOf,
  table5
} from "./decayingSteps.js";
import {exactly, longest} from "./directions.js";
import {ownScore, type Runs, type Sampled} from "./verification.js";

/** What Experiments 2 and 3 ran. */
export interface TurnedRun
  extends Readonly<Record<"learningRate" | "timeStep" | "batchSize", number>> {
  readonly angles: readonly number[];
  readonly curvatures: readonly number[];
  readonly noiseVariances: readonly number[];
}

/** The relative Frobenius error of Experiment A, over all its repetitions. */
export interface Frobenius
  extends Readonly<Record<"error" | "standardError" | "expected", number>> {}

/** A number that the paper calculates or reads off a figure. */
export interface Calculated {
  readonly source: string;
  readonly what: string;
  /** As the paper writes it. */
  readonly printed: string;
  /** One number, or the ends of a range. */
  readonly expected: readonly number[];
  readonly own?: {readonly y: number; readonly standardError: number};
}

/** What Figures 4, 7, 8 and 9, Tables 4 and 5 and § 8.2.1 print. */
const printedOf = {
  constants: {anisotropic: "14.2", isotropic: "14.0"},
  slope: "−0.98",
  trace: "5.41",
  overBound: "1.4",
  eigenvalues: ["5.0", "3.9", "3.0"],
  turned: ["0.024 … 0.012", "0.06 … 0.2"],
  frobenius: "≈ 0.05",
  // The angle at which Figure 7 ends, in degrees.
  lastAngle: 60
} as const;

/** Stationary covariances at the first and the last angle of Figure 7. */
function turnedCovariances(run: TurnedRun) {
  const rate = run.learningRate * run.timeStep;
  const [first, second] = run.noiseVariances;
  return [Math.min(...run.angles), printedOf.lastAngle].map(angle =>
    sgdCovariance({
      hessian: diagonal(run.curvatures),
      noise: rotatedCovariance([first, second], angle).mul(2 / (rate * run.batchSize)),
      learningRate: rate
    })
  );
}

/** Every calculated number of the paper's section on verification. */
export function calculatedNumbers(
  plateaus: readonly Swept[],
  frobenius: Frobenius,
  {runs, turned}: {readonly runs: Runs; readonly turned: TurnedRun}
): Calculated[] {
  const lines = table5([], runs.decaying);
  const {eigenvalues} = exactly(runs.decaying);
  const covariances = turnedCovariances(turned);
  const noises: readonly TenDimensionalNoise[] = runs.decaying.noise;
  const last = lines.find(({T}) => T === longest(runs.decaying));
  return [
    ...noises.map((noise): Calculated => {
      const own = plateaus.find(row => row.noise === noise && row.how === "average");
      return {
        source: "Table 4",
        what: `$R_∞$, ${noise}, in units of $10^{−4}$`,
        printed: fixed(printedLimits[noise], 2),
        expected: [scaled(limitRisk(runs.constant, noise))],
        ...(own && {own: {y: scaled(own.risk), standardError: scaled(own.standardError)}})
      };
    }),
    ...noises.map(noise => ({
      source: "§ 8.2.1",
      what: `limit of $N$ times risk, ${noise}`,
      printed: printedOf.constants[noise],
      expected: [riskConstant(runs.decaying.eta0, noise)]
    })),
    ...noises.map(noise => ({
      source: "Figure 4",
      what: `slope, ${noise}`,
      printed: printedOf.slope,
      expected: [slopeOf(lines, noise, "expected").value]
    })),
    {
      source: "Figure 4",
      what: "Tr($GH^{−1}$)",
      printed: printedOf.trace,
      expected: [sharpConstant]
    },
    {
      source: "Table 5",
      what: "“lower bound” $cd$; predicted is the sharp one",
      printed: String(printedBound),
      expected: [sharpConstant]
    },
    {
      source: "§ 8.2.1",
      what: "over the lower bound",
      printed: printedOf.overBound,
      expected: [(last?.expected ?? Number.NaN) / sharpConstant]
    },
    ...printedOf.eigenvalues.map((printed, k) => ({
      source: "Figure 8",
      what: `eigenvalue $λ_{${k + 1}}$ of $G$`,
      printed,
      expected: [eigenvalues[k]]
    })),
    ...printedOf.turned.map((printed, i) => ({
      source: "Figure 7",
      what: `$Σ_{${i + 1}${i + 1}}$ from … to, labels`,
      printed,
      expected: covariances.map(S => S.get(i, i))
    })),
    {
      source: "Figure 9",
      what: "relative Frobenius error",
      printed: printedOf.frobenius,
      expected: [frobenius.expected],
      own: {y: frobenius.error, standardError: frobenius.standardError}
    }
  ];
}

/** The columns of the calculated numbers. */
export const calculatedColumns: readonly TableColumn<Calculated>[] = [
  {header: "where", value: row => row.source.replaceAll(" ", "\u00a0"), text: true},
  {header: "what", value: row => row.what, text: true},
  {header: "printed", value: row => row.printed},
  {header: "predicted", value: row => row.expected.map(x => fixed(x, 4)).join(" … ")},
  {
    header: "measured ± s.e.",
    value: ({own}) => (own ? withError(own.y, own.standardError, 4) : "–")
  },
  {
    header: "$z$",
    value: ({own, expected}) => (own ? signed((own.y - expected[0]) / own.standardError) : "–")
  }
];

/** The columns of the means over replicates. */
export const sampledColumns: readonly TableColumn<Sampled>[] = [
  {header: "where", value: row => row.source.replaceAll(" ", "\u00a0"), text: true},
  {header: "which", value: row => row.what, text: true},
  {header: "printed", value: row => fixed(row.printed, 2)},
  {header: "predicted ± s.e.", value: row => withError(row.expected, row.error, 2)},
  {header: "$z$", value: row => signed(printedScore(row))},
  {header: "measured ± s.e.", value: ({own}) => withError(own.y, own.standardError, 3)},
  {header: "$z$, ours", value: row => signed(ownScore(row))}
];

/** A run that is scored by how many normal numbers it draws. */
interface Draws {
  readonly name: string;
  readonly cells: string;
  readonly normals: number;
}

/** What Experiments 1 and 2 draw is known by these. */
interface PlaneRun extends Readonly<Record<"replicates" | "steps", number>> {}

/** How many normal numbers the paper's experiments draw at their printed scale, and all of them together. */
export function draws(
  runs: Runs,
  scaling: PlaneRun & {readonly b: readonly number[]},
  turned: PlaneRun & Pick<TurnedRun, "angles">
): Draws[] {
  const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);
  const inPlane = ({replicates, steps}: PlaneRun, cells: number) => 2 * cells * replicates * steps;
  const inTen = (
    {noise, T}: {noise: readonly string[]; T: readonly number[]},
    replicates: number
  ) => noise.length * replicates * curvatures.length * sum(T);
  const {constant, decaying} = runs;
  const each = [
    {
      name: "Experiment 1",
      cells: `${scaling.b.length} batch sizes`,
      normals: inPlane(scaling, scaling.b.length)
    },
    {
      name: "Experiment 2",
      cells: `${turned.angles.length} angles (chosen)`,
      normals: inPlane(turned, turned.angles.length)
    },
    {
      name: "Experiment 4",
      cells: `two noises, ${constant.T.length} horizons`,
      normals: inTen(constant, constant.replicates)
    },
    {
      name: "Experiments 5 and 6",
      cells: `two noises, ${decaying.T.length} horizons`,
      normals: inTen(decaying, decaying.groupSize)
    }
  ];
  return [...each, {name: "together", cells: "", normals: sum(each.map(({normals}) => normals))}];
}

/** The columns of the random numbers. */
export const drawColumns: readonly TableColumn<Draws>[] = [
  {header: "experiment", value: row => row.name, text: true},
  {header: "cells", value: row => row.cells, text: true},
  {header: "normals drawn, in $10^6$", value: row => fixed(row.normals / 1e6, 0)}
];

/** The time that the paper gives, "≈ 4 minutes on a single CPU core", in seconds. */
export const printedSeconds = 4 * 60;
