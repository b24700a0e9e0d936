import {exp} from "../elementary/exp.js";
import {log} from "../elementary/log.js";
import {log1p} from "../elementary/log1p.js";
import {openUniform} from "../random/openUniform.js";
import type {UniformSource} from "../random/source.js";

/** The law of one day's demand D for several products. */
export interface Demand {
  readonly products: number;
  /** Draws one day's demand into a list. */
  draw(source: UniformSource, into: Float64Array): void;
  /** P(Dᵢ ≤ x and Dⱼ ≤ y); with i = j the lesser of x and y decides. */
  joint(i: number, j: number, x: number, y: number): number;
  /** The density of Dᵢ at x; NaN at every x where the law consists of single values. */
  density(i: number, x: number): number;
  /** E (x − Dᵢ)₊: what is left over of x on an average day. */
  leftOver(i: number, x: number): number;
  /** E Dᵢ. */
  mean(i: number): number;
}

/** Location m and scale s of a logistic law: P(D ≤ x) = 1/(1 + e^{−(x − m)/s}), mean m, variance s²π²/3. */
export interface Logistic {
  readonly location: number;
  readonly scale: number;
}

/** 1/(1 + e^{−z}), from the end that does not cancel. */
const sigmoid = (z: number) => (z < 0 ? exp(z) / (1 + exp(z)) : 1 / (1 + exp(-z)));

/**
 * Logistic demand that depends on the kind of day: every kind is equally likely, and given the kind the products
 * are independent
 *
 *     P(Dᵢ ≤ x, Dⱼ ≤ y) = K⁻¹ Σₖ Fᵢₖ(x) Fⱼₖ(y),   E(x − Dᵢ)₊ = K⁻¹ Σₖ sᵢₖ log(1 + e^{(x − mᵢₖ)/sᵢₖ})
 *
 * `kinds` has a line for each kind of day, with a law for each product. Demand below zero is left as it is: the
 * products here lie five scales and more above it.
 */
export function logisticDemand(kinds: readonly (readonly Logistic[])[]): Demand {
  const averaged = (of: (laws: readonly Logistic[]) => number) =>
    kinds.reduce((sum, laws) => sum + of(laws), 0) / kinds.length;
  const at = ({location, scale}: Logistic, x: number) => (x - location) / scale;
  return {
    products: kinds[0].length,
    draw(source, into) {
      const laws = kinds[Math.floor(source.next() * kinds.length)];
      for (let i = 0; i < laws.length; i++) {
        const u = openUniform(source);
        into[i] = laws[i].location + laws[i].scale * log(u / (1 - u));
      }
    },
    joint: (i, j, x, y) =>
      averaged(laws =>
        i === j
          ? sigmoid(at(laws[i], Math.min(x, y)))
          : sigmoid(at(laws[i], x)) * sigmoid(at(laws[j], y))
      ),
    density: (i, x) =>
      averaged(laws => {
        const z = at(laws[i], x);
        return (sigmoid(z) * sigmoid(-z)) / laws[i].scale;
      }),
    leftOver: (i, x) =>
      averaged(laws => {
        const z = at(laws[i], x);
        return laws[i].scale * (Math.max(z, 0) + log1p(exp(-Math.abs(z))));
      }),
    mean: i => averaged(laws => laws[i].location)
  };
}

/** Independent demands, each uniform between its two ends. */
export function uniformDemand(ends: readonly (readonly [low: number, high: number])[]): Demand {
  const share = (i: number, x: number) =>
    Math.min(1, Math.max(0, (x - ends[i][0]) / (ends[i][1] - ends[i][0])));
  return {
    products: ends.length,
    draw(source, into) {
      for (let i = 0; i < ends.length; i++)
        into[i] = ends[i][0] + (ends[i][1] - ends[i][0]) * openUniform(source);
    },
    joint: (i, j, x, y) => (i === j ? share(i, Math.min(x, y)) : share(i, x) * share(j, y)),
    density: (i, x) => (x < ends[i][0] || x > ends[i][1] ? 0 : 1 / (ends[i][1] - ends[i][0])),
    leftOver: (i, x) => {
      const [low, high] = ends[i];
      const part = share(i, x);
      return (part * part * (high - low)) / 2 + Math.max(0, x - high);
    },
    mean: i => (ends[i][0] + ends[i][1]) / 2
  };
}

/**
 * Days that were recorded, each as likely as another: the demand of a day is a row of `days`, one number for each
 * product, so that whatever ties the products together on a day is kept.
 */
export function recordedDemand(days: readonly (readonly number[])[]): Demand {
  const n = days.length;
  const products = days[0].length;
  const sorted = Array.from({length: products}, (_, i) =>
    Float64Array.from(days, day => day[i]).sort()
  );
  const sums = sorted.map(values => {
    const below = new Float64Array(n + 1);
    for (let k = 0; k < n; k++) below[k + 1] = below[k] + values[k];
    return below;
  });
  /** How many demands for product i are at most x. */
  const count = (i: number, x: number) => {
    const values = sorted[i];
    let [low, high] = [0, n];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    products,
    draw(source, into) {
      into.set(days[Math.floor(source.next() * n)]);
    },
    joint: (i, j, x, y) =>
      i === j
        ? count(i, Math.min(x, y)) / n
        : days.reduce((sum, day) => sum + (day[i] <= x && day[j] <= y ? 1 : 0), 0) / n,
    density: () => Number.NaN,
    leftOver: (i, x) => {
      const k = count(i, x);
      return (k * x - sums[i][k]) / n;
    },
    mean: i => sums[i][n] / n
  };
}
