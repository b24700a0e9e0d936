import {type Flight, gapBlocks} from "../../sampling/flights.js";
import {longRunProblem, type QueueSettings, queueProblem} from "../../sampling/queueProblem.js";
import type {SamplingProblem} from "../../sampling/samplingProblem.js";
import type {Experiment} from "../experiment.js";
import {checkAscending} from "../relations.js";
import {positiveSetting, settingIn, wholeFrom} from "../settingRanges.js";
import {
  type RulesJob,
  type RulesResult,
  type RulesSpec,
  rulesExperiment
} from "./rulesExperiment.js";

export const queueVersions = [
  "perturbation",
  "likelihood ratio",
  "one long run",
  "departures"
] as const;

export type QueueVersion = (typeof queueVersions)[number];

/** The rules on the service rate of a queue. */
export type QueueSpec = RulesSpec<QueueVersion> & {readonly settings: QueueSettings};

/** For G at the optimum: 2 % of it where the tail is longest, with the likelihood ratio. */
const noiseSamples = 200_000;

const ranges = {
  customers: wholeFrom(2),
  cost: positiveSetting,
  startRate: positiveSetting,
  feasible: settingIn("(1, ∞)", x => x > 1)
};

/**
 * `rulesExperiment` of the service rate of a queue: Poisson arrivals with either estimator of the gradient, samples
 * that begin empty; the same in one long run; and the departures of flights as arrivals.
 */
export function queueExperiment(
  spec: QueueSpec,
  flights: readonly Flight[]
): Experiment<RulesJob, RulesResult> {
  checkAscending("feasible", spec.settings.feasible);
  return rulesExperiment<QueueVersion, QueueSpec>(
    spec,
    (version, settings): SamplingProblem => {
      if (version === "one long run") return longRunProblem(version, settings, noiseSamples);
      if (version === "departures") {
        const blocks = gapBlocks(flights, settings.customers - 1);
        return queueProblem(version, settings, {estimator: "perturbation", blocks, noiseSamples});
      }
      return queueProblem(version, settings, {estimator: version, noiseSamples});
    },
    ranges
  );
}
