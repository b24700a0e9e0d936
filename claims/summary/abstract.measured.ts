import {add, identity, scale, smallestEigenvalue, subtract, trace} from "../brute/arrays.js";
import {everySubset, type FiniteLaw, overDataSets} from "../brute/finiteLaw.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {tenDimensional} from "../cases/fisher.js";
import {pairs, type Rows} from "../cases/problems.js";
import {
  decreasing,
  likelihood,
  locationOracle,
  powerLoss,
  temperature,
  unequal
} from "../cases/summary.js";
import type {Numbers} from "../ledger/claim.js";

const batchCovariances = (
  law: FiniteLaw,
  {datasetSize, batchSizes}: {readonly datasetSize: number; readonly batchSizes: readonly number[]}
): Numbers =>
  Object.fromEntries(
    batchSizes.map(b => {
      const {within, between} = overDataSets(law, datasetSize, b, everySubset);
      return [`b = ${b}`, add(within, between).flat()];
    })
  );

/** Cov(g_B) of a regression with unequal errors, over every data set and every subset. */
export const misspecified = (): Numbers =>
  batchCovariances(
    {
      points: unequal.inputs.flatMap((x, k) =>
        [1, -1].map(sign => x.map(v => sign * unequal.deviations[k] * v))
      ),
      probabilities: unequal.probabilities.flatMap(p => [p / 2, p / 2])
    },
    unequal
  );

const scores = (): FiniteLaw => {
  const rows = likelihood.inputs.flatMap(x => {
    const p =
      1 / (1 + Math.exp(-x[0] * likelihood.parameters[0] - x[1] * likelihood.parameters[1]));
    return [0, 1].map(y => ({
      point: x.map(v => (p - y) * v),
      probability: (y ? p : 1 - p) / likelihood.inputs.length
    }));
  });
  return {points: rows.map(row => row.point), probabilities: rows.map(row => row.probability)};
};

/** The same of a logistic regression that is true. */
export const wellSpecified = (): Numbers => batchCovariances(scores(), likelihood);

/** ∫ e^{−Hs} τG e^{−Hs} ds. */
export const integrals = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian, noise}) => [
      name,
      lyapunovIntegral(hessian, scale(noise, temperature)).flat()
    ])
  );

/** Variance and mean square bias of the coordinates after T steps. */
function run(steps: number, b: number, start: readonly number[]): number {
  const {curvatures, variances, eta0, offset} = decreasing;
  return curvatures.reduce((sum, h, i) => {
    let square = start[i] ** 2;
    for (let t = 0; t < steps; t++) {
      const step = eta0 / (t + offset);
      const pull = 1 - step * h;
      square = pull * pull * square + (step * step * variances[i]) / b;
    }
    return sum + h * square;
  }, 0);
}

/** N·risk after many steps of 64. */
export const manySteps = (): Numbers => {
  const {batchSize, longRun, start} = decreasing;
  return {"N = 64 T": [batchSize * longRun * run(longRun, batchSize, start)]};
};

/** N·risk after 60 steps of many. */
export const fewSteps = (): Numbers => {
  const {fewSteps: steps, batchSizes, start} = decreasing;
  return {"T = 60, b = 64 · 64ᵏ": batchSizes.map(b => b * steps * run(steps, b, start))};
};

/** N E(θ − θ⋆)² of steps 1/t against coin tosses of size s, over all 2ᴺ sequences. */
function tosses(n: number, size: number): number {
  let sum = 0;
  for (let code = 0; code < 2 ** n; code++) {
    let theta = 3;
    for (let t = 1; t <= n; t++) {
      const noise = (code >> (t - 1)) & 1 ? size : -size;
      theta -= (theta + noise) / t;
    }
    sum += theta ** 2;
  }
  return (n * sum) / 2 ** n;
}

export const everyToss = (): Numbers => ({
  "noise 1": locationOracle.calls.map(n => tosses(n, locationOracle.noise))
});

export const everyQuietToss = (): Numbers => ({
  "noise ½ and ¹⁄₁₀": locationOracle.quieter.flatMap(s =>
    locationOracle.calls.map(n => tosses(n, s))
  )
});

const spectra = (): readonly {name: string; matrix: Rows}[] => [
  ...pairs.slice(1).map(({name, noise}) => ({name, matrix: noise})),
  {
    name: "experiments 4–6",
    matrix: tenDimensional.curvatures.map((h, i) =>
      tenDimensional.curvatures.map((_, j) => (i === j ? h : 0))
    )
  }
];

/** Tr F/λmin(F), λmin by Cholesky factors. */
export const tracesOverSmallest = (): Numbers =>
  Object.fromEntries(
    spectra().map(({name, matrix}) => [name, [trace(matrix) / smallestEigenvalue(matrix)]])
  );

/** Tr F/λmax(F) alone. */
export const tracesOverLargest = (): Numbers =>
  Object.fromEntries(
    spectra().map(({name, matrix}) => {
      const bound = trace(matrix);
      const largest =
        bound - smallestEigenvalue(subtract(scale(identity(matrix.length), bound), matrix));
      return [name, [bound / largest]];
    })
  );

/** The three strongest directions of a matrix by powers, each orthogonal to those before. */
function strongest(matrix: Rows): number[][] {
  const found: number[][] = [];
  for (let k = 0; k < 3; k++) {
    let v = matrix.map((_, i) => Math.cos(i + k));
    for (let step = 0; step < 400; step++) {
      v = matrix.map(row => row.reduce((s, x, j) => s + x * v[j], 0));
      for (const u of found) {
        const along = u.reduce((s, x, j) => s + x * v[j], 0);
        v = v.map((x, j) => x - along * u[j]);
      }
      const length = Math.hypot(...v);
      v = v.map(x => x / length);
    }
    found.push(v);
  }
  return found;
}

/** vᵀΣv where the recursion Σ ← AΣA + η²G/b has settled. */
export const settled = (): Numbers => {
  const {curvatures, anisotropic, isotropic, batchSize, learningRate} = tenDimensional;
  const directions = strongest(anisotropic);
  const along = (noise: Rows) => {
    const sigma = noise.map(row => row.map(() => 0));
    for (let t = 0; t < 5000; t++)
      for (const [i, hi] of curvatures.entries())
        for (const [j, hj] of curvatures.entries())
          sigma[i][j] =
            (1 - learningRate * hi) * (1 - learningRate * hj) * sigma[i][j] +
            (learningRate ** 2 * noise[i][j]) / batchSize;
    return directions.map(v =>
      v.reduce((s, x, i) => s + x * v.reduce((r, y, j) => r + sigma[i][j] * y, 0), 0)
    );
  };
  return {anisotropic: along(anisotropic), isotropic: along(isotropic)};
};

/** Var θ under exp(−2L/(τG)), L = h|θ|ᵖ/p, by trapezoids. */
function gibbs(power: number): Numbers {
  const {curvature, noise, temperatures} = powerLoss;
  return {
    "τ = 0.1, 0.2, 0.4": temperatures.map(tau => {
      let [mass, second] = [0, 0];
      for (let k = -4000; k <= 4000; k++) {
        const theta = k / 1000;
        const density = Math.exp((-2 * curvature * Math.abs(theta) ** power) / power / tau / noise);
        mass += density;
        second += density * theta * theta;
      }
      return second / mass;
    })
  };
}

export const squares = (): Numbers => gibbs(2);

export const fourthPowers = (): Numbers => gibbs(4);
