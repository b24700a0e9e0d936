import {type Chart, curve, type Panel} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {printedQhmError} from "../../lib/stationary/printedQhmError.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {diagonal} from "../diagonal.js";
import {score} from "../scores.js";

/** Curvatures, and variances of the noise along them. */
export interface Problem {
  readonly curvatures: readonly number[];
  readonly noise: readonly number[];
}

/** What the sweep ran. */
export interface QhmRun extends Problem {
  readonly momenta: readonly number[];
  readonly nus?: readonly number[];
}

/** The training error of QHM over all directions, measured and expected. */
export interface QhmRow
  extends Readonly<
    Record<"learningRate" | "nu" | "error" | "standardError" | "expected", number>
  > {}

type Covariance = {get(i: number, j: number): number};

/** ½ Tr HΣ. */
export const errorOf = ({curvatures}: Problem, sigma: Covariance): number =>
  curvatures.reduce((sum, k, i) => sum + (k * sigma.get(i, i)) / 2, 0);

/** Tr C and Tr HC. */
export const traces = ({curvatures, noise}: Problem) => ({
  C: noise.reduce((a, b) => a + b, 0),
  HC: noise.reduce((sum, v, i) => sum + curvatures[i] * v, 0)
});

/** The error to first order in the step. */
const firstOrder = (problem: Problem, rate: number) => (rate / 4) * traces(problem).C;

/** The factor of η² Tr HC/8 that Gitman et al. give for QHM. */
export const secondOrderFactor = (momentum: number, nu: number): number =>
  1 + ((2 * momentum * nu) / (1 - momentum)) * ((2 * momentum * nu) / (1 + momentum) - 1);

/** What was measured, with what (89) prints in its two readings. */
export const qhmMarks = (
  rows: readonly QhmRow[],
  {curvatures, noise, momenta: [momentum]}: QhmRun
) =>
  rows.map(({learningRate, nu, error, standardError, expected}) => {
    const printed = (reading: "printed" | "swapped") =>
      printedQhmError({curvatures, noise, learningRate, momentum, nu, reading});
    return {
      x: learningRate,
      y: error,
      standardError,
      expected,
      nu,
      printed: printed("printed"),
      swapped: printed("swapped")
    };
  });

type QhmMark = ReturnType<typeof qhmMarks>[number];

/** Error of QHM over its first order, a panel for each mixture. */
export function qhmErrors(rows: readonly QhmRow[], run: QhmRun): Chart {
  const {
    curvatures,
    noise,
    momenta: [momentum],
    nus = []
  } = run;
  const marks = qhmMarks(rows, run);
  const rates = [0.05, 1.9] as const;
  const exact = (nu: number) => (learningRate: number) =>
    errorOf(
      run,
      qhmCovariance({
        hessian: diagonal(curvatures),
        noise: diagonal(noise),
        learningRate,
        momentum,
        nu
      })
    ) / firstOrder(run, learningRate);
  const earlier = (nu: number) => (rate: number) =>
    1 +
    ((rate ** 2 / 8) * secondOrderFactor(momentum, nu) * traces(run).HC) / firstOrder(run, rate);
  return {
    title: "Error of QHM over its first order, $η$ Tr $C/4$",
    caption: `$µ = ${momentum}$. Dots: measured, with 95 % bars; solid: exact; dashed: the first order, that of continuous time; dotted: the earlier result, of second order; open diamonds: (89) with the printed $f$ and $g$ exchanged, where that is on the scale. One panel for each $ν$.`,
    description:
      "Four panels of measured error ratios on the exact curves; printed values lie elsewhere except at isolated points.",
    shape: 0.62,
    x: {label: "learning rate $η$", column: "learningRate", domain: [0, 2], ticks: [0.5, 1, 1.5]},
    y: {label: "error over its first order", column: "ratio", domain: [0, 4], ticks: 5},
    panels: nus.map((nu): Panel => {
      const own = marks.filter(mark => mark.nu === nu);
      const over = (y: number, {x}: QhmMark) => y / firstOrder(run, x);
      return {
        name: `$ν = ${nu}$`,
        series: [
          {is: "continuous", name: "first order", label: false, marks: curve(() => 1, [0, 2])},
          {
            is: "surrogate",
            name: "second order",
            label: false,
            marks: curve(earlier(nu), rates)
          },
          {is: "exact", name: "exact", label: false, marks: curve(exact(nu), rates)},
          {
            is: "printed",
            name: "as printed, exchanged",
            label: false,
            marks: own.map(mark => ({x: mark.x, y: over(mark.swapped, mark)}))
          },
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: own.map(mark => ({
              x: mark.x,
              y: over(mark.y, mark),
              standardError: over(mark.standardError, mark),
              expected: over(mark.expected, mark)
            }))
          }
        ]
      };
    })
  };
}

export const qhmColumns: readonly TableColumn<QhmMark>[] = [
  {header: "$ν$", value: mark => fixed(mark.nu, 2)},
  {header: "$η$", value: mark => fixed(mark.x, 1)},
  {header: "exact", value: mark => fixed(mark.expected, 4)},
  {header: "measured ± s.e.", value: mark => withError(mark.y, mark.standardError, 4)},
  {header: "$z$, exact", value: mark => signed(score(mark))},
  {header: "printed", value: mark => fixed(mark.printed, 4)},
  {header: "$z$", value: mark => signed(score({...mark, expected: mark.printed}), 0)},
  {header: "exchanged", value: mark => fixed(mark.swapped, 4)},
  {header: "$z$", value: mark => signed(score({...mark, expected: mark.swapped}), 0)}
];
