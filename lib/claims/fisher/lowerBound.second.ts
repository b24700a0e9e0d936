import {exchangeable, noisyPairs, spikes, transcripts, vanTreesCases} from "../boundCases.js";
import {add, inverse, multiply, product, scale, transpose} from "../brute/arrays.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {binaryModel, commutingPairs, type Rows} from "../cases.js";
import type {Numbers} from "../claim.js";
import {tenDimensional} from "../fisherCases.js";

const label = ({c, N, halfWidth}: {c: number; N: number; halfWidth: number}) =>
  `c = ${c}, δ = ${halfWidth}, N = ${N}`;

/** Brown's identity: the Bayes risk is (1 − I/N)/N, I the information of the mean's marginal law. */
export const brownRisks = (): Numbers =>
  Object.fromEntries(
    vanTreesCases.enough.map(each => {
      const {N, halfWidth} = each;
      const nodes = 300;
      const reach = halfWidth + 8 / Math.sqrt(N);
      const dy = 0.1 / Math.sqrt(N);
      let information = 0;
      for (let y = -reach; y <= reach; y += dy) {
        let [density, slope] = [0, 0];
        for (let k = 1; k < nodes; k++) {
          const theta = ((2 * k) / nodes - 1) * halfWidth;
          const weight =
            (2 / nodes) *
            Math.cos((Math.PI * theta) / (2 * halfWidth)) ** 2 *
            Math.sqrt(N / (2 * Math.PI)) *
            Math.exp((-N * (y - theta) ** 2) / 2);
          density += weight;
          slope -= N * (y - theta) * weight;
        }
        if (density > 0) information += ((slope * slope) / density) * dy;
      }
      return [label(each), [(1 - information / N) / N]];
    })
  );

/** δ², the worst risk of the guess 0. */
export const guessRisks = (): Numbers =>
  Object.fromEntries(vanTreesCases.tooFew.map(each => [label(each), [each.halfWidth ** 2]]));

/** 1 + E Y and E YYᵀ with the labels averaged by hand: (p_t − p)x and (p − 2pp_t + p_t²)xxᵀ. */
function gradients(moved: number): Numbers {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const query = parameters.map((x, i) => x + moved * [0.5, -0.3][i % 2]);
  const probability = (x: readonly number[], at: readonly number[]) =>
    0.5 + 0.5 * Math.tanh(x.reduce((sum, v, i) => sum + v * at[i], 0) / 2);
  const mean = new Array<number>(d).fill(1);
  const squares = new Array<number>(d * d).fill(0);
  for (const x of inputs) {
    const [p, q] = [probability(x, parameters), probability(x, query)];
    for (let i = 0; i < d; i++) mean[i] += ((q - p) * x[i]) / inputs.length;
    for (let k = 0; k < d * d; k++)
      squares[k] += ((p - 2 * p * q + q * q) * x[Math.floor(k / d)] * x[k % d]) / inputs.length;
  }
  return {"1 + E Y and E YYᵀ": [...mean, ...squares]};
}
export const averagedAtOptimum = (): Numbers => gradients(0);
export const averagedElsewhere = (): Numbers => gradients(1);

const choose = (n: number, k: number): number =>
  k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;

/** The Bayes risk in the metric 1/(p(1 − p)), over the number of heads alone. */
export function headsRisk(): Numbers {
  const {N, halfWidth} = transcripts.enough;
  const nodes = 400;
  let risk = 0;
  for (let heads = 0; heads <= N; heads++) {
    let [m0, m1, m2] = [0, 0, 0];
    for (let k = 1; k < nodes; k++) {
      const theta = ((2 * k) / nodes - 1) * halfWidth;
      const p = 0.5 + theta;
      const weight =
        ((2 / nodes) *
          Math.cos((Math.PI * theta) / (2 * halfWidth)) ** 2 *
          choose(N, heads) *
          p ** heads *
          (1 - p) ** (N - heads)) /
        (p * (1 - p));
      m0 += weight;
      m1 += weight * p;
      m2 += weight * p * p;
    }
    risk += m2 - (m1 * m1) / m0;
  }
  return {[label(transcripts.enough)]: [risk]};
}

/** The worst risk of ½ + 0.05(share of heads − ½), over heads. */
export function shrunkRisk(): Numbers {
  const {N, halfWidth} = transcripts.tooFew;
  let most = 0;
  for (let k = -100; k <= 100; k++) {
    const p = 0.5 + (k / 100) * halfWidth;
    let risk = 0;
    for (let heads = 0; heads <= N; heads++)
      risk +=
        choose(N, heads) *
        p ** heads *
        (1 - p) ** (N - heads) *
        (0.5 + 0.05 * (heads / N - 0.5) - p) ** 2;
    most = Math.max(most, risk / (p * (1 - p)));
  }
  return {[label(transcripts.tooFew)]: [most]};
}

/** 1ᵀC⁻¹1. */
export const jointInformation = (): Numbers =>
  Object.fromEntries(
    exchangeable.map(({common, draws}) => {
      const c = Array.from({length: draws}, (_, i) =>
        Array.from({length: draws}, (_, j) => common + (i === j ? 1 : 0))
      );
      return [
        `τ² = ${common}`,
        [
          inverse(c)
            .flat()
            .reduce((sum, x) => sum + x, 0)
        ]
      ];
    })
  );

const dimension = 100;
/** The limit of T·Cov as ∫e^{−(2η₀h − 1)s}ds, the least over η₀. */
export const integralGaps = (): Numbers =>
  Object.fromEntries(
    spikes.map(kappa => {
      const limit = (h: number, eta0: number) =>
        h * lyapunovIntegral([[eta0 * h - 0.5]], [[eta0 * eta0 * h]])[0][0];
      const gap = (eta0: number) =>
        (limit(kappa, eta0) + (dimension - 1) * limit(1, eta0)) / dimension;
      let [low, high] = [0.6, 1.2];
      for (let k = 0; k < 50; k++) {
        const [p, q] = [low + (high - low) / 3, high - (high - low) / 3];
        if (gap(p) < gap(q)) high = q;
        else low = p;
      }
      return [`κ = ${kappa}`, [gap(low)]];
    })
  );

/** Lower factor of a positive definite matrix. */
function lower(m: Rows): number[][] {
  const l = m.map(row => row.map(() => 0));
  for (let j = 0; j < m.length; j++)
    for (let i = j; i < m.length; i++) {
      let x = m[i][j];
      for (let k = 0; k < j; k++) x -= l[i][k] * l[j][k];
      l[i][j] = i === j ? Math.sqrt(x) : x / l[j][j];
    }
  return l;
}

/** Twice the risk of the root of the mean gradient of two draws, over all pairs of 2d gradients. */
export const roots = (): Numbers =>
  Object.fromEntries(
    noisyPairs.flatMap(({name, hessian, noise}) => {
      const d = hessian.length;
      const back = inverse(hessian);
      const draws = transpose(lower(noise)).flatMap(column =>
        [1, -1].map(sign =>
          back.map(row => row.reduce((sum, x, k) => sum + x * column[k], 0) * sign * Math.sqrt(d))
        )
      );
      const risk = (metric: Rows) => {
        let sum = 0;
        for (const one of draws)
          for (const two of draws) {
            const mean = one.map((x, i) => (x + two[i]) / 2);
            sum += mean.reduce(
              (s, x, i) => s + x * metric[i].reduce((r, m, j) => r + m * mean[j], 0),
              0
            );
          }
        return (2 * sum) / draws.length ** 2;
      };
      return [
        [`${name}, metric G`, [risk(noise)]],
        [`${name}, metric J`, [risk(product(hessian, inverse(noise), hessian))]]
      ];
    })
  );

/** The least eigenvalue of L⁻¹ (GH + HG)/2 L⁻ᵀ, G = LLᵀ, by power iteration on its distance from a bound. */
function coercivity(h: Rows, g: Rows): number {
  const back = inverse(lower(g));
  const gh = multiply(g, h);
  const s = product(back, scale(add(gh, transpose(gh)), 0.5), transpose(back));
  const bound = 1 + Math.hypot(...s.flat());
  let v = s.map((_, i) => 1 + i / 10);
  let value = 0;
  for (let k = 0; k < 6000; k++) {
    const up = s.map((row, i) => bound * v[i] - row.reduce((sum, x, j) => sum + x * v[j], 0));
    const length = Math.hypot(...up);
    value = bound - length / Math.hypot(...v);
    v = up.map(x => x / length);
  }
  return value;
}
const {curvatures, anisotropic} = tenDimensional;
export const coercivities = (): Numbers =>
  Object.fromEntries(
    commutingPairs.map(({name, hessian, noise}) => [name, [coercivity(hessian, noise)]])
  );
export const coercivityInExperiments = (): Numbers => ({
  "Experiments 4 to 6": [
    coercivity(
      curvatures.map((x, i) => curvatures.map((_, j) => (i === j ? x : 0))),
      anisotropic
    )
  ]
});
