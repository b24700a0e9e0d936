import {exp} from "../elementary/exp.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {UniformSource} from "../random/source.js";
import type {RuledPlan} from "./rules.js";
import {runPlan} from "./runPlan.js";
import type {SamplingProblem} from "./samplingProblem.js";

/** Where the best constant batch and rate are looked for. */
export interface SearchGrid {
  readonly batchSizes: readonly number[];
  /** Rates of the first round, 2/λmax · 2⁻ᵏ, k = 1 … `halvings`. */
  readonly halvings: number;
  /** Runs of each pair that reaches the last round. */
  readonly replicates: number;
  readonly budget: number;
  /** The stream of a replicate, at its start: every pair sees the same samples. */
  stream(replicate: number): UniformSource;
}

/** Rounds: the share of the replicates that pairs have by its end, how many stay, and their neighbours' octaves. */
const rounds = [
  {share: 1 / 8, keep: 8, octaves: 1 / 2},
  {share: 1 / 4, keep: 3, octaves: 1 / 4},
  {share: 1, keep: 1, octaves: 0}
] as const;

interface Pair {
  readonly batchSize: number;
  /** The rate is 2/λmax · 2^(−octaves). */
  readonly octaves: number;
  readonly last: number;
  readonly averaged: number;
  readonly runs: number;
}

/**
 * The constant batch and rate, and the last or the averaged iterate, of the least mean risk: of a grid at first; then
 * of the eight best pairs of it and rates half an octave beside theirs, with twice the runs; then of the three best
 * and a quarter of an octave, with all. Pairs are compared on the same samples.
 *
 * @throws RangeError where no batch is within the budget
 */
export function searchBest(problem: SamplingProblem, grid: SearchGrid): RuledPlan {
  const {batchSizes, halvings, replicates, budget} = grid;
  const {values} = symmetricEigen(problem.hessian);
  const rateOf = ({octaves}: Pair) => (2 * exp(-Math.LN2 * octaves)) / values[values.length - 1];
  const tried = (pair: Pair, runs: number): Pair => {
    const plan = {batchSize: pair.batchSize, learningRate: rateOf(pair)};
    let {last, averaged} = pair;
    for (let r = pair.runs; r < runs; r++) {
      const run = runPlan(problem, problem.open(grid.stream(r)), plan, budget);
      last += problem.excess(run.last);
      averaged += problem.excess(run.averaged);
    }
    return {...pair, last, averaged, runs};
  };
  let pairs = batchSizes
    .filter(batchSize => batchSize <= budget)
    .flatMap(batchSize =>
      Array.from({length: halvings}, (_, k) => ({batchSize, octaves: k + 1, ...untried}))
    );
  if (pairs.length === 0) throw new RangeError(`batchSizes must have one of at most ${budget}`);
  for (const {share, keep, octaves} of rounds) {
    const runs = Math.max(1, Math.ceil(replicates * share));
    const best = pairs
      .map(pair => tried(pair, runs))
      .sort((a, b) => risk(a) - risk(b))
      .slice(0, keep);
    pairs = octaves ? withNeighbours(best, octaves) : best;
  }
  const [found] = pairs;
  return {
    batchSize: found.batchSize,
    learningRate: rateOf(found),
    spent: 0,
    returns: found.averaged < found.last ? "averaged" : "last"
  };
}

const untried = {last: 0, averaged: 0, runs: 0};

const risk = ({last, averaged}: Pair) => Math.min(last, averaged);

/** The pairs, and those with rates to either side of theirs, below 2/λmax, that are not among them. */
function withNeighbours(pairs: readonly Pair[], octaves: number): Pair[] {
  const all = [...pairs];
  for (const {batchSize, octaves: own} of pairs)
    for (const at of [own - octaves, own + octaves])
      if (at > 0 && !all.some(pair => pair.batchSize === batchSize && pair.octaves === at))
        all.push({batchSize, octaves: at, ...untried});
  return all;
}
