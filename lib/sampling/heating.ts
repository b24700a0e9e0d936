import {positive} from "../check.js";
import {solveSmall} from "../linalg/solveSmall.js";
import {csvTable} from "./csvTable.js";

/** A day's need for heat in two cities, in degrees below the temperature from which nobody heats. */
export type HeatingDay = readonly [number, number];

/** What the plan costs: all of it is invented. */
export interface HeatingCosts {
  /** c₁, c₂: a unit of capacity in each city; c₃: one that either city can use, as the day needs it. */
  readonly capacity: readonly [number, number, number];
  /** q: a shortage of z units in a city costs q z²/2 a day. */
  readonly shortage: number;
}

/** The mean of the two-stage cost over some scenarios, with its derivatives at one plan. */
export interface PlanDerivatives {
  readonly risk: number;
  readonly gradient: number[];
  readonly hessian: number[][];
  /** (1/n) Σ ψψᵀ − ḡḡᵀ. */
  readonly noise: number[][];
}

/** A two-stage programme over a list of days, each as likely as another. */
export interface HeatingPlan {
  readonly dimension: 3;
  readonly days: readonly HeatingDay[];
  /** Adds the gradient of one day's cost to a list. */
  addGradient(theta: ArrayLike<number>, day: number, to: Float64Array): void;
  /** Mean cost over the days with the given indices, all of them by default. */
  risk(theta: ArrayLike<number>, days?: ArrayLike<number>): number;
  derivatives(theta: ArrayLike<number>, days?: ArrayLike<number>): PlanDerivatives;
  /** The plan of least mean cost over these days, from a first guess. */
  minimum(start: ArrayLike<number>, days?: ArrayLike<number>): number[];
}

/** Degrees Celsius above which nobody heats. */
export const comfortable = 18;

/**
 * The days that both cities have in `weather.csv` of `@observablehq/sample-datasets`, which are NOAA's readings: for
 * each city max(0, 18 °C − (tmax + tmin)/2).
 *
 * @example heatingDays(csv, ["Seattle", "New York"]).length // 1461
 */
export function heatingDays(csv: string, cities: readonly [string, string]): HeatingDay[] {
  const need = cities.map(() => new Map<string, number>());
  for (const [city, date, high, low] of csvTable(csv, [
    "location",
    "date",
    "temp_max",
    "temp_min"
  ])) {
    const at = cities.indexOf(city);
    if (at >= 0) need[at].set(date, Math.max(0, comfortable - (Number(high) + Number(low)) / 2));
  }
  return [...need[0].keys()]
    .filter(date => need[1].has(date))
    .sort()
    .map(date => [need[0].get(date) as number, need[1].get(date) as number]);
}

/**
 * Capacity for heating two cities, planned before the weather is known, and the flexible part assigned after
 *
 *     f(x) = cᵀx + E Q(x, d),   Q = min over y of (q/2) Σⱼ zⱼ²,   zⱼ = (dⱼ − xⱼ − yⱼ)₊,   y₁ + y₂ ≤ x₃,  y ≥ 0
 *
 * The second stage has a closed form: the flexible capacity goes to the city with the larger shortage until both
 * are equal, and what is left over is split. By the envelope theorem
 *
 *     ∇Q = −q (z₁, z₂, max(z₁, z₂))
 *
 * which is continuous and has kinks: where the roles of the cities change, or a shortage begins, the second
 * derivative jumps.
 *
 * @throws RangeError unless all costs are positive, and c₃ lies between the larger of c₁, c₂ and their sum: below,
 * nobody builds for a city alone; above, nobody builds flexibly
 */
export function heatingPlan(days: readonly HeatingDay[], costs: HeatingCosts): HeatingPlan {
  const [c1, c2, c3] = costs.capacity.map((cost, i) => positive(`capacity[${i}]`, cost));
  const q = positive("shortage", costs.shortage);
  if (c3 <= Math.max(c1, c2) || c3 >= c1 + c2)
    throw new RangeError(
      `capacity[2] must lie in (max(c₁, c₂), c₁ + c₂) = (${Math.max(c1, c2)}, ${c1 + c2}); got ${c3}`
    );
  const all = Int32Array.from(days, (_, t) => t);
  /** z₁, z₂ and their derivatives by x₁, x₂, x₃ on one day. */
  const z = new Float64Array(2);
  const slopes = new Float64Array(6);
  const second = (x: ArrayLike<number>, [d1, d2]: HeatingDay) => {
    const s1 = Math.max(0, d1 - x[0]);
    const s2 = Math.max(0, d2 - x[1]);
    const flexible = Math.max(0, x[2]);
    slopes.fill(0);
    z.fill(0);
    if (s1 + s2 <= flexible) return;
    if (Math.abs(s1 - s2) >= flexible) {
      const first = s1 >= s2 ? 0 : 1;
      z[0] = s1;
      z[1] = s2;
      z[first] -= flexible;
      if (s1 > 0) slopes[0] = -1;
      if (s2 > 0) slopes[4] = -1;
      slopes[3 * first + 2] = -1;
      return;
    }
    z.fill((s1 + s2 - flexible) / 2);
    slopes.fill(-0.5);
  };
  const addGradient = (x: ArrayLike<number>, day: number, to: Float64Array) => {
    second(x, days[day]);
    to[0] += c1 - q * z[0];
    to[1] += c2 - q * z[1];
    to[2] += c3 - q * Math.max(z[0], z[1]);
  };
  const risk = (x: ArrayLike<number>, chosen: ArrayLike<number> = all) => {
    let sum = 0;
    for (let t = 0; t < chosen.length; t++) {
      second(x, days[chosen[t]]);
      sum += z[0] * z[0] + z[1] * z[1];
    }
    return c1 * x[0] + c2 * x[1] + c3 * x[2] + (q * sum) / (2 * chosen.length);
  };
  const derivatives = (x: ArrayLike<number>, chosen: ArrayLike<number> = all) => {
    const n = chosen.length;
    const gradient = new Float64Array(3);
    const squares = new Float64Array(9);
    const hessian = new Float64Array(9);
    const own = new Float64Array(3);
    for (let t = 0; t < n; t++) {
      own.fill(0);
      addGradient(x, chosen[t], own);
      for (let i = 0; i < 3; i++) {
        gradient[i] += own[i] / n;
        for (let j = 0; j < 3; j++) {
          squares[3 * i + j] += (own[i] * own[j]) / n;
          hessian[3 * i + j] += (q / n) * (slopes[i] * slopes[j] + slopes[3 + i] * slopes[3 + j]);
        }
      }
    }
    const square = (of: (i: number, j: number) => number) =>
      [0, 1, 2].map(i => [0, 1, 2].map(j => of(i, j)));
    return {
      risk: risk(x, chosen),
      gradient: Array.from(gradient),
      hessian: square((i, j) => hessian[3 * i + j]),
      noise: square((i, j) => squares[3 * i + j] - gradient[i] * gradient[j])
    };
  };
  return {
    dimension: 3,
    days,
    addGradient,
    risk,
    derivatives,
    minimum: (start, chosen = all) => newton(start, chosen, {risk, derivatives})
  };
}

const iterations = 200;

/**
 * Newton's method with the Hessian of the piece in which x lies, halving steps that do not descend: f is convex and
 * quadratic in pieces, so that the last step lands on the minimum, as far as rounding lets f tell. A capacity that is not
 * wanted stays at zero, and the others go on.
 *
 * @throws RangeError where the scenarios have no minimum: too few days of shortage among them
 */
function newton(
  start: ArrayLike<number>,
  days: ArrayLike<number>,
  {risk, derivatives}: Pick<HeatingPlan, "risk" | "derivatives">
): number[] {
  let x = Array.from(start);
  let value = risk(x, days);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const {gradient, hessian} = derivatives(x, days);
    const free = [0, 1, 2].filter(i => x[i] > 0 || gradient[i] < 0);
    if (Math.max(0, ...free.map(i => Math.abs(gradient[i]))) < 1e-12) return x;
    const step = Float64Array.from(free, i => gradient[i]);
    solveSmall(
      Float64Array.from(free.flatMap(i => free.map(j => hessian[i][j] + (i === j ? flatness : 0)))),
      step
    );
    const moved = descent(x, free, step, at => risk(at, days) < value);
    if (!moved) return x;
    x = moved;
    value = risk(x, days);
  }
  throw new RangeError(`the scenarios must have a minimum; got none in ${iterations} steps`);
}

/** What is added to the curvatures, for pieces that are flat in some direction. */
const flatness = 1e-9;

/** The longest of the steps 1, ½, ¼ … that is an improvement, no capacity below zero. */
function descent(
  x: readonly number[],
  free: readonly number[],
  step: Float64Array,
  better: (at: number[]) => boolean
): number[] | undefined {
  for (let length = 1; length > 1e-10; length /= 2) {
    const next = x.slice();
    for (const [k, i] of free.entries()) next[i] -= length * step[k];
    const inside = next.map(entry => Math.max(0, entry));
    if (better(inside)) return inside;
  }
  return undefined;
}
