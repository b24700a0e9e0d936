import type {Chart, Series} from "../../components/chart/declaration.js";
import {fixed, whole} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {driftConstant} from "../../lib/budgets/driftConstant.js";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {robbinsMonroProduct} from "../../lib/budgets/robbinsMonroProduct.js";
import {robbinsMonroProductLimit} from "../../lib/budgets/robbinsMonroProductLimit.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {curvatures, steepest} from "./curvatures.js";
import {hessian, noises} from "./decayingSteps.js";

const flattest = Math.min(...curvatures);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The paper's ten curvatures as the metric F = H, and its noise G. */
export const tenDirections = {
  /** Tr F². */
  squareOfMetric: sum(curvatures.map(h => h * h)),
  /** Tr FG. */
  crossTrace: sum(curvatures.map((h, i) => h * noises.anisotropic[i][i])),
  /** ‖G − F‖. */
  remainder: Math.max(
    ...symmetricEigen(
      noises.anisotropic.map((row, i) => row.map((x, j) => x - hessian[i][j]))
    ).values.map(Math.abs)
  ),
  /** λmax² d_eff. */
  boundOfSquare: steepest ** 2 * effectiveDimension(hessian)
} as const;

/** The theorem's constant and what its first step does, in Experiment 5 with this η₀. */
export function constantsOf({eta0}: {readonly eta0: number}) {
  const least = eta0 ** 2 / (2 * eta0 * flattest - 1);
  const stiffest = eta0 * steepest;
  const power = (exponent: number) => Math.round(exponent / Math.LN10);
  return {
    withMetric: least * tenDirections.squareOfMetric,
    withNoise: least * tenDirections.crossTrace,
    peakAfter: (steps: number) =>
      Math.abs(robbinsMonroProduct({a: stiffest, c0: 0, to: [steps + 1]})[0]),
    /** Powers of ten of the least constant and of the one in the proof. */
    leastPower: power(Math.PI * stiffest),
    proofPower: power((Math.PI * stiffest) ** 2 / 6)
  };
}

/** The least c₀ for a metric of growing condition number beside one Hessian. */
export interface Flattened
  extends Readonly<
    Record<"metricRatio" | "hessianNorm" | "metricNorm" | "mu" | "c0" | "bound", number>
  > {}

export function flattened(): Flattened[] {
  const hessian = [
    [1, 0.5],
    [0.5, 1]
  ];
  const norm = (matrix: number[][]) => Math.max(...symmetricEigen(matrix).values);
  return [1, 0.1, 0.01, 0.001, 0.0001].map(epsilon => {
    const metric = [
      [1, 0],
      [0, epsilon]
    ];
    return {
      metricRatio: fisherConditionNumber(metric),
      hessianNorm: norm(hessian),
      metricNorm: norm(metric),
      mu: fisherStrongConvexity(hessian, metric),
      c0: driftConstant(hessian, metric),
      bound: 2 * sum(hessian.map((row, i) => row[i])) ** 2
    };
  });
}

export const flattenedColumns: readonly TableColumn<Flattened>[] = [
  {header: "$κ$ of $F$", value: row => whole(row.metricRatio)},
  {header: "$‖H‖$", value: row => fixed(row.hessianNorm, 1)},
  {header: "$‖F‖$", value: row => fixed(row.metricNorm, 1)},
  {header: "$µ_F$", value: row => fixed(row.mu, 3)},
  {header: "least $c_0$", value: row => fixed(row.c0, 2)},
  {header: "2(Tr $H$)²", value: row => (row.mu >= 0 ? fixed(row.bound, 0) : "–")}
];

const shapes = [
  {a: 0.5, c0: 0.05},
  {a: 3, c0: 0.2},
  {a: 2, c0: 2},
  {a: 3, c0: 4}
];
const ends = [2, 3, 4, 6, 8, 11, 16, 23, 32, 64, 128, 256, 512, 1024];
const nameOf = ({a, c0}: (typeof shapes)[number]) => `$a = ${a}$, $c_0 = ${c0}$`;

/** The products of Lemma A.4 times T to the power a, and their limits. */
export function products(): Chart {
  return {
    title: "$T$ to the power $a$, times the product from $k = 1$ to $T − 1$",
    caption: `Dots: products, factor by factor; level lines: the limit $1/(Γ(1−r)Γ(1−r′))$, $r$ and $r′$ the roots of $k^2 − ak + c_0$. With ${nameOf(shapes[1])} the first two factors are negative.`,
    description: "Four sequences that settle on four constants within some tens of factors.",
    shape: 0.45,
    x: {label: "iterates $T$", column: "T", scale: "log", format: "number", ticks: [10, 100, 1000]},
    y: {
      label: "$T^a$ × product",
      column: "scaledProduct",
      scale: "symlog",
      linearTo: 0.5,
      ticks: [-10, -1, 0, 1, 10]
    },
    panels: [
      {
        series: [
          {is: "reference", name: "zero", marks: [{y: 0}], label: false},
          ...shapes.flatMap((shape): Series[] => {
            const {a, c0} = shape;
            const marks = robbinsMonroProduct({a, c0, to: ends}).map((value, k) => ({
              x: ends[k],
              y: value * ends[k] ** a
            }));
            const limit = robbinsMonroProductLimit(a, c0);
            return [
              {
                is: "reference",
                name: `limit, ${nameOf(shape)}`,
                as: "line",
                label: false,
                marks: [ends[0], ends[ends.length - 1]].map(x => ({x, y: limit}))
              },
              {is: "exact", name: nameOf(shape), second: true, marks, near: 0.8},
              {
                is: "exact",
                name: `products, ${nameOf(shape)}`,
                as: "points",
                label: false,
                marks
              }
            ];
          })
        ]
      }
    ]
  };
}
