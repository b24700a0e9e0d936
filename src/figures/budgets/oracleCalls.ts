import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {balancedStep} from "../../lib/budgets/balancedStep.js";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {gradientFloor} from "../../lib/budgets/gradientFloor.js";
import {leastCalls} from "../../lib/budgets/leastCalls.js";
import {planePair} from "../../lib/budgets/planePair.js";
import {pairedCondition} from "../../lib/budgets/worstFloor.js";
import {diagonal} from "../diagonal.js";
import {curvatures, steepest} from "./curvatures.js";
import {costOf} from "./oracle-complexity.js";

const flattest = Math.min(...curvatures);

/** The ten curvatures with F = H, the flattest one replaced, started along it at a distance of one in the loss. */
function flatStart(flat: number) {
  const replaced = curvatures.map(h => (h === flattest ? flat : h));
  return {
    curvatures: replaced,
    metric: curvatures,
    initial: replaced.map((h, i) => (curvatures[i] === flattest ? 1 / Math.sqrt(h) : 0))
  };
}

/** Gradients needed for a tolerance, by five accounts. */
function callsAt(epsilon: number) {
  const budget = 1e30;
  const bounded = {gap: 0.5, smoothness: steepest, smallest: flattest, trace: costOf("H")};
  const {terms} = balancedStep(bounded, {calls: budget, batchSize: 1});
  const square = epsilon ** 2;
  return {
    bound: (terms ** 2 * budget) / square ** 2,
    hardest: leastCalls(flatStart(2 * square), square).calls,
    one: leastCalls(flatStart(flattest), square).calls,
    printed: costOf("H") / square,
    average: curvatures.length / square
  };
}

type Account = keyof ReturnType<typeof callsAt>;

const tolerances = Array.from({length: 8}, (_, k) => 10 ** (-0.4 - 0.4 * k));
let known: Readonly<Record<Account, Mark[]>> | undefined;

/** Made once: the least calls take a search each. */
function accounts(): Readonly<Record<Account, Mark[]>> {
  if (known) return known;
  const all = tolerances.map(epsilon => ({epsilon, ...callsAt(epsilon)}));
  const of = (account: Account): Mark[] =>
    all.map(row => ({x: 1 / row.epsilon, y: row[account], tolerance: row.epsilon}));
  known = {
    bound: of("bound"),
    hardest: of("hardest"),
    one: of("one"),
    printed: of("printed"),
    average: of("average")
  };
  return known;
}

/** The power of 1/ε between the two smallest tolerances. */
export function powerOf(account: Account): number {
  const [a, b] = accounts()[account].slice(-2);
  return Math.log(Number(b.y) / Number(a.y)) / Math.log(Number(b.x) / Number(a.x));
}

/** Gradients needed against the tolerance. */
export function callsNeeded(): Chart {
  const {bound, hardest, one, printed, average} = accounts();
  return {
    title: "Gradients needed against the tolerance",
    caption:
      "Solid: fewest gradients for which constant steps bring the expected squared norm to $ε^2$, exact: on the ten curvatures with $F = H$, and where the flattest is replaced by $2ε^2$; dotted: the two terms of the corrected bound, without the logarithm of $2/δ$; diamonds: printed formula (46); thin: what an average of iterates needs in the limit.",
    description:
      "Five rising lines on logarithmic axes as the tolerance falls: two of slope four, three of slope two.",
    shape: 0.6,
    x: {label: "one over the tolerance on the norm, $1/ε$", column: "inverse", scale: "log"},
    y: {label: "gradients $N$", column: "calls", scale: "log"},
    panels: [
      {
        series: [
          {is: "surrogate", name: "bound, two terms", marks: bound, near: 0.6},
          {is: "exact", name: "hardest quadratic", marks: hardest, near: 0.75},
          {is: "exact", name: "this quadratic", marks: one, near: 0.9},
          {is: "exact", name: "average of iterates", marks: average, second: true, near: 0.6},
          {is: "printed", name: "as printed", marks: printed, near: 0.95}
        ]
      }
    ]
  };
}

/** The condition numbers of H and F whose angle is varied. */
export const skewed = {curvatureRatio: 20, metricRatio: 50} as const;

/** κF d_eff of that F in the plane. */
const skewedCost = skewed.metricRatio + 1;

/** The settled squared gradient norm in units of ηM/b. */
function floorAt(degrees: number): number {
  const {hessian, metric} = planePair({...skewed, degrees});
  const learningRate = 1e-4 / skewed.curvatureRatio;
  const floor = gradientFloor({hessian, metric, noise: metric, learningRate});
  return floor / (learningRate * skewed.curvatureRatio);
}

/** The floor at 45° as a share of the theorem's noise term. */
export const turnedShare = (): number => floorAt(45) / skewedCost;

/** The floor against the angle between F and H. */
export function floorAgainstAngle(): Chart {
  const level = (y: number) => [0, 90].map(x => ({x, y}));
  return {
    title: "The floor against the angle between $F$ and $H$",
    caption: `Solid: the settled squared gradient norm in units of $ηM/b$, exact, for $κ(H) = ${skewed.curvatureRatio}$ and $κ(F) = ${skewed.metricRatio}$ in the plane; dotted: the theorem's $κ_F d_{eff} = ${skewedCost}$ in the same units, and $d = 2$. Along the axes the floor is below $d$; turned by 45° it is ${fixed(turnedShare(), 3)} of the theorem's.`,
    description:
      "A curve that rises from its value on the axes to its highest at 45 degrees and falls again, below a level line.",
    shape: 0.4,
    x: {
      label: "angle between $F$ and $H$, degrees",
      column: "angle",
      domain: [0, 90],
      ticks: [0, 15, 30, 45, 60, 75, 90]
    },
    y: {
      label: "settled squared norm, in $ηM/b$",
      column: "floor",
      scale: "log",
      domain: [0.3, 90],
      ticks: [1, 2, 5, 10, 20, 50]
    },
    panels: [
      {
        series: [
          {is: "surrogate", name: "$κ_F d_{eff}$", marks: level(skewedCost), near: 0.1},
          {is: "surrogate", name: "$d$", marks: level(2), near: 0.04},
          {is: "exact", name: "floor", marks: curve(floorAt, [0, 90], {points: 91}), near: 0.5}
        ]
      }
    ]
  };
}

/** A spectrum of F, the theorem's noise term and the sharp one. */
interface NoiseTerms extends Readonly<Record<"sharp" | "printed" | "effective", number>> {
  readonly name: string;
}

/** The condition number in the table of spectra. */
const ratio = 100;

/** Four directions, of which more and more are strong. */
export const spectra = (): NoiseTerms[] =>
  [
    {name: "$I$", strong: 0},
    {name: "diag($κ$, 1, 1, 1)", strong: 1},
    {name: "diag($κ$, $κ$, 1, 1)", strong: 2},
    {name: "diag($κ$, $κ$, $κ$, 1)", strong: 3}
  ].map(({name, strong}) => {
    const f = [0, 1, 2, 3].map(k => (k < strong ? ratio : 1));
    const effective = effectiveDimension(diagonal(f));
    return {
      name,
      sharp: pairedCondition(f),
      printed: fisherConditionNumber(diagonal(f)) * effective,
      effective
    };
  });

export const spectraColumns: readonly TableColumn<NoiseTerms>[] = [
  {header: `$F$, $κ = ${ratio}$`, value: ({name}) => name, text: true},
  {header: "$d_{eff}$", value: ({effective}) => fixed(effective, 2)},
  {header: "$κ_F d_{eff}$", value: ({printed}) => fixed(printed, 0)},
  {header: "$K(F)$", value: ({sharp}) => fixed(sharp, 1)}
];
