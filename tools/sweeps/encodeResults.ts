import {expectedColumns} from "../../lib/experiments/expectation.js";
import type {Experiment} from "../../lib/experiments/experiment.js";
import {encode} from "./arrow.js";

/**
 * The table of an experiment's results, with what is expected of it, as an Arrow stream.
 *
 * @param loader where the experiment comes from, for messages
 * @throws naming the loader where the table cannot be made, or its columns do not fit together
 */
export function encodeResults(
  {experiment, loader}: {readonly experiment: Experiment; readonly loader: string},
  results: unknown[],
  scale: number,
  metadata: Record<string, string>
): ReturnType<typeof encode> {
  try {
    const table = experiment.table(results, scale);
    return encode(table, metadata, expectedColumns(experiment, table, scale));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`${loader}: its table cannot be made: ${cause}`);
  }
}
