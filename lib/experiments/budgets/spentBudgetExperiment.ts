import {fisherTenDimensional} from "../../problems/fisherTenDimensional.js";
import type {LinearCell} from "../../simulate/spec.js";
import {estimate, weightedSquaresOf} from "../../simulate/summary.js";
import {cellMoments, expectedSquares} from "../cellMoments.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkBatches} from "../relations.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";

/** N gradients spent in batches of b, the temperature η/b kept as long as η ≤ 1/(4M). */
export interface SpentBudgetSpec extends ReplicatedHead {
  readonly settings: {
    /** F, the metric and the noise: `H` or `I`. */
    readonly metrics: readonly string[];
    readonly budgets: readonly number[];
    /** η/b by metric and budget, in their order. */
    readonly temperatures: readonly (readonly number[])[];
    readonly batchSizes: readonly number[];
    /** θ₀ = start·(1, …, 1). */
    readonly start: number;
  };
}

/**
 * Squared dual norms ‖∇L(θ_T)‖²_{F⁻¹} after T = N/b constant steps η = min(b τ, 1/(4M)) on the
 * ten-dimensional curvatures with noise of covariance F/b: one row per metric, budget and batch size,
 * `squaredNorm` ± `standardError`. Scale shortens the budgets; `steps` is what was run.
 *
 * @throws RangeError unless there is a temperature for each metric and budget, each batch size is at most a quarter
 * of a budget, and each budget at least four times a batch size
 */
export function spentBudgetExperiment(spec: SpentBudgetSpec): Experiment {
  checkTemperatures(spec.settings);
  checkBudgets(spec.settings);
  const {curvatures} = fisherTenDimensional();
  const steepest = curvatures[curvatures.length - 1];
  const metric = (name: string) => curvatures.map(h => (name === "H" ? h : 1));
  return sweepExperiment({
    ...spec,
    cells: ({metrics, budgets, temperatures, batchSizes, start}, scale) =>
      metrics.flatMap((name, m) =>
        budgets.flatMap((budget, k) =>
          batchSizes
            .filter(b => b <= budget / 4)
            .map((b): LinearCell => {
              const free = b * temperatures[m][k];
              const cap = 1 / (4 * steepest);
              return {
                parameters: {metric: name, N: budget, b},
                hessianEigenvalues: curvatures,
                noiseFactor: {diagonal: metric(name).map(f => Math.sqrt(f))},
                batchSize: b,
                learningRate: free < cap ? free : cap,
                steps: Math.max(2, Math.floor((budget * scale) / b)),
                initial: curvatures.map(() => start)
              };
            })
        )
      ),
    columns: (results, cells) => {
      const rows = results.map((result, c) => {
        const {parameters, steps, learningRate} = cells[c];
        const f = metric(String(parameters["metric"]));
        const weights = curvatures.map((h, i) => (h * h) / f[i]);
        return {
          parameters,
          steps,
          learningRate: learningRate as number,
          ...estimate(weightedSquaresOf(result, weights))
        };
      });
      return table(rows, {
        metric: text(row => String(row.parameters["metric"])),
        N: integer(row => Number(row.parameters["N"])),
        b: integer(row => Number(row.parameters["b"])),
        steps: integer(row => row.steps),
        learningRate: number(row => row.learningRate),
        squaredNorm: number(row => row.mean),
        standardError: number(row => row.standardError)
      });
    },
    expected: (_, __, cells) => {
      const of = cellMoments(cells);
      return {
        squaredNorm: {
          standardError: "standardError",
          replicates: spec.replicates,
          value: ({metric: name, N, b}) => {
            const f = metric(name);
            return expectedSquares(
              of({metric: name, N, b}),
              curvatures.map((h, i) => (h * h) / f[i])
            );
          }
        }
      };
    },
    vary: changes =>
      spentBudgetExperiment(withSettings(spec, changes, {words: {metrics: ["H", "I"]}}))
  });
}

function checkBudgets({budgets, batchSizes}: SpentBudgetSpec["settings"]): void {
  checkBatches("batchSizes", batchSizes, {most: Math.max(...budgets) / 4, bound: "budgets/4"});
  const least = 4 * Math.min(...batchSizes);
  const small = budgets.find(budget => budget < least);
  if (small !== undefined)
    throw new RangeError(
      `budgets must be at least 4 times the smallest of batchSizes, ${least}; got ${small}`
    );
}

function checkTemperatures({metrics, budgets, temperatures}: SpentBudgetSpec["settings"]): void {
  const rows = temperatures.filter(row => row.length === budgets.length);
  if (temperatures.length !== metrics.length || rows.length !== temperatures.length)
    throw new RangeError(
      `temperatures must hold a list for each of ${metrics.length} metrics, of ${budgets.length} numbers, one per budget; got ${JSON.stringify(temperatures)}`
    );
}
