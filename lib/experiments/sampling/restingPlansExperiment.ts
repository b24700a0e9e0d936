import {solveSmall} from "../../linalg/solveSmall.js";
import {symmetricEigen} from "../../linalg/symmetricEigen.js";
import {normals} from "../../random/normals.js";
import {uniforms} from "../../random/uniforms.js";
import {type HeatingCosts, type HeatingDay, heatingPlan} from "../../sampling/heating.js";
import {heatingProblem} from "../../sampling/heatingProblem.js";
import {type Estimate, estimate} from "../../simulate/summary.js";
import {sgdCovariance} from "../../stationary/sgdCovariance.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {positiveSetting, settingIn} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Plans from fresh scenarios at constant rates, followed until they are at rest and then on. */
export interface RestingPlansSpec extends ReplicatedHead {
  readonly settings: {
    /** η as shares of 2/λmax(H). */
    readonly shares: readonly number[];
    readonly batchSize: number;
    /** Before and during the average, in times of relaxation 1/(ηλmin). */
    readonly burnIn: number;
    readonly relaxations: number;
    readonly capacity: HeatingCosts["capacity"];
    readonly shortage: number;
  };
}

interface Job {
  readonly share: number;
  readonly replicates: number;
}

interface Result {
  readonly share: number;
  readonly learningRate: number;
  readonly steps: number;
  readonly distance: Estimate;
  readonly predicted: number;
}

/** Pairs of normal draws, one the other's negative, for the mean gradient about the optimum. */
const pairs = 400;

/**
 * One row per rate η = 2 share/λmax(H): how far the mean plan at rest lies from the best one. With the law at rest
 * nearly normal about its mean, Σ of `sgdCovariance`, and the mean gradient zero over it,
 *
 *     E θ − θ⋆ ≈ δ = −H⁻¹ E ∇f(θ⋆ + ζ),   ζ ~ N(0, Σ)
 *
 * `predicted` is its length √(δᵀHδ), and `distance` ± `standardError` what the averages of runs have of it, δᵀH(θ̄ −
 * θ⋆)/√(δᵀHδ). Averages of any length leave an excess cost of about `distance`²/2. On a quadratic δ is zero; where the
 * curvature changes δ is of the order of Σ, which is that of η. Source: Dieuleveut, Durmus & Bach 2020.
 * Scale shortens the replicates, never below 2.
 */
export function restingPlansExperiment(
  spec: RestingPlansSpec,
  days: readonly HeatingDay[]
): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const {shares, batchSize, burnIn, relaxations, capacity, shortage} = settings;
  const plan = heatingPlan(days, {capacity, shortage});
  const problem = heatingProblem(plan, "all days");
  const {hessian, optimum, dimension} = problem;
  const {values} = symmetricEigen(hessian);
  const rateOf = (share: number) => (2 * share) / values[dimension - 1];
  const time = (share: number) => 1 / (rateOf(share) * values[0]);
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale =>
      shares.map(share => ({share, replicates: Math.max(2, Math.floor(replicates * scale))})),
    describe: ({share}) => `share = ${share}`,
    cost: job => job.replicates * batchSize * time(job.share) * (burnIn + relaxations),
    run: ({share, replicates: count}) => {
      const learningRate = rateOf(share);
      const cell = `share=${share}`;
      const drawn = normals(uniforms({seed, experiment: name, cell: `${cell}, law`, replicate: 0}));
      const delta = meanDisplacement(
        problem,
        {learningRate, batchSize, next: () => drawn.next()},
        plan
      );
      const pull = hessian.map(row => row.reduce((sum, h, j) => sum + h * delta[j], 0));
      const predicted = Math.sqrt(pull.reduce((sum, x, i) => sum + x * delta[i], 0));
      const steps = Math.ceil(relaxations * time(share));
      const skipped = Math.ceil(burnIn * time(share));
      const distances = Array.from({length: count}, (_, replicate) => {
        const oracle = problem.open(uniforms({seed, experiment: name, cell, replicate}));
        const theta = Float64Array.from(optimum);
        const rows = new Float64Array(batchSize * dimension);
        let sum = 0;
        for (let t = 0; t < skipped + steps; t++) {
          oracle.gradients(theta, batchSize, rows);
          for (let k = 0; k < rows.length; k++)
            theta[k % dimension] -= (learningRate * rows[k]) / batchSize;
          problem.project?.(theta);
          if (t < skipped) continue;
          for (let j = 0; j < dimension; j++)
            sum += (pull[j] / predicted) * (theta[j] - optimum[j]);
        }
        return sum / steps;
      });
      return {share, learningRate, steps, distance: estimate(distances), predicted};
    },
    table: results =>
      table(results, {
        share: number(row => row.share),
        learningRate: number(row => row.learningRate),
        steps: integer(row => row.steps),
        distance: number(row => row.distance.mean),
        standardError: number(row => row.distance.standardError),
        predicted: number(row => row.predicted)
      }),
    vary: changes =>
      restingPlansExperiment(
        withSettings(spec, changes, {
          ranges: {
            shares: settingIn("(0, 1)", x => x > 0 && x < 1),
            burnIn: positiveSetting,
            relaxations: positiveSetting,
            capacity: positiveSetting,
            shortage: positiveSetting
          },
          ofFixedLength: ["capacity"],
          afterBurnIn: undefined
        }),
        days
      )
  };
}

/** δ = −H⁻¹ E ∇f(θ⋆ + ζ), ζ normal with the covariance at rest. */
function meanDisplacement(
  {hessian, noise, optimum}: ReturnType<typeof heatingProblem>,
  law: {learningRate: number; batchSize: number; next: () => number},
  plan: ReturnType<typeof heatingPlan>
): Float64Array {
  const d = optimum.length;
  const covariance = sgdCovariance({
    hessian,
    noise: noise.map(row => row.map(x => x / law.batchSize)),
    learningRate: law.learningRate
  });
  const {values, vectors} = symmetricEigen(covariance.to2DArray());
  const delta = new Float64Array(d);
  for (let pair = 0; pair < pairs; pair++) {
    const z = Array.from(values, value => Math.sqrt(Math.max(0, value)) * law.next());
    const away = optimum.map((_, i) => z.reduce((sum, x, k) => sum + vectors.get(i, k) * x, 0));
    for (const sign of [1, -1]) {
      const {gradient} = plan.derivatives(optimum.map((x, i) => x + sign * away[i]));
      gradient.forEach((slope, i) => {
        delta[i] -= slope / (2 * pairs);
      });
    }
  }
  solveSmall(Float64Array.from(hessian.flat()), delta);
  return delta;
}
