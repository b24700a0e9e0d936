import {chiSquareCdf} from "../../statistics/chiSquare.js";
import {
  add,
  identity,
  inverse,
  product,
  type Square,
  scale,
  trace,
  transpose
} from "../brute/arrays.js";
import {pairs, type Rows} from "../cases.js";
import type {Numbers} from "../claim.js";
import {leastSquares, rareLabel, specified, spent, sphere} from "../oracleCases.js";

const apply = (a: Rows, v: readonly number[]) =>
  a.map(row => row.reduce((sum, x, j) => sum + x * v[j], 0));

/** The largest eigenvalue of a matrix with real ones, by its powers. */
function byPowers(a: Rows): number {
  let power: Square = a.map(row => [...row]);
  let logarithm = 0;
  let squarings = 0;
  for (; squarings < 60; squarings++) {
    const size = trace(power);
    logarithm += Math.log(size) / 2 ** squarings;
    power = scale(power, 1 / size);
    power = product(power, power);
  }
  return Math.exp(logarithm + Math.log(trace(power)) / 2 ** squarings);
}

/** σ²E xxᵀ and the covariance of one gradient, from the moments of x and of the error. */
function momentsOf(delta: readonly number[], weights: readonly number[]) {
  const {inputs, deviation} = leastSquares;
  let second = scale(identity(2), 0);
  let first = [0, 0];
  let information = scale(identity(2), 0);
  for (const [k, x] of inputs.entries()) {
    const miss = x[0] * delta[0] + x[1] * delta[1];
    const square = x.map(a => x.map(b => a * b));
    second = add(second, scale(square, weights[k] * (miss ** 2 + deviation ** 2)));
    information = add(information, scale(square, deviation ** 2 / inputs.length));
    first = first.map((m, i) => m + weights[k] * miss * x[i]);
  }
  const covariance = second.map((row, i) => row.map((x, j) => x - first[i] * first[j]));
  return {covariance, information};
}

function alignedAt(delta: readonly number[]): Numbers {
  const even = leastSquares.inputs.map(() => 1 / leastSquares.inputs.length);
  const {covariance, information} = momentsOf(delta, even);
  return {"λmax(F⁻¹ b Cov ξ)": [byPowers(product(inverse(information), covariance))]};
}
export const alignedAtMinimum = () => alignedAt([0, 0]);
export const alignedBeside = () => alignedAt(leastSquares.beside);

/** (1 − b/n) λmax(F⁻¹Sₙ), Sₙ from the labelled inputs of each data set of four, n = 4 and b = 2. */
export function alignedGivenData(): Numbers {
  const {inputs, deviation} = leastSquares;
  const {information} = momentsOf(
    [0, 0],
    inputs.map(() => 1 / inputs.length)
  );
  const inverted = inverse(information);
  const samples = inputs.flatMap(x => [x.map(a => a * deviation), x.map(a => -a * deviation)]);
  let worst = 0;
  const visit = (chosen: number[][]): void => {
    if (chosen.length < 4) {
      for (const sample of samples) visit([...chosen, sample]);
      return;
    }
    const mean = [0, 1].map(i => chosen.reduce((sum, x) => sum + x[i] / 4, 0));
    const S = [0, 1].map(i =>
      [0, 1].map(j => chosen.reduce((sum, x) => sum + ((x[i] - mean[i]) * (x[j] - mean[j])) / 3, 0))
    );
    if (trace(S) > 0) worst = Math.max(worst, byPowers(product(inverted, scale(S, 0.5))));
  };
  visit([]);
  return {"λmax(F⁻¹ b Cov ξ)": [worst]};
}

/** The exponents from the law of the batch mean, by adding one gradient after another. */
export function convolvedExponents(): Numbers {
  const {probability: p, batchSizes, pulls} = rareLabel;
  return Object.fromEntries(
    batchSizes.map(b => {
      let law = [1];
      for (let k = 0; k < b; k++)
        law = [...law, 0].map((x, j) => (1 - p) * x + p * (j > 0 ? law[j - 1] : 0));
      return [
        `b = ${b}`,
        pulls.map(x => Math.log(law.reduce((sum, w, j) => sum + w * Math.exp(x * (j - b * p)), 0)))
      ];
    })
  );
}

/**
 * A number below the median of the least ‖∇L(θₜ)‖²: the x at which Σₜ P(‖∇L(θₜ)‖² < x) = ½. After
 * 80 steps the law has settled.
 */
export function unionMedians(): Numbers {
  const {dimension: d, rateTimesSmoothness: x, steps, changes} = sphere;
  const reach = (x / (2 - x)) * d;
  const below = (threshold: number): number => {
    let sum = 0;
    for (let t = 1; t < 80; t++) {
      const carried = (1 - x) ** (2 * t);
      const variance = (x / (2 - x)) * (1 - carried);
      const share = noncentral(threshold / variance, d, (reach * carried) / variance);
      sum += t < 79 ? share : share * (steps - 79);
    }
    return sum;
  };
  let [low, high] = [0, reach];
  for (let k = 0; k < 20; k++) {
    const middle = (low + high) / 2;
    if (below(middle) < 0.5) low = middle;
    else high = middle;
  }
  return Object.fromEntries(changes.map(({name}) => [name, [low]]));
}

/** Distribution function of χ² with non-centrality λ: a Poisson mixture of central ones. */
function noncentral(x: number, degrees: number, lambda: number): number {
  if (lambda < 1e-6) return chiSquareCdf(x, degrees);
  const mean = lambda / 2;
  let weight = Math.exp(-mean);
  let sum = 0;
  for (let j = 0; j < mean + 10 * Math.sqrt(mean) + 10; j++) {
    if (weight > 1e-12) sum += weight * chiSquareCdf(x, degrees + 2 * j);
    weight *= mean / (j + 1);
  }
  return sum;
}

/** E‖∇L(θ_T)‖² of a turned problem for whole T, by doubling: powers of I − ηH and their sums. */
function doubled(H: Rows, F: Rows, start: readonly number[], eta: number, largest: number) {
  const A = identity(2).map((row, i) => row.map((x, j) => x - eta * H[i][j]));
  const powers: Square[] = [A];
  const sums: Square[] = [scale(F, eta * eta)];
  for (let k = 1; 2 ** k <= largest; k++) {
    const [P, Q] = [powers[k - 1], sums[k - 1]];
    powers.push(product(P, P));
    sums.push(add(product(P, Q, transpose(P)), Q));
  }
  const image = product(H, inverse(F), H);
  return (steps: number): number => {
    let S: Square = start.map(x => start.map(y => x * y));
    for (let k = 0, rest = steps; rest > 0; k++, rest = Math.floor(rest / 2))
      if (rest % 2 === 1) S = add(product(powers[k], S, transpose(powers[k])), sums[k]);
    return trace(product(image, S));
  };
}

/** The least T over rates with E‖∇L(θ_T)‖² ≤ ε². */
function fewest(H: Rows, F: Rows, start: readonly number[]): number {
  const goal = specified.squaredTolerance;
  const most = 2 ** 24 - 1;
  const callsAt = (eta: number): number => {
    const at = doubled(H, F, start, eta, most);
    if (at(most) > goal) return Infinity;
    let [low, high] = [0, most];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (at(middle) > goal) low = middle;
      else high = middle;
    }
    return high;
  };
  let [left, right] = [goal / 4, (2 * goal) / trace(H)];
  for (let k = 0; k < 22; k++) {
    const [p, q] = [right - 0.618 * (right - left), left + 0.618 * (right - left)];
    if (callsAt(p) <= callsAt(q)) right = q;
    else left = p;
  }
  return callsAt((left + right) / 2);
}

function turnedRatio(metricOf: (h: readonly number[]) => readonly number[]): Numbers {
  const turn = [
    [0.8, -0.6],
    [0.6, 0.8]
  ];
  const spread = (values: readonly number[]) =>
    product(
      turn,
      [
        [values[0], 0],
        [0, values[1]]
      ],
      transpose(turn)
    );
  const [first, second] = specified.curvatures.map(h => {
    const f = metricOf(h);
    return fewest(spread(h), spread(f), apply(turn, [0, Math.sqrt(f[1]) / h[1]]));
  });
  return {"N of one over N of the other": [first / second]};
}
export const callsWithHessian = () => turnedRatio(h => h);
export const callsWithIdentity = () => turnedRatio(h => h.map(() => 1));

/** E‖∇L(θ_T)‖²_{F⁻¹} of SGD itself at the best η ≤ 1/(4M), T = N/b, over that at b = 1; F = I. */
function spentAt(b: number): number {
  const {curvatures, initial, calls} = spent;
  const cap = 1 / (4 * Math.max(...curvatures));
  const first = Math.min(cap, 1e-6 * b);
  let best = Infinity;
  for (let k = 0; k <= 4000; k++) {
    const eta = first * 10 ** (-3 * (k / 4000));
    let sum = 0;
    for (const [i, h] of curvatures.entries()) {
      // x ← a²x + η²/b, T times: its fixed point, and what is left of the distance to it.
      const keep = (1 - eta * h) ** 2;
      const settled = (eta * eta) / b / (1 - keep);
      const left = Math.exp((calls / b) * Math.log(keep));
      sum += h * h * (settled + left * (initial[i] ** 2 - settled));
    }
    best = Math.min(best, sum);
  }
  return best;
}
export const spentByBatch = (): Numbers =>
  Object.fromEntries(spent.batchSizes.map(b => [`b = ${b}`, [spentAt(b) / spentAt(1)]]));
export const spentAtEighth = (): Numbers => ({"b = N/8": [spentAt(spent.calls / 8) / spentAt(1)]});

const conditions = (metric: (hessian: Rows) => Rows): Numbers =>
  Object.fromEntries(
    pairs.slice(1).map(({name, hessian}) => {
      const F = metric(hessian);
      return [name, [byPowers(F) * byPowers(inverse(F))]];
    })
  );
export const conditionOfIdentity = () => conditions(h => identity(h.length));
export const conditionOfHessian = () => conditions(h => h);
