import type {Chart} from "../../components/chart/declaration.js";
import {whole} from "../../components/format.js";
import {bestFound, ofRule, practice, type RuleRow} from "../rules.js";

/** A pair of problem and budget, each rule over the best found. */
export interface Problem {
  readonly version: string;
  readonly N: number;
  /** What each of the four rules of practice leaves. */
  readonly practised: readonly {readonly rule: string; readonly ratio: number}[];
  /** The least and the most that the four rules of practice leave. */
  readonly least: number;
  readonly most: number;
  readonly told: number;
  readonly small: number;
  readonly smallError: number;
  readonly large: number;
}

/** The pairs of problem and budget, with their rows. */
function pairs(rows: readonly RuleRow[], budgets: readonly number[]) {
  const names = [...new Set(rows.map(({version}) => version))];
  return names.flatMap(version =>
    budgets.map(N => {
      const own = rows.filter(row => row.version === version && row.N === N);
      const best = bestFound(own).returned;
      return {version, N, best, own, over: (rule: string) => ofRule(own, rule).returned / best};
    })
  );
}

/** What is drawn of each pair. */
export const problems = (rows: readonly RuleRow[], budgets: readonly number[]): Problem[] =>
  pairs(rows, budgets).map(({version, N, best, own, over}) => ({
    version,
    N,
    practised: practice.map(rule => ({rule: ofRule(own, rule).rule, ratio: over(rule)})),
    least: Math.min(...practice.map(over)),
    most: Math.max(...practice.map(over)),
    told: over("told, b = 1"),
    small: over("advice, b = 1"),
    smallError: ofRule(own, "advice, b = 1").returnedError / best,
    large: over("advice")
  }));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** What all pairs come to. */
export function summed(rows: readonly RuleRow[], budgets: readonly number[]) {
  const all = pairs(rows, budgets);
  const known = problems(rows, budgets);
  const [fixedBatch, , normTest] = practice;
  const count = (of: (pair: (typeof all)[number]) => boolean) => all.filter(of).length;
  return {
    pairs: all.length,
    toldMedian: median(known.map(({told}) => told)),
    toldWorst: known.reduce((worst, each) => (each.told > worst.told ? each : worst)),
    smallWins: known.filter(({small, least}) => small < least).length,
    largeWins: known.filter(({large, least}) => large < least).length,
    winsWithoutCabs: count(({over}) =>
      practice.filter(rule => rule !== "CABS").every(rule => over("advice, b = 1") < over(rule))
    ),
    normTestWins: count(({over}) => over(normTest) < over("advice, b = 1")),
    averageGain: median(
      all.map(({own}) => {
        const {returned, averaged} = ofRule(own, fixedBatch);
        return returned / averaged;
      })
    )
  };
}

/** All problems at one budget, a row for each: advice, told or from a pilot, beside the rules of practice. */
export function comparison(
  rows: readonly RuleRow[],
  {budget, replicates}: {readonly budget: number; readonly replicates: number}
): Chart {
  const drawn = problems(rows, [budget]);
  const height = (k: number) => drawn.length - 1 - k;
  const at = (value: "told" | "large") =>
    drawn.map(({version, [value]: x}, k) => ({x, y: height(k), problem: version}));
  return {
    title: "Risk over that of the best constant batch and rate found by search",
    caption: `Grey: what each of four rules of practice returns; blue dots with 95 % bars, just below: advice with $b = 1$, from a pilot that is paid from the budget; rings: advice with the largest batch that should cost nothing; black: advice with $b = 1$ that is told $H$, $G$ and the distance. ${whole(replicates)} runs of each. Left is better; 1 is the best rule found.`,
    description:
      "A row for each version of the four problems: black dots near one, blue ones near it where the pilot measures well, rings far to the right in the queue and in the far starts of the inventory.",
    shape: 0.62,
    x: {label: "risk over the best found", column: "ratio", scale: "log"},
    y: {
      label: "problem",
      column: "row",
      domain: [-0.8, drawn.length + 0.5],
      names: drawn.map(({version}) => version).reverse()
    },
    panels: [
      {
        series: [
          {is: "reference", name: "best found", label: false, marks: [{x: 1}]},
          {
            is: "surrogate",
            name: "from the best rule of practice to the worst",
            label: false,
            as: "line",
            second: true,
            marks: drawn.flatMap(({version, least, most}, k) =>
              [least, most].map(x => ({x, y: height(k), piece: k, problem: version}))
            )
          },
          {
            is: "surrogate",
            name: "practice",
            as: "points",
            marks: drawn.flatMap(({version, practised}, k) =>
              practised.map(({rule, ratio}) => ({
                x: ratio,
                y: height(k),
                problem: version,
                rule
              }))
            ),
            near: 0
          },
          {
            is: "measured",
            name: "advice in large batches",
            label: "in large batches",
            as: "points",
            second: true,
            marks: at("large"),
            near: 0
          },
          {
            is: "measured",
            name: "advice",
            as: "spans",
            marks: drawn.map(({version, small, smallError}, k) => ({
              x: small,
              y: height(k) - 0.3,
              low: small - 1.96 * smallError,
              high: small + 1.96 * smallError,
              problem: version
            })),
            near: 0
          },
          {is: "exact", name: "told", as: "points", marks: at("told"), near: 0}
        ]
      }
    ]
  };
}
