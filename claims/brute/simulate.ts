import {execute} from "../../lib/simulate/execute.js";
import type {LinearCell} from "../../lib/simulate/spec.js";
import {timeSecondMomentOf} from "../../lib/simulate/summary.js";
import type {Context, Sampled} from "../ledger/claim.js";
import {sampled} from "./sampled.js";

/** A recursion to be run to its steady state, and which E θᵢθⱼ to keep. */
export interface Run {
  readonly name: string;
  readonly cell: Omit<LinearCell, "moments" | "parameters">;
  readonly keep: readonly (readonly [number, number])[];
}

/** Independent runs of each recursion; fewer than 400 would be no evidence. */
const replicates = 512;

/**
 * Time averages of θᵢθⱼ after the burn-in, simulated on the kernel: by run and by pair (i, j), one
 * value per independent replicate.
 */
export async function stationarySecondMoments(
  experiment: string,
  {seed}: Context,
  runs: readonly Run[]
): Promise<Record<string, Float64Array[]>> {
  const spec = {
    experiment: `claim ${experiment}`,
    seed,
    replicates,
    cells: runs.map(({name, cell}) => ({
      ...cell,
      parameters: {name},
      moments: "full" as const
    }))
  };
  const results = await execute(spec);
  return Object.fromEntries(
    runs.map(({name, keep}, c) => [
      name,
      keep.map(([i, j]) => timeSecondMomentOf(results[c], i, j))
    ])
  );
}

/** The same for one run: each average with its standard error. */
export const simulatedMoments = async (
  experiment: string,
  context: Context,
  run: Run
): Promise<Sampled[]> =>
  (await stationarySecondMoments(experiment, context, [run]))[run.name].map(sampled);
