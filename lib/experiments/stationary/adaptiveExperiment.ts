import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {
  type AdaptiveEnsembleOptions,
  adaptiveEnsemble,
  type Plane
} from "../../simulate/adaptiveEnsemble.js";
import {estimate} from "../../simulate/summary.js";
import {integer, number, table, text} from "../columns.js";
import type {Row} from "../expectation.js";
import type {Experiment, Json} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {settingIn} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";
import {expectedOf} from "./adaptive.expected.js";

/** One way of running an optimiser that makes its own preconditioner. */
export interface AdaptiveCell {
  readonly method: "natural" | "adam" | "fixed";
  /** Name and entries of Λ/λ, for the method "fixed". */
  readonly preconditioner?: {readonly name: string; readonly entries: Plane};
  readonly momentum: number;
  readonly forgetting: number;
  /** c of C = cKΣK, or "constant" for the `noise` of the settings. */
  readonly noise: number | "constant";
  readonly particles: number;
  /** Independent ensembles. */
  readonly ensembles: number;
  readonly steps: number;
  readonly burnIn: number;
}

/** Natural gradient and Adam in the plane, over a list of cells. */
export interface AdaptiveSpec extends ExperimentHead {
  readonly settings: {
    readonly hessian: Plane;
    /** The constant C. */
    readonly noise: Plane;
    /** Covariance of the iterates at the start. */
    readonly start: Plane;
    readonly learningRate: number;
  };
  readonly cells: readonly AdaptiveCell[];
}

interface Job {
  readonly cell: AdaptiveCell;
  readonly particles: number;
  readonly ensembles: number;
}

/** Per ensemble: time averages of w₁², w₁w₂, w₂², and the variance over time of wᵀKw's mean. */
type Result = readonly (readonly [number, number, number, number, number])[];

/**
 * `adaptiveEnsemble` over a list of cells: one row each. `s11`, `s12`, `s22` with their standard errors
 * are the mean over ensembles of the time averages of Σ̂ after the burn-in; `loss` ± `lossError` that of
 * ½ Tr KΣ̂, and `wobble` the standard deviation over time of Tr KΣ̂ relative to its mean, root mean
 * square over ensembles; of a preconditioner that stays the exact moments are declared. Scale takes fewer ensembles, never below 2, of fewer iterates, never below 40 where there are more.
 *
 * @throws RangeError unless H is positive definite and C and the start are positive semidefinite; where an ensemble
 * diverges, naming the cell
 */
export function adaptiveExperiment(spec: AdaptiveSpec): Experiment<Job, Result> {
  const {name, seed, settings, cells} = spec;
  for (const [k, least] of [
    ["hessian", Number.MIN_VALUE],
    ["noise", 0],
    ["start", 0]
  ] as const)
    checkPlane(k, settings[k], least);
  for (const {method, preconditioner} of cells)
    if ((method === "fixed") !== (preconditioner !== undefined))
      throw new RangeError(
        `preconditioner in cells must be given where method is fixed, and only there; got method ${method}`
      );
  const keyOf = (cell: AdaptiveCell) =>
    `${cell.preconditioner?.name ?? cell.method}, µ=${cell.momentum}, ρ=${cell.forgetting}, c=${cell.noise}, R=${cell.particles}`;
  // A burn-in leaves nothing of the start.
  const settled = new Map<string, ReturnType<typeof expectedOf>>();
  for (const {preconditioner, momentum, noise} of cells)
    if (preconditioner && noise === "constant")
      settled.set(
        `${preconditioner.name}, µ=${momentum}`,
        expectedOf({...settings, momentum, preconditioner: preconditioner.entries})
      );
  return {
    ...headOf(spec),
    spec: {...settings, cells: cells.map(cell => ({...cell}) as {[key: string]: Json})},
    jobs: scale => cells.map(cell => ({cell, ...sizes(cell, scale)})),
    describe: ({cell}) => keyOf(cell),
    cost: ({cell, particles, ensembles}) => particles * ensembles * cell.steps,
    run: ({cell, particles, ensembles}) =>
      Array.from({length: ensembles}, (_, replicate) => {
        const options: AdaptiveEnsembleOptions = {
          ...settings,
          method: cell.method,
          momentum: cell.momentum,
          forgetting: cell.forgetting,
          particles,
          ...(cell.preconditioner && {preconditioner: cell.preconditioner.entries}),
          noise: cell.noise === "constant" ? {covariance: settings.noise} : {ratio: cell.noise},
          next: gaussianStream(streamState({seed, experiment: name, cell: keyOf(cell), replicate}))
        };
        return averages(options, cell.steps, cell.burnIn);
      }),
    table: (results, scale) => {
      const of = (f: (row: Result[number]) => number) =>
        results.map(result => estimate(result.map(f)));
      const [s11, s12, s22] = [of(row => row[0]), of(row => row[1]), of(row => row[2])];
      const loss = of(row => row[3] / 2);
      const rows = cells.map((cell, c) => ({
        cell,
        ...sizes(cell, scale),
        s11: s11[c],
        s12: s12[c],
        s22: s22[c],
        loss: loss[c],
        wobble: results[c].reduce((sum, run) => sum + run[4], 0) / results[c].length
      }));
      return table(rows, {
        method: text(({cell}) => cell.preconditioner?.name ?? cell.method),
        noise: text(({cell}) => (cell.noise === "constant" ? "constant" : "proportional")),
        ratio: number(({cell}) => (cell.noise === "constant" ? 0 : cell.noise)),
        momentum: number(({cell}) => cell.momentum),
        forgetting: number(({cell}) => cell.forgetting),
        particles: integer(row => row.particles),
        ensembles: integer(row => row.ensembles),
        s11: number(row => row.s11.mean),
        s11Error: number(row => row.s11.standardError),
        s12: number(row => row.s12.mean),
        s12Error: number(row => row.s12.standardError),
        s22: number(row => row.s22.mean),
        s22Error: number(row => row.s22.standardError),
        loss: number(row => row.loss.mean),
        lossError: number(row => row.loss.standardError),
        wobble: number(row => Math.sqrt(row.wobble))
      });
    },
    ...(settled.size > 0 && {
      expected: (scale: number) =>
        Object.fromEntries(
          (["s11", "s12", "s22", "loss"] as const).map(column => [
            column,
            {
              standardError: `${column}Error`,
              replicates: Math.min(...cells.map(cell => sizes(cell, scale).ensembles)),
              value: ({method, momentum}: Row) =>
                settled.get(`${method}, µ=${momentum}`)?.[column] ?? Number.NaN
            }
          ])
        )
    }),
    vary: changes =>
      adaptiveExperiment(
        withSettings(spec, changes, {
          ofFixedLength: ["hessian", "noise", "start"],
          words: {method: ["natural", "adam", "fixed"]},
          // Entries off the diagonal may be negative.
          ranges: {hessian: anyNumber, noise: anyNumber, start: anyNumber}
        })
      )
  };
}

const anyNumber = settingIn("(−∞, ∞)", Number.isFinite);

/** Refuses (a b; b c) unless its diagonal is at least `least` and its determinant not below zero, or above it. */
function checkPlane(name: string, [a, b, c]: Plane, least: number): void {
  const determinant = a * c - b * b;
  if (!(a >= least && c >= least && (least > 0 ? determinant > 0 : determinant >= 0)))
    throw new RangeError(
      `${name} must be positive ${least > 0 ? "" : "semi"}definite; got (${a} ${b}; ${b} ${c})`
    );
}

const sizes = ({particles, ensembles}: AdaptiveCell, scale: number) => ({
  particles: Math.max(Math.min(40, particles), Math.floor(particles * scale)),
  ensembles: Math.max(2, Math.floor(ensembles * scale))
});

function averages(options: AdaptiveEnsembleOptions, steps: number, burnIn: number): Result[number] {
  const ensemble = adaptiveEnsemble(options);
  const [p, q, r] = options.hessian;
  let [a, b, c, square] = [0, 0, 0, 0];
  for (let t = 0; t < steps; t++) {
    ensemble.advance();
    if (t < burnIn) continue;
    const [x, y, z] = ensemble.secondMoment();
    const loss = p * x + 2 * q * y + r * z;
    a += x;
    b += y;
    c += z;
    square += loss * loss;
  }
  const n = steps - burnIn;
  const mean = (p * a + 2 * q * b + r * c) / n;
  if (!Number.isFinite(square))
    throw new RangeError(
      `learningRate must let the ensemble settle; got ${options.learningRate}, at which it diverges`
    );
  return [a / n, b / n, c / n, mean, square / n / (mean * mean) - 1];
}
