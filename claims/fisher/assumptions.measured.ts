import {
  diagonal,
  identity,
  inverse,
  multiply,
  product,
  smallestEigenvalue,
  transpose
} from "../brute/arrays.js";
import {everySubset, type FiniteLaw, overDataSets} from "../brute/finiteLaw.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {tenDimensional} from "../cases/fisher.js";
import {binaryModel, definite, flatPair, population, type Rows} from "../cases/problems.js";
import {flatRun, outsideRange, shortRun, singleDirection} from "../cases/setup.js";
import type {Numbers} from "../ledger/claim.js";

/** E θθᵀ of a run that begins at its minimum, over every sequence of batches of the skewed law. */
export const everyPath = (): Numbers => {
  const {hessian, learningRate, steps, batchSize} = shortRun;
  const {points, probabilities} = population;
  const mean = [0, 1].map(j => points.reduce((s, point, k) => s + probabilities[k] * point[j], 0));
  const kicks = points.flatMap((first, i) =>
    points.map((second, j) => ({
      noise: [0, 1].map(k => (first[k] + second[k]) / batchSize - mean[k]),
      chance: probabilities[i] * probabilities[j]
    }))
  );
  const sums = [0, 0, 0];
  const walk = (theta: readonly number[], chance: number, left: number) => {
    if (left === 0) {
      sums[0] += chance * theta[0] * theta[0];
      sums[1] += chance * theta[0] * theta[1];
      sums[2] += chance * theta[1] * theta[1];
      return;
    }
    const pull = hessian.map(row => row[0] * theta[0] + row[1] * theta[1]);
    for (const kick of kicks)
      walk(
        theta.map((x, k) => x - learningRate * (pull[k] + kick.noise[k])),
        chance * kick.chance,
        left - 1
      );
  };
  walk([0, 0], 1, steps);
  return {"d = 2, b = 2, four steps": [sums[0], sums[1], sums[1], sums[2]]};
};

const batchCovariance = (points: Rows): Numbers => {
  const {probabilities, datasetSize, batchSize} = outsideRange;
  const law: FiniteLaw = {points, probabilities};
  const {within, between} = overDataSets(law, datasetSize, batchSize, everySubset);
  return {"n = 3, b = 2": within.flatMap((row, i) => row.map((x, j) => x + between[i][j]))};
};

/** Cov(g_B) for gradients Au, which lie in the range of H = AAᵀ. */
export const batchesInside = (): Numbers =>
  batchCovariance(multiply(outsideRange.coordinates, transpose(flatPair.factor)));

/** And for gradients anywhere in ℝ³. */
export const batchesAnywhere = (): Numbers => batchCovariance(outsideRange.anywhere);

/** The largest second difference of a sample's logistic loss along its input, over 81 places. */
export const largestCurvatures = (): Numbers => {
  const step = 2e-3;
  const loss = (predictor: number) => Math.log1p(Math.exp(-predictor));
  return {
    "six inputs": binaryModel.inputs.map(row => {
      const length = Math.hypot(...row);
      let largest = 0;
      for (let k = -40; k <= 40; k++) {
        const at = (by: number) => loss((k / 10 + by) * length);
        largest = Math.max(largest, (at(step) - 2 * at(0) + at(-step)) / step ** 2);
      }
      return largest;
    }),
    "experiments 4–6": [Math.max(...tenDimensional.curvatures)]
  };
};

/** λmin(H) by Cholesky factors, and A(AᵀA)⁻¹Aᵀ for A = H definite. */
export const stability = (): Numbers => {
  const h = definite("hessian 3", 3);
  return {
    "λmin(H)": [
      smallestEigenvalue(diagonal([1, 0.1])),
      smallestEigenvalue(diagonal(tenDimensional.curvatures))
    ],
    Π: product(h, inverse(multiply(transpose(h), h)), transpose(h)).flat()
  };
};

/** λmin(G) by Cholesky factors, of the replayed matrix for experiments 4–6. */
export const nondegeneracy = (): Numbers => {
  const c = Math.cos(0.7);
  const s = Math.sin(0.7);
  const turn = [
    [c, -s],
    [s, c]
  ];
  return {
    "λmin(G)": [
      smallestEigenvalue(identity(2)),
      smallestEigenvalue(product(turn, diagonal([1.5, 0.5]), transpose(turn))),
      smallestEigenvalue(tenDimensional.anisotropic)
    ]
  };
};

/** E θ² along two axes over all 2¹⁰ sequences of coin tosses. */
export const everyToss = (): Numbers => {
  const {curvatures, learningRate, steps, batchSize} = flatRun;
  const sums = curvatures.map(h => {
    let sum = 0;
    for (let code = 0; code < 2 ** steps; code++) {
      let theta = 0;
      for (let t = 0; t < steps; t++) {
        const toss = (code >> t) & 1 ? 1 : -1;
        theta -= learningRate * (h * theta + toss / Math.sqrt(batchSize));
      }
      sum += theta ** 2;
    }
    return sum / 2 ** steps;
  });
  return {"h = 0.8 and 0, ten steps": sums};
};

/** ∫ e^{−Hs} τvvᵀ e^{−Hs} ds and its determinant. */
export const integral = (): Numbers => {
  const {curvatures, tau, direction} = singleDirection;
  const noise = direction.map(x => direction.map(y => tau * x * y));
  const s = lyapunovIntegral(diagonal(curvatures), noise);
  return {"Σ, det Σ": [s[0][0], s[0][1], s[1][1], s[0][0] * s[1][1] - s[0][1] * s[1][0]]};
};
