import {integerPower} from "../elementary/integerPower.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {UniformSource} from "../random/source.js";
import type {RuledPlan} from "./rules.js";
import {runPlan} from "./runPlan.js";
import type {SamplingProblem} from "./samplingProblem.js";

/** Where the best constant batch and rate are looked for. */
export interface SearchGrid {
  readonly batchSizes: readonly number[];
  /** Rates 2/λmax · 2⁻ᵏ, k = 1 … `halvings`. */
  readonly halvings: number;
  /** Runs of each. */
  readonly replicates: number;
  readonly budget: number;
  stream(name: string, replicate: number): UniformSource;
}

/** The constant batch and rate, and the last or the averaged iterate, of the least mean risk over a grid. */
export function searchBest(problem: SamplingProblem, grid: SearchGrid): RuledPlan {
  const {values} = symmetricEigen(problem.hessian);
  const edge = 2 / values[values.length - 1];
  let best: RuledPlan | undefined;
  let least = Infinity;
  for (const batchSize of grid.batchSizes)
    for (let k = 1; k <= grid.halvings && batchSize <= grid.budget; k++) {
      const plan = {batchSize, learningRate: edge / integerPower(2, k)};
      let [last, averaged] = [0, 0];
      for (let r = 0; r < grid.replicates; r++) {
        const oracle = problem.open(grid.stream(`b=${batchSize}, k=${k}`, r));
        const run = runPlan(problem, oracle, plan, grid.budget);
        last += problem.excess(run.last);
        averaged += problem.excess(run.averaged);
      }
      const risk = Math.min(last, averaged);
      if (risk < least) {
        least = risk;
        best = {...plan, spent: 0, returns: averaged < last ? "averaged" : "last"};
      }
    }
  if (!best) throw new RangeError(`batchSizes must have one of at most ${grid.budget}`);
  return best;
}
