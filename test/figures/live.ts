import {
  type EnsembleQuestion,
  type EnsembleTrack,
  ensembleRuns
} from "../../lib/simulate/ensembleRuns.js";
import {createKernel} from "../../lib/simulate/kernel.js";
import {type LiveCell, liveRun} from "../../lib/simulate/liveRun.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import type {LiveAnswer} from "../../src/components/live-sweep.js";

/** What a page's worker answers: the cells of a live run at each of these steps, which ascend. */
export async function framesOf(spec: SweepSpec, at: readonly number[]): Promise<LiveCell[][]> {
  const run = liveRun(await createKernel(), spec);
  return at.map((step, k) => run.advance(step - (at[k - 1] ?? 0)));
}

/** What a page's worker answers to a question about ensembles. */
export function tracksOf(question: EnsembleQuestion): EnsembleTrack[] {
  const runs = ensembleRuns(question);
  for (let next = runs.next(); ; next = runs.next()) if (next.done) return next.value;
}

/** What a page's worker answers to a sweep, at the steps asked for; at the last unless given. */
export const answerOf = async (
  spec: SweepSpec,
  at: readonly number[] = [Math.max(...spec.cells.map(({steps}) => steps))]
): Promise<LiveAnswer> => ({question: {spec, at}, frames: await framesOf(spec, at)});
