import {
  inverse,
  product,
  type Square,
  scale,
  smallestEigenvalue,
  trace,
  transpose
} from "../brute/arrays.js";
import {type FiniteLaw, overDataSets} from "../brute/finiteLaw.js";
import type {Rows} from "../cases/matrices.js";
import type {FlatPair, Pair} from "../cases/pairs.js";
import type {LogisticModel} from "../cases/problems.js";

/** E[ssᵀ] over every input and label, each by its probability. */
const scoreProducts =
  (labelProbability: (logit: number) => number) =>
  ({inputs, parameters}: LogisticModel) => {
    const d = parameters.length;
    const sums = new Array<number>(d * d).fill(0);
    for (const x of inputs) {
      const logit = x.reduce((sum, v, i) => sum + v * parameters[i], 0);
      for (const y of [0, 1]) {
        const p = labelProbability(logit);
        const weight = (y === 1 ? p : 1 - p) / inputs.length;
        // log p_θ(y) = −log(1 + e^{−z}), z = ±logit: its derivative in z is 1/(1 + e^z).
        const sign = 2 * y - 1;
        const score = x.map(v => (sign * v) / (1 + Math.exp(sign * logit)));
        for (let k = 0; k < d * d; k++) sums[k] += weight * score[Math.floor(k / d)] * score[k % d];
      }
    }
    return sums;
  };

export const scoresOfModel = scoreProducts(t => 1 / (1 + Math.exp(-t)));

/** The same where the labels follow another law than the model: E[ssᵀ] is no longer F. */
export const scoresOfOtherLabels = scoreProducts(t => 0.5 + 0.5 * Math.tanh(0.2 * t));

/** 1 + E s, E s² and −E ∂²log p of a Poisson law, summed over counts until nothing is left. */
export const countSums = ({mean}: {mean: number}) => {
  let weight = Math.exp(-mean);
  const sums = [1, 0, 0];
  for (let k = 0; k < 200; k++) {
    const score = k / mean - 1;
    sums[0] += weight * score;
    sums[1] += weight * score * score;
    sums[2] += (weight * k) / mean / mean;
    weight *= mean / (k + 1);
  }
  return sums;
};

/** The extreme Rayleigh quotients, by bisection on Cholesky factors. */
export const rayleighExtremes = ({noise}: Pair) => [
  smallestEigenvalue(noise),
  -smallestEigenvalue(scale(noise, -1))
];

/** A law of z with mean 0 on 2d points whose covariance is M: ±√d times the columns of a root. */
function symmetricLaw(m: Rows): FiniteLaw {
  const d = m.length;
  const root: Square = m.map(row => row.map(() => 0));
  for (let j = 0; j < d; j++)
    for (let i = j; i < d; i++) {
      let x = m[i][j];
      for (let k = 0; k < j; k++) x -= root[i][k] * root[j][k];
      root[i][j] = i === j ? Math.sqrt(x) : x / root[j][j];
    }
  const columns = transpose(root).map(column => column.map(x => x * Math.sqrt(d)));
  const points = [...columns, ...columns.map(column => column.map(x => -x))];
  return {points, probabilities: points.map(() => 1 / points.length)};
}

/**
 * n·Cov θ̂ for the loss ½θᵀHθ − ψᵀθ with Cov ψ = G, over every data set of three: the gradient's mean
 * is set to zero by elimination, data set by data set.
 */
function estimatorCovariance({hessian, noise}: Pair): Square {
  const h = inverse(hessian);
  const {points, probabilities} = symmetricLaw(noise);
  const solutions = points.map(psi => h.map(row => row.reduce((sum, x, k) => sum + x * psi[k], 0)));
  const n = 3;
  const {between} = overDataSets({points: solutions, probabilities}, n, n, rows => ({
    mean: rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i] / rows.length, 0)),
    covariance: rows[0].map(() => rows[0].map(() => 0))
  }));
  return scale(between, n);
}

export const estimators = (pair: Pair) => {
  const covariance = estimatorCovariance(pair);
  return [covariance, inverse(covariance)];
};

/** The inverse of the estimators' covariance: the information that they attain. */
export const attainedInformation = (pair: Pair) => inverse(estimatorCovariance(pair));

/**
 * Godambe's own definition: uᵀJu is the largest (aᵀHu)²/aᵀGa over combinations a of the estimating equations,
 * which conjugate directions climb to; J from its maxima along the axes and between them.
 */
export const bestCombinations = ({hessian: h, noise: g}: Pair): Square => {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, v, i) => sum + v * y[i], 0);
  const best = (c: readonly number[]) => {
    let a = c.map(() => 0);
    let rest = [...c];
    let along = rest;
    for (let k = 0; k < 4 * c.length && dot(rest, rest) > 1e-30 * dot(c, c); k++) {
      const image = g.map(row => dot(row, along));
      const step = dot(rest, rest) / dot(along, image);
      a = a.map((x, i) => x + step * along[i]);
      const next = rest.map((x, i) => x - step * image[i]);
      const turn = dot(next, next) / dot(rest, rest);
      along = next.map((x, i) => x + turn * along[i]);
      rest = next;
    }
    return (
      dot(a, c) ** 2 /
      dot(
        a,
        g.map(row => dot(row, a))
      )
    );
  };
  const column = (j: number) => h.map(row => row[j]);
  const single = h.map((_, j) => best(column(j)));
  return h.map((_, i) =>
    h.map((__, j) => {
      if (i === j) return single[i];
      const other = column(j);
      return (best(column(i).map((x, k) => x + other[k])) - single[i] - single[j]) / 2;
    })
  );
};

/** Tr G·n·Cov θ̂. */
export const riskInNoise = (pair: Pair) => trace(product(pair.noise, estimatorCovariance(pair)));

/** Tr GJ⁻¹ with J from combinations of the estimating equations. */
export const riskOfCombinations = (pair: Pair) =>
  trace(product(pair.noise, inverse(bestCombinations(pair))));

/** Π = A(AᵀA)⁻¹Aᵀ from the factor A of H = AAᵀ, and the noise after it. */
export const fromTheFactor = ({factor, noise}: FlatPair) => {
  const a = factor.map(row => [...row]);
  const t = transpose(a);
  const projection = product(a, inverse(product(t, a)), t);
  return [projection, product(projection, noise, projection)];
};
