import {
  exchangeable,
  halfWidths,
  noisyPairs,
  oracles,
  planePairs,
  spikes,
  transcripts,
  vanTreesCases
} from "../boundCases.js";
import {
  add,
  inverse,
  multiply,
  product,
  scale,
  smallestEigenvalue,
  trace,
  transpose
} from "../brute/arrays.js";
import {binaryModel, commutingPairs, pairs, type Rows} from "../cases.js";
import type {Numbers} from "../claim.js";
import {tenDimensional} from "../fisherCases.js";

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
export const leastPriors = (): Numbers =>
  Object.fromEntries(
    halfWidths.map(d => [`δ = ${d}`, [(4 * leastOnGrid(d, 200) - leastOnGrid(d, 100)) / 3]])
  );

const label = ({c, N, halfWidth}: {c: number; N: number; halfWidth: number}) =>
  `c = ${c}, δ = ${halfWidth}, N = ${N}`;

/** Prior cos²(πθ/2δ)/δ on 120 points of (−δ, δ). */
function prior(halfWidth: number): {theta: number; weight: number}[] {
  const n = 120;
  return Array.from({length: n - 1}, (_, k) => {
    const theta = ((2 * (k + 1)) / n - 1) * halfWidth;
    return {theta, weight: (2 / n) * Math.cos((Math.PI * theta) / (2 * halfWidth)) ** 2};
  });
}

/** The posterior's variance, over the prior and the mean of N normals. */
export const bayesRisks = (): Numbers =>
  Object.fromEntries(
    vanTreesCases.enough.map(each => {
      const {N, halfWidth} = each;
      const points = prior(halfWidth);
      const reach = halfWidth + 8 / Math.sqrt(N);
      const dy = 0.2 / Math.sqrt(N);
      let risk = 0;
      for (let y = -reach; y <= reach; y += dy) {
        const weights = points.map(
          ({theta, weight}) => weight * Math.exp((-N * (y - theta) ** 2) / 2)
        );
        const total = weights.reduce((sum, w) => sum + w, 0);
        if (total === 0) continue;
        const mean = weights.reduce((sum, w, i) => sum + w * points[i].theta, 0) / total;
        risk += weights.reduce((sum, w, i) => sum + w * (points[i].theta - mean) ** 2, 0) * dy;
      }
      return [label(each), [risk * Math.sqrt(N / (2 * Math.PI))]];
    })
  );

/** sup E(wȳ − θ)² of w = Nδ²/(1 + Nδ²), the largest over 400 θ. */
export const linearRisks = (): Numbers =>
  Object.fromEntries(
    vanTreesCases.tooFew.map(each => {
      const {N, halfWidth} = each;
      const w = (N * halfWidth ** 2) / (1 + N * halfWidth ** 2);
      let most = 0;
      for (let k = -200; k <= 200; k++) {
        const theta = (k / 200) * halfWidth;
        most = Math.max(most, (w * w) / N + ((1 - w) * theta) ** 2);
      }
      return [label(each), [most]];
    })
  );

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const shift = [0.5, -0.3];

/** 1 + E Y and E YYᵀ of a gradient at a query, over inputs and labels. */
function gradients(moved: number): Numbers {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const query = parameters.map((x, i) => x + moved * shift[i % 2]);
  const logit = (x: readonly number[], at: readonly number[]) =>
    x.reduce((sum, v, i) => sum + v * at[i], 0);
  const mean = new Array<number>(d).fill(1);
  const squares = new Array<number>(d * d).fill(0);
  for (const x of inputs)
    for (const y of [0, 1]) {
      const p = sigmoid(logit(x, parameters));
      const weight = (y === 1 ? p : 1 - p) / inputs.length;
      const g = x.map(v => (sigmoid(logit(x, query)) - y) * v);
      for (let i = 0; i < d; i++) mean[i] += weight * g[i];
      for (let k = 0; k < d * d; k++) squares[k] += weight * g[Math.floor(k / d)] * g[k % d];
    }
  return {"1 + E Y and E YYᵀ": [...mean, ...squares]};
}
export const askedAtOptimum = (): Numbers => gradients(0);
export const askedElsewhere = (): Numbers => gradients(1);

/**
 * Information of two answers, y₁ at the query 0 and y₂ at the query −0.3y₁, about θ: the integral of
 * (∂p)²/p over both, p differentiated by differences.
 */
export const transcriptIntegrals = (): Numbers =>
  Object.fromEntries(
    oracles.map(({curvature: h, variance: g}) => {
      const density = (y: number, query: number, theta: number) =>
        Math.exp(-((y - h * (query - theta)) ** 2) / (2 * g)) / Math.sqrt(2 * Math.PI * g);
      const spread = Math.sqrt(g);
      const width = 0.2 * spread;
      const theta = 0.4;
      const small = 1e-3 * spread;
      let information = 0;
      for (let i = -40; i <= 40; i++) {
        const y1 = -h * theta + i * width;
        for (let j = -40; j <= 40; j++) {
          const query = -0.3 * y1;
          const y2 = h * (query - theta) + j * width;
          const p = (at: number) => density(y1, 0, at) * density(y2, query, at);
          const slope = (p(theta + small) - p(theta - small)) / (2 * small);
          information += (slope * slope * width * width) / p(theta);
        }
      }
      return [`h = ${h}, g = ${g}`, [information]];
    })
  );

const {calls, parameter, start} = transcripts;

/** Σ (∂P)²/P over all transcripts of SGD at the rate 0.5 on labels drawn at σ(θ). */
export function transcriptSums(): Numbers {
  const probability = (theta: number, answers: number): number => {
    let query = start;
    let p = 1;
    for (let t = 0; t < calls; t++) {
      const label = (answers >> t) & 1;
      const answer = sigmoid(query) - label;
      // The law of the answer at this query: σ(query) − 1 with the label's probability, else σ(query).
      p *= answer < 0 ? sigmoid(theta) : 1 - sigmoid(theta);
      query -= 0.5 * answer;
    }
    return p;
  };
  let information = 0;
  const small = 1e-4;
  for (let answers = 0; answers < 2 ** calls; answers++) {
    const slope =
      (probability(parameter + small, answers) - probability(parameter - small, answers)) /
      (2 * small);
    information += slope ** 2 / probability(parameter, answers);
  }
  return {"SGD on labels": [information]};
}

/** Bayes risk in the metric 1/(p(1 − p)) of p ∈ ½ ± δ over all 2ᴺ transcripts, one at a time. */
export function coinRisk(): Numbers {
  const {N, halfWidth} = transcripts.enough;
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
  return {[label(transcripts.enough)]: [risk]};
}

/** The worst risk of the guess ½. */
export function coinGuess(): Numbers {
  const {halfWidth} = transcripts.tooFew;
  let most = 0;
  for (let k = -100; k <= 100; k++) {
    const theta = (k / 100) * halfWidth;
    most = Math.max(most, theta ** 2 / (0.25 - theta ** 2));
  }
  return {[label(transcripts.tooFew)]: [most]};
}

/** Σ_t of what the next draw tells, given those before: regressions of each on its past. */
export const chainRule = (): Numbers =>
  Object.fromEntries(
    exchangeable.map(({common, draws}) => {
      let information = 0;
      for (let t = 0; t < draws; t++) {
        if (t === 0) {
          information += 1 / (1 + common);
          continue;
        }
        const past = Array.from({length: t}, (_, i) =>
          Array.from({length: t}, (_, j) => common + (i === j ? 1 : 0))
        );
        const weights = inverse(past).map(row => row.reduce((sum, x) => sum + x * common, 0));
        const slope = 1 - weights.reduce((sum, w) => sum + w, 0);
        const left = 1 + common - common * weights.reduce((sum, w) => sum + w, 0);
        information += slope ** 2 / left;
      }
      return [`τ² = ${common}`, [information]];
    })
  );

/** N·risk of θ ← θ − H⁻¹g/(t + 1) from a start away from θ⋆, in a metric, after 40 calls. */
function newton(hessian: Rows, noise: Rows, metric: Rows): number {
  const back = inverse(hessian);
  const kick = product(back, noise, transpose(back));
  let second = hessian.map((_, i) => hessian.map((_, j) => (i + 1) * (j + 1)));
  for (let t = 0; t < 40; t++)
    second = add(scale(second, (1 - 1 / (t + 1)) ** 2), scale(kick, 1 / (t + 1) ** 2));
  return 40 * trace(multiply(metric, second));
}

export const likelihoods = (): Numbers =>
  Object.fromEntries(planePairs.map(({name, metric}) => [name, [newton(metric, metric, metric)]]));

/** 1/(risk of those steps after two answers) in one dimension. */
export const attained = (): Numbers =>
  Object.fromEntries(
    oracles.map(({curvature: h, variance: g}) => {
      let second = 1;
      for (let t = 0; t < 2; t++) second = (1 - 1 / (t + 1)) ** 2 * second + g / (h * (t + 1)) ** 2;
      return [`h = ${h}, g = ${g}`, [1 / second]];
    })
  );

const information = (hessian: Rows, noise: Rows) => product(hessian, inverse(noise), hessian);
export const newtonSteps = (): Numbers =>
  Object.fromEntries(
    noisyPairs.flatMap(({name, hessian, noise}) => [
      [`${name}, metric G`, [newton(hessian, noise, noise)]],
      [`${name}, metric J`, [newton(hessian, noise, information(hessian, noise))]]
    ])
  );

const dimension = 100;
/** T/d times the risk of steps η₀/t with F = H = G = diag(κ, 1, …, 1), the least over η₀. */
export const recursionGaps = (): Numbers =>
  Object.fromEntries(
    spikes.map(kappa => {
      const T = 60_000;
      const gap = (eta0: number) => {
        let [stiff, flat] = [0, 0];
        for (let t = 1; t < T; t++) {
          const eta = eta0 / t;
          stiff = (1 - eta * kappa) ** 2 * stiff + eta * eta * kappa;
          flat = (1 - eta) ** 2 * flat + eta * eta;
        }
        return (T * (kappa * stiff + (dimension - 1) * flat)) / dimension;
      };
      let [low, high] = [0.6, 1.2];
      for (let k = 0; k < 12; k++) {
        const [p, q] = [low + (high - low) / 3, high - (high - low) / 3];
        if (gap(p) < gap(q)) high = q;
        else low = p;
      }
      return [`κ = ${kappa}`, [gap(low)]];
    })
  );

/** The largest µ with (GH + HG)/2 − µG ⪰ 0. */
function coercivity(h: Rows, g: Rows): number {
  const gh = multiply(g, h);
  return smallestEigenvalue(scale(add(gh, transpose(gh)), 0.5), g);
}
const {curvatures, anisotropic} = tenDimensional;
const diagonal = curvatures.map((h, i) => curvatures.map((_, j) => (i === j ? h : 0)));
export const coercivities = (): Numbers =>
  Object.fromEntries(
    commutingPairs.map(({name, hessian, noise}) => [name, [coercivity(hessian, noise)]])
  );
export const coercivityInExperiments = (): Numbers => ({
  "Experiments 4 to 6": [coercivity(diagonal, anisotropic)]
});
/** Of pairs that do not commute, with G squared so that they are far from it. */
export const coercivitiesTilted = (): Numbers =>
  Object.fromEntries(
    commutingPairs.map(({name}, k) => {
      const {hessian, noise} = pairs[k];
      const square = multiply(noise, noise);
      return [name, [coercivity(hessian, multiply(square, square))]];
    })
  );
