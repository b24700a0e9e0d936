import {uniforms} from "../../random/uniforms.js";
import {type RuledPlan, type RuleName, rules, unsampled} from "../../sampling/rules.js";
import {runPlan} from "../../sampling/runPlan.js";
import type {SamplingProblem} from "../../sampling/samplingProblem.js";
import {searchBest} from "../../sampling/searchBest.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {positiveSetting, type SettingRange, settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** The rules that choose a batch, on one problem in several versions. */
export interface RulesSpec<Version extends string = string> extends ReplicatedHead {
  readonly settings: {
    /** Versions of the problem, by name. */
    readonly versions: readonly Version[];
    /** N: samples in all. */
    readonly budgets: readonly number[];
    /** Share of N that a pilot or tuning may take. */
    readonly pilotShare: number;
    /** How far the pilot steps to either side. */
    readonly spacing: number;
    /** How often the pilot measures. */
    readonly rounds: number;
    /** Batches of the search for the best, which begins with the rates 2/λmax · 2⁻ᵏ, k = 1 … `halvings`. */
    readonly batchSizes: readonly number[];
    readonly halvings: number;
    /** Runs of each pair that reaches the last round of the search. */
    readonly searched: number;
  };
}

interface RulesCell {
  readonly version: string;
  readonly budget: number;
  readonly rule: RuleName | "best found";
}

export interface RulesJob extends RulesCell {
  readonly replicates: number;
  readonly searched: number;
}

/** What the replicates of one rule add up to. */
export interface RulesResult {
  readonly batch: number;
  readonly rate: number;
  readonly spent: number;
  readonly calls: number;
  readonly averagedShare: number;
  readonly last: Spread;
  readonly averaged: Spread;
  /** Of the iterate that the rule itself returns; of the last where it does not say. */
  readonly returned: Spread;
}

interface Spread {
  readonly mean: number;
  readonly standardError: number;
}

const names: readonly RulesCell["rule"][] = [...(Object.keys(rules) as RuleName[]), "best found"];

const ranges = {
  budgets: wholeFrom(512),
  pilotShare: settingIn("(0, 1/2]", x => x > 0 && x <= 0.5),
  spacing: positiveSetting,
  rounds: wholeFrom(1),
  halvings: wholeFrom(1),
  searched: wholeFrom(2)
};

/**
 * One row per version, budget N and rule: the excess f(θ) − f⋆ of the last and of the averaged iterate over
 * replicates, each with a stream of its own, ± standard errors; `returned` is that of the iterate which the rule
 * returns (`averagedShare`: how often the average; the last where a rule does not say). `batch` and `rate` are
 * medians over replicates of the first step's, `spent` the mean calls of pilot or tuning, and `calls` of all, at
 * most N. The best is found on streams of the search alone. Scale shortens the replicates, never below 2.
 *
 * @param problemOf makes the problem of a version; called once for each in a process
 * @param ownRanges ranges of the settings that are of this problem alone
 */
export function rulesExperiment<Version extends string, Spec extends RulesSpec<Version>>(
  spec: Spec,
  problemOf: (version: Version, settings: Spec["settings"]) => SamplingProblem,
  ownRanges: Readonly<Record<string, SettingRange>> = {}
): Experiment<RulesJob, RulesResult> {
  const {name, seed, replicates, settings} = spec;
  const {versions, budgets, batchSizes, halvings, searched} = settings;
  const known = new Map<string, SamplingProblem>();
  const problem = (version: string) => {
    const found = known.get(version) ?? problemOf(version as Version, settings);
    known.set(version, found);
    return found;
  };
  const cells = versions.flatMap(version =>
    budgets.flatMap(budget => names.map((rule): RulesCell => ({version, budget, rule})))
  );
  const count = (n: number, scale: number) => Math.max(2, Math.floor(n * scale));
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale =>
      cells.map(cell => ({
        ...cell,
        replicates: count(replicates, scale),
        searched: count(searched, scale)
      })),
    describe: ({version, budget, rule}) => `${version}, N = ${budget}, ${rule}`,
    cost: ({budget, rule}) =>
      budget * (replicates + (rule === "best found" ? batchSizes.length * halvings * searched : 0)),
    run: job => runRule(problem(job.version), job, {...settings, name, seed}),
    table: results => {
      const rows = cells.map((cell, k) => ({...cell, ...results[k]}));
      return table(rows, {
        version: text(row => row.version),
        N: integer(row => row.budget),
        rule: text(row => row.rule),
        batch: number(row => row.batch),
        rate: number(row => row.rate),
        spent: number(row => row.spent),
        calls: number(row => row.calls),
        averagedShare: number(row => row.averagedShare),
        last: number(row => row.last.mean),
        lastError: number(row => row.last.standardError),
        averaged: number(row => row.averaged.mean),
        averagedError: number(row => row.averaged.standardError),
        returned: number(row => row.returned.mean),
        returnedError: number(row => row.returned.standardError)
      });
    },
    vary: changes =>
      rulesExperiment(
        withSettings(spec, changes, {
          ranges: {...ranges, ...ownRanges},
          words: {versions: settings.versions}
        }),
        problemOf,
        ownRanges
      )
  };
}

interface RuleSettings
  extends Pick<
    RulesSpec["settings"],
    "pilotShare" | "spacing" | "rounds" | "batchSizes" | "halvings"
  > {
  readonly name: string;
  readonly seed: number;
}

function runRule(
  problem: SamplingProblem,
  {version, budget, rule, replicates, searched}: RulesJob,
  {name, seed, batchSizes, halvings, ...pilots}: RuleSettings
): RulesResult {
  const cell = `${version}, N=${budget}, ${rule}`;
  const streamOf = (part: string, replicate: number) =>
    uniforms({seed, experiment: name, cell: `${cell}, ${part}`, replicate});
  const ruled = (r: number): RuledPlan => {
    if (rule === "best found")
      return searchBest(problem, {
        batchSizes,
        halvings,
        replicates: searched,
        budget,
        stream: replicate => streamOf("search", replicate)
      });
    const {pilotShare, spacing, rounds} = pilots;
    const stream = (part: string) => streamOf(part, r);
    return rules[rule](problem, {budget, pilotShare, spacing, rounds, stream});
  };
  const shared = rule === "best found" || unsampled.includes(rule) ? ruled(0) : undefined;
  const runs = Array.from({length: replicates}, (_, r) => {
    const plan = shared ?? ruled(r);
    const run = runPlan(problem, problem.open(streamOf("run", r)), plan, budget - plan.spent);
    const [last, averaged] = [problem.excess(run.last), problem.excess(run.averaged)];
    return {
      plan,
      calls: run.calls + plan.spent,
      last,
      averaged,
      returned: plan.returns === "averaged" ? averaged : last
    };
  });
  const mean = (of: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / replicates;
  return {
    batch: median(runs.map(({plan}) => plan.batchSize)),
    rate: median(runs.map(({plan}) => plan.learningRate)),
    spent: mean(({plan}) => plan.spent),
    calls: mean(({calls}) => calls),
    averagedShare: mean(({plan}) => (plan.returns === "averaged" ? 1 : 0)),
    last: spread(runs.map(({last}) => last)),
    averaged: spread(runs.map(({averaged}) => averaged)),
    returned: spread(runs.map(({returned}) => returned))
  };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

function spread(values: readonly number[]): Spread {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return {mean, standardError: Math.sqrt(squares / (n * (n - 1)))};
}
