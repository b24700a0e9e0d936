import {simulatedMoments} from "../brute/simulate.js";
import {type DecayingLimit, decaying, type tilted} from "../cases/problems.js";
import type {Context} from "../ledger/claim.js";

/** Euler–Maruyama with the rotated noise: time averages of θ₁², θ₁θ₂, θ₂². */
export function simulatedAngle(each: typeof tilted, context: Context) {
  const {name, curvatures, learningRate, timeStep, batchSize, noise} = each;
  const first = Math.sqrt(noise[0][0]);
  const cross = noise[0][1] / first;
  const lower = [
    [first, 0],
    [cross, Math.sqrt(noise[1][1] - cross * cross)]
  ];
  return simulatedMoments("angle", context, {
    name,
    cell: {
      form: "eulerMaruyama",
      hessianEigenvalues: curvatures,
      noiseFactor: {lower},
      batchSize,
      learningRate,
      timeStep,
      burnIn: 500,
      steps: 8_500
    },
    keep: [
      [0, 0],
      [0, 1],
      [1, 1]
    ]
  });
}

/**
 * T·Cov(θ_T) by the exact recursion of each entry, Cᵢⱼ ← (1 − ηhᵢ)(1 − ηhⱼ)Cᵢⱼ + η²Gᵢⱼ/b, at T and 2T;
 * the error falls as 1/T, so twice the second less the first is nearer by another order.
 */
export function exactRecursion({metric}: DecayingLimit) {
  const {curvatures: h, eta0, offset, batchSize, noise} = decaying;
  const horizon = 2 ** 18;
  const V = h.flatMap((hi, i) =>
    h.map((hj, j) => {
      let c = 0;
      let early = 0;
      for (let t = 0; t < 2 * horizon; t++) {
        const eta = eta0 / (t + offset);
        c = (1 - eta * hi) * (1 - eta * hj) * c + (eta * eta * noise[i][j]) / batchSize;
        if (t === horizon - 1) early = (t + 1) * c;
      }
      return 2 * (2 * horizon * c) - early;
    })
  );
  return metric ? batchSize * metric.reduce((sum, x, i) => sum + x * V[i * h.length + i], 0) : V;
}
