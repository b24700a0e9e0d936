import {
  inverse,
  product,
  type Square,
  scale,
  smallestEigenvalue,
  transpose
} from "../brute/arrays.js";
import {type FiniteLaw, overDataSets} from "../brute/finiteLaw.js";
import {binaryModel, flatPair, type Pair, type Rows} from "../cases/problems.js";

/** E[ssᵀ] over every input and label, each by its probability. */
function scoreProducts(labelProbability: (logit: number) => number) {
  const {inputs, parameters} = binaryModel;
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
}

export const scoresOfModel = () => scoreProducts(t => 1 / (1 + Math.exp(-t)));

/** The same where the labels follow another law than the model: E[ssᵀ] is no longer F. */
export const scoresOfOtherLabels = () => scoreProducts(t => 0.5 + 0.5 * Math.tanh(0.2 * t));

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
 * Godambe's own definition in the plane: uᵀJu is the largest (aᵀHu)²/aᵀGa over combinations a of the
 * estimating equations, by golden section over the angle of a; entries of J by polarisation.
 */
export const bestCombinations = ({hessian: h, noise: g}: Pair) => {
  const along = (u: readonly number[]) => {
    const hu = h.map(row => row[0] * u[0] + row[1] * u[1]);
    const value = (t: number) => {
      const a = [Math.cos(t), Math.sin(t)];
      const top = a[0] * hu[0] + a[1] * hu[1];
      const bottom =
        a[0] * (g[0][0] * a[0] + g[0][1] * a[1]) + a[1] * (g[1][0] * a[0] + g[1][1] * a[1]);
      return (top * top) / bottom;
    };
    const coarse = Array.from({length: 400}, (_, k) => (k * Math.PI) / 400);
    const start = coarse.reduce((best, t) => (value(t) > value(best) ? t : best));
    let [low, high] = [start - 0.01, start + 0.01];
    const golden = (Math.sqrt(5) - 1) / 2;
    for (let i = 0; i < 60; i++) {
      const left = high - golden * (high - low);
      const right = low + golden * (high - low);
      if (value(left) > value(right)) high = right;
      else low = left;
    }
    return value((low + high) / 2);
  };
  const [xx, yy, both] = [along([1, 0]), along([0, 1]), along([1, 1])];
  const xy = (both - xx - yy) / 2;
  return [xx, xy, xy, yy];
};

/** Π = A(AᵀA)⁻¹Aᵀ from the factor A of H = AAᵀ, and the noise after it. */
export const fromTheFactor = () => {
  const {factor, noise} = flatPair;
  const a = factor.map(row => [...row]);
  const t = transpose(a);
  const projection = product(a, inverse(product(t, a)), t);
  return [projection, product(projection, noise, projection)];
};
