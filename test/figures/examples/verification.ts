import type {PooledMoments} from "../../../src/figures/budgets/decayingSteps.js";
import * as verification from "../../../src/figures/budgets/verification.js";
import * as promise from "../../../src/figures/budgets/verificationPromise.js";
import type {PlateauRun, Swept} from "../../../src/figures/diffusion/plateau.js";
import type {Examples} from "../gallery.js";
import {pageRows} from "../pageRows.js";
import {expecting, sweep} from "../sweep.js";

/** What the pages know of the paper's Experiments 4 to 6. */
export async function runsOfPaper(): Promise<verification.Runs> {
  const [constant, decaying, replay] = await Promise.all([
    sweep("plateau"),
    sweep("decaying-steps"),
    sweep("plateau-replay")
  ]);
  return {
    constant: constant.spec as PlateauRun,
    decaying: decaying.spec as verification.Runs["decaying"],
    printed4: (replay.spec as {printed: verification.Runs["printed4"]}).printed
  };
}

export const verificationFigures: Examples[string] = async () => {
  const source = {table: "decaying", experiment: "decaying-steps"};
  const decays = await pageRows("budgets/verification", "decays", source);
  const plateaus = expecting((await sweep("plateau")).rows, "risk");
  const numbers = verification.sampledNumbers(
    plateaus as unknown as Swept[],
    decays as unknown as PooledMoments[],
    await runsOfPaper()
  );
  const run = (await sweep("batch-scaling")).spec as promise.PromiseRun;
  return [
    verification.printedScores(numbers),
    ...[
      {replicates: 4, steps: 11, benchmark: "discrete (49)", tolerance: 1},
      {replicates: 0, steps: 0, benchmark: "continuous (48)", tolerance: 5},
      {replicates: 12, steps: 11, benchmark: "continuous (48)", tolerance: 0.2}
    ].map(chosen => promise.lawOfDeviation(chosen, run))
  ];
};
