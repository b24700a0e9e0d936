import type {VanTrees} from "../cases/bound.js";

/** The least 4∫u′² over ∫u² = 1 with u(±δ) = 0, by inverse iteration on n differences. */
function leastOnGrid(halfWidth: number, n: number): number {
  const step = (2 * halfWidth) / n;
  const size = n - 1;
  let u = new Array<number>(size).fill(1);
  let value = 0;
  for (let round = 0; round < 30; round++) {
    // Solve (2, −1) v = u, from above and back.
    const upper = new Array<number>(size);
    const right = new Array<number>(size);
    for (let i = 0; i < size; i++) {
      const pivot = 2 + (i > 0 ? upper[i - 1] : 0);
      upper[i] = -1 / pivot;
      right[i] = (u[i] + (i > 0 ? right[i - 1] : 0)) / pivot;
    }
    const v = new Array<number>(size);
    for (let i = size - 1; i >= 0; i--) v[i] = right[i] - (i < size - 1 ? upper[i] * v[i + 1] : 0);
    const along = u.reduce((sum, x, i) => sum + x * v[i], 0);
    value = (4 * u.reduce((sum, x) => sum + x * x, 0)) / along / step ** 2;
    const length = Math.hypot(...v);
    u = v.map(x => x / length);
  }
  return value;
}

export const leastPrior = ({halfWidth: d}: {halfWidth: number}) =>
  (4 * leastOnGrid(d, 200) - leastOnGrid(d, 100)) / 3;

/** Prior cos²(πθ/2δ)/δ on 120 points of (−δ, δ). */
function prior(halfWidth: number): {theta: number; weight: number}[] {
  const n = 120;
  return Array.from({length: n - 1}, (_, k) => {
    const theta = ((2 * (k + 1)) / n - 1) * halfWidth;
    return {theta, weight: (2 / n) * Math.cos((Math.PI * theta) / (2 * halfWidth)) ** 2};
  });
}

/** The posterior's variance, over the prior and the mean of N normals. */
export function bayesRisk({N, halfWidth}: VanTrees) {
  const points = prior(halfWidth);
  const reach = halfWidth + 8 / Math.sqrt(N);
  const dy = 0.2 / Math.sqrt(N);
  let risk = 0;
  for (let y = -reach; y <= reach; y += dy) {
    const weights = points.map(({theta, weight}) => weight * Math.exp((-N * (y - theta) ** 2) / 2));
    const total = weights.reduce((sum, w) => sum + w, 0);
    if (total === 0) continue;
    const mean = weights.reduce((sum, w, i) => sum + w * points[i].theta, 0) / total;
    risk += weights.reduce((sum, w, i) => sum + w * (points[i].theta - mean) ** 2, 0) * dy;
  }
  return risk * Math.sqrt(N / (2 * Math.PI));
}

/** sup E(wȳ − θ)² of w = Nδ²/(1 + Nδ²), the largest over 400 θ. */
export function linearRisk({N, halfWidth}: VanTrees) {
  const w = (N * halfWidth ** 2) / (1 + N * halfWidth ** 2);
  let most = 0;
  for (let k = -200; k <= 200; k++) {
    const theta = (k / 200) * halfWidth;
    most = Math.max(most, (w * w) / N + ((1 - w) * theta) ** 2);
  }
  return most;
}

/** Bayes risk in the metric 1/(p(1 − p)) of p ∈ ½ ± δ over all 2ᴺ transcripts, one at a time. */
export function coinRisk({N, halfWidth}: VanTrees) {
  const points = prior(halfWidth).map(({theta, weight}) => ({p: 0.5 + theta, weight}));
  let risk = 0;
  for (let answers = 0; answers < 2 ** N; answers++) {
    let heads = 0;
    for (let t = 0; t < N; t++) heads += (answers >> t) & 1;
    const joint = points.map(({p, weight}) => weight * p ** heads * (1 - p) ** (N - heads));
    const metric = points.map(({p}) => 1 / (p * (1 - p)));
    const total = joint.reduce((sum, w, i) => sum + w * metric[i], 0);
    const guess = joint.reduce((sum, w, i) => sum + w * metric[i] * points[i].p, 0) / total;
    risk += joint.reduce((sum, w, i) => sum + w * metric[i] * (points[i].p - guess) ** 2, 0);
  }
  return risk;
}

/** The worst risk of the guess ½. */
export function coinGuess({halfWidth}: VanTrees) {
  let most = 0;
  for (let k = -100; k <= 100; k++) {
    const theta = (k / 100) * halfWidth;
    most = Math.max(most, theta ** 2 / (0.25 - theta ** 2));
  }
  return most;
}
