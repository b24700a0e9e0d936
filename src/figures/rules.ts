import type {Chart, Mark} from "../components/chart/declaration.js";
import {fixed, scientific, signed, whole, withError} from "../components/format.js";
import {type TableColumn, table} from "../components/table.js";

/** What a rule for the batch left, from a sweep of `rulesExperiment`. */
export interface RuleRow {
  readonly [column: string]: unknown;
  readonly version: string;
  readonly N: number;
  readonly rule: string;
  readonly batch: number;
  readonly rate: number;
  readonly spent: number;
  readonly returned: number;
  readonly returnedError: number;
  readonly averaged: number;
  readonly averagedError: number;
}

/** A rule beside the best that was found by search. */
export interface RuledRow extends RuleRow {
  /** What the rule returns over what the best returns. */
  readonly ratio: number;
}

const best = "best found";

/** The order in which rules stand. */
const order = [
  best,
  "told, b = 1",
  "told",
  "advice, b = 1",
  "advice",
  "fixed batch",
  "best of eight",
  "norm test",
  "CABS",
  "critical batch"
];

/** A rule as it is written: its batch is a formula. */
const ruleName = (rule: string): string => rule.replace(/b = \d+/, "$$$&$$");

/** The place of a rule in that order: a batch that is fixed is named by its size, which the lib alone knows. */
const placeOf = (rule: string): string => (/^b = \d+$/.test(rule) ? "fixed batch" : rule);

/** The rules of practice, which choose a batch beforehand, by tuning or from step to step. */
export const practice: readonly string[] = ["fixed batch", "best of eight", "norm test", "CABS"];

/** Whether a rule is one of practice. */
export const isPractice = (rule: string): boolean => practice.includes(placeOf(rule));

/** Rows in the order of the rules. */
export const inOrder = (rows: readonly RuleRow[]): RuleRow[] =>
  [...rows].sort((a, b) => order.indexOf(placeOf(a.rule)) - order.indexOf(placeOf(b.rule)));

/** What the best found by search returns, at the one version and budget of these rows. */
export function bestFound(rows: readonly RuleRow[]): RuleRow {
  const found = rows.find(({rule}) => rule === best);
  if (!found) throw new RangeError(`rows must hold the ${best}; got ${rows.length} others`);
  return found;
}

/** The rules at one version and budget, each with what it leaves in units of the best. */
export function ruled(rows: readonly RuleRow[], version: string, budget: number): RuledRow[] {
  const own = rows.filter(row => row.version === version && row.N === budget);
  const found = bestFound(own);
  return own.map(row => ({...row, ratio: row.returned / found.returned}));
}

/** The row of one rule, or of the batch that practice fixes. */
export function ofRule<Row extends RuleRow>(rows: readonly Row[], rule: string): Row {
  const found = rows.find(row => row.rule === rule || placeOf(row.rule) === rule);
  if (!found) throw new RangeError(`rule must be one of the table; got ${rule}`);
  return found;
}

/** The row of the batch that practice fixes. */
export const ofFixedBatch = (rows: readonly RuledRow[]): RuledRow => ofRule(rows, practice[0]);

/** A rule that leaves more than the best rule of practice. */
export interface Loss {
  readonly version: string;
  readonly N: number;
  /** What it leaves over the best found. */
  readonly ratio: number;
  /** The best rule of practice, and what that leaves over the best found. */
  readonly better: string;
  readonly betterRatio: number;
  /** The difference in units of its standard error. */
  readonly z: number;
}

/** Versions and budgets at which a rule leaves more than the best rule of practice does. */
export function losses(rows: readonly RuleRow[], rule: string): Loss[] {
  return rows
    .filter(row => row.rule === rule)
    .flatMap(({version, N, returned, returnedError}) => {
      const own = ruled(rows, version, N);
      const better = own
        .filter(other => isPractice(other.rule))
        .reduce((least, other) => (other.returned < least.returned ? other : least));
      if (better.returned >= returned) return [];
      return {
        version,
        N,
        ratio: ofRule(own, rule).ratio,
        better: better.rule,
        betterRatio: better.ratio,
        z: (returned - better.returned) / Math.hypot(returnedError, better.returnedError)
      };
    });
}

/** The columns of a table of such losses of advice with b = 1. */
export const lossColumns: readonly TableColumn<Loss>[] = [
  {header: "version", value: ({version}) => version, text: true},
  {header: "$N$", value: ({N}) => whole(N)},
  {header: "advice, $b = 1$", value: ({ratio}) => fixed(ratio, 1)},
  {header: "better", value: ({better}) => ruleName(better), text: true},
  {header: "which leaves", value: ({betterRatio}) => fixed(betterRatio, 1)},
  {header: "$z$", value: ({z}) => signed(z)}
];

/** Ratios from hundreds to one. */
export const times = (x: number): string => (x >= 100 ? whole(Math.round(x)) : fixed(x, 1));

/** A rule, its plan, its costs and what it leaves. */
export const ruleColumns: readonly TableColumn<RuledRow>[] = [
  {header: "rule", value: ({rule}) => ruleName(rule), text: true},
  {header: "$b$", value: ({batch}) => whole(Math.round(batch))},
  {header: "$η$", value: row => fixed(row.rate, 4)},
  {header: "tuning calls", value: ({spent}) => whole(Math.round(spent))},
  {
    header: "excess ± s.e.",
    value: ({returned, returnedError}) => withError(returned, returnedError, 4)
  },
  {header: "over the best", value: ({ratio}) => fixed(ratio, 1)},
  {
    header: "excess of the average",
    value: ({averaged, averagedError}) => withError(averaged, averagedError, 4)
  }
];

/** What readers choose of rows of rules: a version and a budget. */
export const ruleControls = (
  versions: readonly string[],
  budgets: readonly number[],
  {label, version}: {readonly label: string; readonly version: string}
) => ({
  version: {label, options: versions, value: version},
  budget: {
    label: "Budget $N$",
    options: budgets.map(String),
    value: String(budgets[budgets.length - 1])
  }
});

/** A version and a budget, as the controls name them. */
interface Shown {
  readonly version: string;
  readonly budget: string;
}

/** The rows of a choice, in the order of the rules. */
export const chosenRules = (rows: readonly RuleRow[], {version, budget}: Shown): RuleRow[] =>
  inOrder(rows.filter(row => row.version === version && row.N === Number(budget)));

/** A value of the rules with its 95 % bar along the axis, in rows of names that stand from the top down. */
const inRows = (
  rows: readonly RuleRow[],
  value: "returned" | "averaged",
  {below = 0}: {readonly below?: number} = {}
): Mark[] =>
  rows.map((row, k) => ({
    x: row[value],
    y: rows.length - 1 - k - below,
    low: row[value] - 1.96 * row[`${value}Error`],
    high: row[value] + 1.96 * row[`${value}Error`],
    rule: row.rule
  }));

/** The rules at a choice, of the rows of every one: what each returns, and below it what its average leaves. */
export const rulesChart =
  (shown: Shown, replicates: number, description: string) =>
  (rows: readonly RuleRow[]): Chart => {
    const chosen = chosenRules(rows, shown);
    return {
      title: "Risk after the budget, rule by rule",
      caption: `Dots: the iterate that a rule returns; rings, just below: the mean of the iterates of the second half; 95 % bars over ${whole(replicates)} runs. Dotted: the best constant batch and rate of a search on other random numbers.`,
      description,
      shape: 0.55,
      x: {label: "risk $f(θ) − f(θ^⋆)$ at the end", column: "risk", scale: "log"},
      y: {
        label: "rule",
        column: "row",
        domain: [-0.8, chosen.length - 0.4],
        names: chosen.map(({rule}) => ruleName(rule)).reverse()
      },
      panels: [
        {
          series: [
            {
              is: "reference",
              name: best,
              label: false,
              marks: chosen.filter(({rule}) => rule === best).map(({returned}) => ({x: returned}))
            },
            {
              is: "measured",
              name: "average of the second half",
              label: "average",
              as: "spans",
              second: true,
              marks: inRows(chosen, "averaged", {below: 0.3}),
              near: 0.5
            },
            {
              is: "measured",
              name: "returned",
              as: "spans",
              marks: inRows(chosen, "returned"),
              near: 0.5
            }
          ]
        }
      ]
    };
  };

/** A line for each version and budget: the best found, and what each rule returns over that. */
export function rulesTable(rows: readonly RuleRow[], label: string): HTMLElement {
  const lines = [...new Set(rows.map(({version, N}) => JSON.stringify([version, N])))].map(key => {
    const [version, N]: [string, number] = JSON.parse(key);
    return {version, N, rows: rows.filter(row => row.version === version && row.N === N)};
  });
  const names = inOrder(lines[0]?.rows ?? [])
    .map(({rule}) => rule)
    .filter(rule => rule !== best);
  return table(
    lines,
    [
      {header: "version", value: row => row.version, text: true},
      {header: "$N$", value: row => whole(row.N)},
      {header: "best found", value: row => scientific(bestFound(row.rows).returned)},
      ...names.map(rule => ({
        header: ruleName(rule),
        value: (line: (typeof lines)[number]) => {
          const found = line.rows.find(row => row.rule === rule);
          if (!found) return "–";
          return fixed(found.returned / bestFound(line.rows).returned, 1);
        }
      }))
    ],
    {label}
  );
}
