import * as Plot from "@observablehq/plot";
import {decade, whole} from "../../components/format.js";
import {bestFound, practice, type RuleRow} from "../rules.js";

/** A pair of problem and budget, each rule over the best found. */
export interface Problem {
  readonly [column: string]: unknown;
  readonly version: string;
  readonly N: number;
  /** The least and the most that the four rules of practice leave. */
  readonly least: number;
  readonly most: number;
  readonly told: number;
  readonly small: number;
  readonly smallError: number;
  readonly large: number;
}

const ofRule = (rows: readonly RuleRow[], rule: string): RuleRow => {
  const found = rows.find(row => row.rule === rule);
  if (!found) throw new RangeError(`rule must be one of the table; got ${rule}`);
  return found;
};

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

/** What the marks of the first row are, above them. */
const namesAt = ({least, most, told, small, large}: Problem) => [
  {name: "told", x: told, fill: "var(--exact)", end: false},
  {name: "practice", x: Math.sqrt(least * most), fill: "var(--surrogate)", end: false},
  {name: "advice", x: small, fill: "var(--measured)", end: false},
  {name: "in large batches", x: large, fill: "var(--measured)", end: true}
];

/** A row for each problem: advice, told or from a pilot, over the rules of practice. */
function picture(width: number, drawn: readonly Problem[]) {
  const words = {fontWeight: 600, fontSize: 12, stroke: "var(--paper)", strokeWidth: 4};
  return Plot.plot({
    width,
    height: 80 + 34 * drawn.length,
    marginTop: 44,
    marginLeft: width < 500 ? 118 : 168,
    marginRight: 20,
    marginBottom: 42,
    x: {type: "log", label: "risk over the best found →", tickFormat: decade},
    y: {domain: drawn.map(({version}) => version), label: null},
    marks: [
      Plot.ruleX([1], {stroke: "var(--surrogate)", strokeDasharray: "1.5,4"}),
      Plot.ruleY(drawn, {
        y: "version",
        x1: "least",
        x2: "most",
        stroke: "var(--surrogate)",
        strokeOpacity: 0.35,
        strokeWidth: 12
      }),
      Plot.ruleY(drawn, {
        y: "version",
        x1: d => Math.max(d.small - 1.96 * d.smallError, d.small / 10),
        x2: d => d.small + 1.96 * d.smallError,
        stroke: "var(--measured)",
        strokeWidth: 1.6
      }),
      Plot.dot(drawn, {
        y: "version",
        x: "large",
        r: 4.2,
        symbol: "square",
        stroke: "var(--measured)",
        fill: "var(--paper)"
      }),
      Plot.dot(drawn, {y: "version", x: "small", r: 4.2, fill: "var(--measured)"}),
      Plot.tickX(drawn, {y: "version", x: "told", stroke: "var(--exact)", strokeWidth: 2.4}),
      ...[false, true].map(end =>
        Plot.text(
          namesAt(drawn[0]).filter(name => name.end === end),
          {
            ...words,
            y: () => drawn[0].version,
            x: "x",
            text: "name",
            textAnchor: end ? "end" : "middle",
            dx: end ? 6 : 0,
            dy: -20,
            fill: "fill"
          }
        )
      )
    ]
  });
}

/** The figure of all problems at one budget: it draws itself, since problems are no numbers. */
export const comparison = (replicates: number) => ({
  title: "Risk over that of the best constant batch and rate found by search",
  caption: `Grey bars: what four rules of practice return, from the best to the worst of them; dots with 95 % bars: advice with $b = 1$, from a pilot that is paid from the budget; squares: advice with the largest batch that should cost nothing; strokes: advice with $b = 1$ that is told $H$, $G$ and the distance. ${whole(replicates)} runs of each. Left is better; 1 is the best rule found.`,
  description:
    "A row for each version of the four problems: strokes near one, dots near it where the pilot measures well, squares far to the right in the queue and in the far starts of the inventory.",
  draw: (width: number, drawn: readonly Problem[]) => picture(width, drawn)
});
