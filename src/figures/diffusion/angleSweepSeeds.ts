import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, percent, signed, whole, withError} from "../../components/format.js";
import type {LiveAnswer} from "../../components/live-sweep.js";
import type {TableColumn} from "../../components/table.js";
import {rotatedFactor} from "../../lib/linalg/rotatedCovariance.js";
import type {LiveCell} from "../../lib/simulate/liveRun.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {estimate} from "../../lib/simulate/summary.js";
import {timeAverage} from "../../lib/stationary/timeAverage.js";
import {score} from "../scores.js";
import {exactAt, noiseAxes, rateOf, type TurnedRun} from "./angle-sweep.js";

/** What the short runs were. */
export interface SeedRun extends TurnedRun {
  readonly steps: number;
  readonly burnIn: number;
  readonly seeds: number;
}

/** What the table of short runs holds at one angle. */
export interface BandRow
  extends Readonly<
    Record<
      | "angle"
      | "mean"
      | "standardError"
      | "expected"
      | "spread"
      | "centred"
      | "exactCentred"
      | "apart"
      | "figures",
      number
    >
  > {}

/** The controls: other seeds, and how long a run is. */
export const seedControls = ({seeds, steps, burnIn}: SeedRun) => ({
  seed: {label: `Another ${seeds} seeds`, min: 1, max: 60, step: 1, value: 1},
  steps: {
    label: "Steps after burn-in",
    min: 0,
    max: 3,
    step: 1,
    value: 0,
    format: (k: number) => whole((steps - burnIn) * 2 ** k)
  }
});

type Asked = Readonly<Record<"seed" | "steps", number>>;

const angles = [0, 15, 30, 45, 60];
const kinds = ["turned", "isotropic"] as const;
const keptSteps = ({steps}: Asked, run: SeedRun) => (run.steps - run.burnIn) * 2 ** steps;

/** Runs under turned and under isotropic noise at each angle. */
export function seedSpec(asked: Asked, run: SeedRun): SweepSpec {
  const [along, across] = noiseAxes(run);
  const mean = (along + across) / 2;
  return {
    experiment: "angle-sweep: six seeds",
    seed: asked.seed,
    replicates: run.seeds,
    cells: angles.flatMap(angle =>
      kinds.map(kind => ({
        parameters: {angle, kind},
        form: "eulerMaruyama" as const,
        hessianEigenvalues: run.curvatures,
        noiseFactor: {
          dense:
            kind === "turned"
              ? rotatedFactor([along, across], angle)
              : rotatedFactor([mean, mean], 0)
        },
        batchSize: run.batchSize,
        learningRate: run.learningRate,
        timeStep: run.timeStep,
        steps: run.burnIn + keptSteps(asked, run),
        burnIn: run.burnIn,
        moments: "full" as const
      }))
    )
  };
}

/** Mean over the seeds, and one standard deviation to both sides. */
interface BandMark extends Mark {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

/** The two bands that a figure of so many seeds shows. */
export function bandsOf(cells: readonly LiveCell[], {seeds}: SeedRun) {
  const band = (kind: number): BandMark[] =>
    angles.map((x, a) => {
      const {second} = cells[2 * a + kind];
      const own = Float64Array.from(
        {length: seeds},
        (_, r) => second[(r * second.length) / seeds + 1]
      );
      const {mean, standardError} = estimate(own);
      const deviation = standardError * Math.sqrt(seeds);
      return {x, y: mean, low: mean - deviation, high: mean + deviation};
    });
  const [turned, isotropic] = [band(0), band(1)];
  const apart = angles.filter((_, a) => {
    const [p, q] = [turned[a], isotropic[a]];
    return p.low > q.high || p.high < q.low;
  });
  return {turned, isotropic, apart};
}

/** What a single run of so many steps has for the covariance. */
const oneRun = (run: SeedRun, angle: number, steps: number) =>
  timeAverage({
    decays: run.curvatures.map(h => 1 - rateOf(run) * h),
    covariance: exactAt(run, angle),
    steps
  });

/** The cross-covariance from a handful of runs, as the paper's Figure 6 draws it. */
export function seedBands({frames: [cells]}: LiveAnswer, run: SeedRun): Chart {
  const {turned, isotropic} = bandsOf(cells, run);
  const steps = cells[0].step - run.burnIn;
  const ends: [number, number] = [0, angles[angles.length - 1]];
  const edge = (side: -1 | 1, piece: number) =>
    curve(
      angle => {
        const {mean, standardDeviation} = oneRun(run, angle, steps);
        return mean + side * standardDeviation;
      },
      ends,
      {points: 61}
    ).map(mark => ({...mark, piece}));
  const centre = (band: readonly BandMark[]): Mark[] => band.map(({x, y}) => ({x, y}));
  return {
    title: `Cross-covariance from ${run.seeds} runs, mean ± one standard deviation over the seeds`,
    caption:
      "Blue band and dots: turned noise, simulated now; grey band: isotropic surrogate, simulated now; solid: exact $Σ_{12}$, with the exact ± one standard deviation of a single run between the thin lines. Where the two bands overlap the picture cannot tell the noises apart.",
    description:
      "Two overlapping bands against the angle of the noise, one about an arch and one about zero; the overlap shrinks as the runs get longer.",
    x: {label: "noise turned by $φ$, degrees", column: "angle", domain: ends, ticks: angles},
    y: {label: "$Σ_{12}$", column: "covariance", domain: [-0.013, 0.028], ticks: 5},
    panels: [
      {
        series: [
          {is: "surrogate", name: "isotropic band", as: "band", label: false, marks: isotropic},
          {is: "measured", name: "turned band", as: "band", label: false, marks: turned},
          {
            is: "exact",
            name: "one run, ± one deviation",
            second: true,
            label: false,
            marks: [...edge(-1, 0), ...edge(1, 1)]
          },
          {
            is: "exact",
            name: "exact",
            label: false,
            marks: curve(angle => exactAt(run, angle).get(0, 1), ends, {points: 61})
          },
          {is: "surrogate", name: "isotropic", marks: centre(isotropic), near: 0.95},
          {is: "measured", name: "turned", marks: centre(turned), near: 0.95}
        ]
      }
    ]
  };
}

/** The table of short runs, with the spread that a single run has; `steps` are those after the burn-in that ran. */
export const bandLines = (rows: readonly BandRow[], run: SeedRun, steps: number) =>
  rows.map(({mean, ...row}) => ({
    ...row,
    y: mean,
    exactSpread: oneRun(run, row.angle, steps).standardDeviation
  }));

export type BandLine = ReturnType<typeof bandLines>[number];

/** The line of an angle. */
export function lineAt(lines: readonly BandLine[], angle: number): BandLine {
  const found = lines.find(line => line.angle === angle);
  if (!found) throw new RangeError(`angle must be one of the table; got ${angle}`);
  return found;
}

/** Lines that the table shows: every ten degrees, and the middle. */
export const isShown = ({angle}: BandLine): boolean => angle % 10 === 0 || angle === 45;

/** How many independent values of the product θ₁θ₂ so many steps hold. */
export function independentValues(run: SeedRun, steps: number): number {
  const [stiff, flat] = run.curvatures.map(h => 1 - rateOf(run) * h);
  return (steps * (1 - stiff * flat)) / (1 + stiff * flat);
}

/** What the table is. */
export const bandLabel = ({seeds}: SeedRun) =>
  `Figure 6 over many sets of ${seeds} seeds, in units of $10^{−3}$`;

export const bandColumns: readonly TableColumn<BandLine>[] = [
  {header: "$φ$, degrees", value: ({angle}) => String(angle)},
  {header: "exact $Σ_{12}$", value: ({expected}) => fixed(1e3 * expected, 2)},
  {
    header: "measured ± s.e.",
    value: ({y, standardError}) => withError(1e3 * y, 1e3 * standardError, 2)
  },
  {header: "$z$", value: line => signed(score(line))},
  {header: "s.d. of one run", value: ({spread}) => fixed(1e3 * spread, 2)},
  {header: "exact", value: ({exactSpread}) => fixed(1e3 * exactSpread, 2)},
  {header: "bands apart", value: ({apart}) => percent(apart, 0)}
];
