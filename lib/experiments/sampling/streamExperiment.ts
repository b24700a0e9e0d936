import type {Flight} from "../../sampling/flights.js";
import {
  type Transactions,
  transactionProblem,
  transactionsOf
} from "../../sampling/transactions.js";
import type {Experiment} from "../experiment.js";
import {
  type RulesJob,
  type RulesResult,
  type RulesSpec,
  rulesExperiment
} from "./rulesExperiment.js";

export type StreamVersion = "drawn at random" | "in order";

export type StreamSpec = RulesSpec<StreamVersion>;

/** `rulesExperiment` of a logistic regression on flights, drawn at random or in the order of their departures. */
export function streamExperiment(
  spec: StreamSpec,
  flights: readonly Flight[]
): Experiment<RulesJob, RulesResult> {
  let data: Transactions | undefined;
  return rulesExperiment<StreamVersion, StreamSpec>(spec, version => {
    data ??= transactionsOf(flights);
    return transactionProblem(version, data, {inOrder: version === "in order"});
  });
}
