import {lowerFactor} from "../brute/arrays.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import {quasiHyperbolic} from "../cases/problems.js";
import type {Context, Samples} from "../ledger/claim.js";

const {hessian, noise, learningRate, momentum, nu} = quasiHyperbolic;

/** Time averages of w₁², w₁w₂, w₂² per replicate, from (72) on the kernel. */
async function simulate(context: Context): Promise<Float64Array[]> {
  const name = "QHM";
  const cells = await stationarySecondMoments("qhm", context, [
    {
      name,
      cell: {
        hessianEigenvalues: hessian,
        noiseFactor: {lower: lowerFactor(noise)},
        learningRate,
        momentum,
        nu,
        burnIn: 500,
        steps: 8_500
      },
      keep: [
        [0, 0],
        [0, 1],
        [1, 1]
      ]
    }
  ]);
  return cells[name];
}

export async function simulated(context: Context): Promise<Samples> {
  const three = (await simulate(context)).map(sampled);
  return {"Σ₁₁, Σ₁₂, Σ₂₂": three, library: three};
}

/** The mean of ½wᵀKw. */
export async function simulatedError(context: Context): Promise<Samples> {
  const [w1, , w2] = await simulate(context);
  return {
    "½ Tr KΣ": [sampled(w1.map((x, r) => (hessian[0] * x + hessian[1] * w2[r]) / 2))]
  };
}
