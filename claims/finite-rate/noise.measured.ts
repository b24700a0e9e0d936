import {centredChiSquare} from "../../lib/random/centredChiSquare.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {
  add,
  apply,
  diagonal,
  dot,
  norm,
  outer,
  product,
  type Square,
  scale,
  transpose
} from "../brute/arrays.js";
import {covarianceAfter} from "../brute/augmented.js";
import {everySubset, overDataSets} from "../brute/finiteLaw.js";
import {sampled} from "../brute/sampled.js";
import {closedNoise, degenerate, type FreshRun, type Labelled} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";
import type {Context, Numbers} from "../ledger/claim.js";

/** Every (x, ε), with ε = ±its deviation, as the gradient −xε at the minimum. */
const gradientsAtMinimum = ({inputs, deviations}: Labelled) =>
  inputs.flatMap((x, i) => [1, -1].map(sign => x.map(a => -sign * deviations[i] * a)));

/** The covariance of the mean gradient over every batch of fresh draws, in their order. */
export const batchNoise = (labelled: Labelled) => {
  const points = gradientsAtMinimum(labelled);
  const {batchSize} = labelled;
  const probabilities = points.map(() => 1 / points.length);
  return overDataSets({points, probabilities}, batchSize, batchSize, everySubset).between;
};

/** Nodes ±√3, 0 and weights: exact for polynomials of a normal variable up to degree five. */
const hermite: readonly (readonly [number, number])[] = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6]
];

/** x = Lz for every pair of nodes, with its weight. */
function nodes(K: readonly (readonly number[])[]): [number[], number][] {
  const a = Math.sqrt(K[0][0]);
  const b = K[0][1] / a;
  const c = Math.sqrt(K[1][1] - b * b);
  return hermite.flatMap(([z1, w1]) =>
    hermite.map(([z2, w2]): [number[], number] => [[a * z1, b * z1 + c * z2], w1 * w2])
  );
}

/**
 * Second moments of (w, m) under m ← µm + A_B w + c_B, w ← w − λm iterated to a standstill, the average
 * over batches of two inputs taken node by node: 81 batches a step.
 */
export const averagedOverBatches = (run: FreshRun) => {
  const {hessian, labelVariance, batchSize, learningRate: rate, momentum} = run;
  const one = nodes(hessian);
  const updates = one.flatMap(([x, p]) =>
    one.map(([y, q]) => {
      const A = scale(add(outer(x), outer(y)), 1 / 2);
      return {
        weight: p * q,
        // Rows and columns: w₁, w₂, m₁, m₂.
        T: [0, 1, 2, 3].map(r => {
          const i = r % 2;
          const m = [...A[i], ...[0, 1].map(j => (i === j ? momentum : 0))];
          return r >= 2 ? m : m.map((x, j) => (j === i ? 1 : 0) - rate * x);
        }),
        // c_B has covariance σ²A_B/S given the inputs.
        kick: scale(
          [0, 1, 2, 3].map(r =>
            [0, 1, 2, 3].map(
              s => (r < 2 ? -rate : 1) * (s < 2 ? -rate : 1) * A[r % 2][s % 2] * labelVariance
            )
          ),
          1 / batchSize
        )
      };
    })
  );
  let state = scale(updates[0].kick, 0);
  for (let t = 0; t < 1200; t++) {
    let next = scale(state, 0);
    for (const {T, kick, weight} of updates)
      next = add(next, scale(add(product(T, state, transpose(T)), kick), weight));
    const change = norm(add(next, scale(state, -1)));
    state = next;
    if (change <= 1e-17 * norm(state)) break;
  }
  return state.slice(0, 2).map(row => row.slice(0, 2));
};

/**
 * The variance of t noise with ν = 4 by quadrature in x = √ν tan u, where the density is ∝ cos³ u, then the
 * recursion for the variance of w.
 */
export const heavyTailed = ({learningRate: x}: AtRate) => {
  let [mass, second] = [0, 0];
  const n = 200_000;
  for (let i = 0; i < n; i++) {
    const u = ((i + 0.5) / n - 0.5) * Math.PI;
    const p = Math.cos(u) ** 3;
    mass += p;
    second += p * 4 * Math.tan(u) ** 2;
  }
  let v = 0;
  for (let t = 0; t < 4000; t++) v = (1 - x) ** 2 * v + x ** 2 * (second / mass);
  return v;
};

/** Time averages of w² over 512 runs with centred χ²(3) noise. */
export const skewed = ({name, learningRate: x}: AtRate, {seed}: Context) => {
  const averages = Array.from({length: 512}, (_, replicate) => {
    const source = uniforms({seed, experiment: "claim LZU-Fig8", cell: name, replicate});
    let [w, sum] = [0, 0];
    for (let t = 0; t < 800; t++) {
      w -= x * (w + centredChiSquare(source, 3));
      if (t >= 50) sum += w * w;
    }
    return sum / 750;
  });
  return sampled(averages);
};

/** Covariances after t steps on K = k uuᵀ, along n ⊥ u and along u. */
export const diffused = ({steps}: {steps: number}) => {
  const {direction, null: other, curvature, variance, rate} = degenerate;
  const hessian = scale(outer(direction), curvature);
  const along = (s: Square, v: readonly number[]) => dot(v, apply(s, v));
  const white = covarianceAfter({hessian, noise: diagonal([variance, variance]), rate}, steps);
  const shaped = covarianceAfter({hessian, noise: scale(hessian, variance), rate}, steps);
  return [along(white, other), along(shaped, other), along(shaped, direction)];
};

/** E w² after `steps` kicks η = s(w)ξ over every sequence of ξ, s² = 1 + w²/4: ξ = ±1, and ξ = 0 or ±√2. */
export const quadratic = ({learningRate: x}: AtRate) =>
  closedNoise.laws.map(law => {
    const walk = (w: number, left: number): number =>
      left === 0
        ? w * w
        : law.reduce(
            (sum, [xi, p]) =>
              sum + p * walk(w - x * (w + Math.sqrt(1 + (w * w) / 4) * xi), left - 1),
            0
          );
    return walk(0, closedNoise.steps);
  });

/** Σ at λ = 1 for ξ = 0 or ±√2, s² = 1 + |w|/2: after a zero |w| is √2, then √(2 + |w|), …, each with half the chance. */
export const kinked = () => {
  let [w, chance, sum] = [0, 1 / 2, 0];
  for (let j = 0; j < 60; j++) {
    sum += chance * w * w;
    w = Math.sqrt(2 + w);
    chance /= 2;
  }
  return sum;
};

/** −ln(P(|x| > 2000)/P(|x| > 1000))/ln 2 + 1 of t with ν = 4, in u = 1/x where the density is ∝ u³(4u² + 1)^−5/2. */
export const tail = (): Numbers => {
  const beyond = (far: number) => {
    const n = 2000;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const u = (i + 0.5) / n / far;
      sum += u ** 3 / (4 * u * u + 1) ** 2.5;
    }
    return sum / n / far;
  };
  return {"density's exponent": [Math.log2(beyond(1000) / beyond(2000)) + 1]};
};
