import type {BenchQuestion} from "../../lib/workbench/bench.js";
import {digits} from "../../lib/workbench/export/digits.js";
import type {QuestionNames} from "../../lib/workbench/questionNames.js";
import type {Choice, Count, Settings, Slider} from "../controls.js";

const kinds = {
  single: "gradients of single samples",
  unsaid: "means of b, not said how drawn",
  with: "means of b, drawn with replacement",
  without: "means of b, drawn without replacement",
  epoch: "means of b, the parts of one epoch"
} as const;

const populations = {sample: "a sample of more", whole: "all there are"} as const;
const drawings = {
  unsaid: "not said: may hold a sample twice",
  with: "may hold a sample twice",
  without: "hold each sample once"
} as const;

const usual = 95;
const levels = [50, 68, 80, 90, 95, 98, 99, 99.9];

/** A percentage without what binary fractions add to it. */
const percentOf = (x: number): string => `${Number(x.toPrecision(12))} %`;

/** The level of a question's intervals, as the page writes it. */
export const levelOf = ({level = usual / 100}: BenchQuestion): string => percentOf(100 * level);

const choice = <T extends Readonly<Record<string, string>>>(label: string, options: T): Choice => ({
  label,
  options: Object.values(options),
  value: Object.values(options)[0]
});

/** The questions whose answers change every number. */
export const rowQuestions: {
  rows: Choice;
  of: Count;
  population: Choice;
  size: Count;
  level: Choice;
} = {
  rows: choice("Rows are", kinds),
  of: {label: "b of each mean", least: 1, placeholder: "for means only", value: 32},
  population: choice("They are", populations),
  size: {label: "Samples in the data set", least: 2, placeholder: "unknown", value: null},
  level: {label: "Intervals at", options: levels.map(percentOf), value: percentOf(usual)}
};

const power = (x: number): string => digits(10 ** x);

/** A run of SGD with momentum, and what it may cost. */
export const runQuestions: {
  eta: Slider;
  batch: Slider;
  momentum: Slider;
  batches: Choice;
} = {
  eta: {label: "Learning rate η", min: -7, max: 2, step: 0.05, value: 0, format: power},
  batch: {label: "Batch size b", min: 0, max: 12, step: 1, value: 5, format: k => String(2 ** k)},
  momentum: {
    label: "Momentum µ",
    min: 0,
    max: 0.95,
    step: 0.05,
    value: 0,
    format: x => x.toFixed(2)
  },
  batches: choice("Batches", drawings)
};

export const budgetQuestions: {calls: Slider; start: Slider; iterate: Choice} = {
  calls: {label: "Gradients to spend", min: 2, max: 8, step: 0.25, value: 5, format: power},
  start: {label: "Excess loss at the start", min: -5, max: 2, step: 0.25, value: -1, format: power},
  iterate: {label: "Of the iterates", options: ["last", "averaged"], value: "last"}
};

const replacementOf = {unsaid: undefined, with: true, without: false} as const;

/** 10ˣ to twelve digits, which every browser has the same. */
const tenTo = (x: number): number => Number((10 ** x).toPrecision(12));

/** The labels of the fields in which a model is chosen. */
export const modelLabels = {model: "The table holds", response: "column to explain"} as const;

const quoted = (label: string): string => `“${label}”`;

/** What errors call the parts of a question: the labels of the fields that ask them. */
export const fieldNames: QuestionNames = {
  rows: quoted(rowQuestions.rows.label),
  single: quoted(kinds.single),
  meanOf: quoted(rowQuestions.of.label),
  drawn: quoted(rowQuestions.rows.label),
  population: quoted(rowQuestions.population.label),
  sample: quoted(populations.sample),
  whole: quoted(populations.whole),
  datasetSize: quoted(rowQuestions.size.label),
  level: quoted(rowQuestions.level.label),
  hessian: "the Hessian",
  run: quoted(runQuestions.eta.label),
  learningRate: quoted(runQuestions.eta.label),
  batchSize: quoted(runQuestions.batch.label),
  momentum: quoted(runQuestions.momentum.label),
  budget: quoted(budgetQuestions.calls.label),
  calls: quoted(budgetQuestions.calls.label),
  start: quoted(budgetQuestions.start.label),
  model: quoted(modelLabels.model),
  response: quoted(modelLabels.response)
};

const keyOf = <T extends Readonly<Record<string, string>>>(options: T, label: string): keyof T =>
  Object.keys(options).find(key => options[key] === label) as keyof T;

/**
 * The question that the controls ask.
 *
 * @throws RangeError where rows are means, and it is not said of how many
 */
export function questionOf(
  rows: Settings<typeof rowQuestions>,
  run: Settings<typeof runQuestions>,
  budget: Settings<typeof budgetQuestions>
): BenchQuestion {
  const kind = keyOf(kinds, rows.rows);
  const drawn = kind === "single" || kind === "unsaid" ? undefined : kind;
  const level = Number.parseFloat(rows.level);
  return {
    rows: kind === "single" ? "per-sample" : {meanOf: rows.of ?? 0, ...(drawn && {drawn})},
    population: keyOf(populations, rows.population),
    datasetSize: rows.size ?? undefined,
    level: level === usual ? undefined : Number((level / 100).toPrecision(12)),
    run: {
      learningRate: tenTo(run.eta),
      batchSize: 2 ** run.batch,
      momentum: run.momentum,
      replacement: replacementOf[keyOf(drawings, run.batches)]
    },
    budget: {calls: Math.round(10 ** budget.calls), start: tenTo(budget.start)}
  };
}
