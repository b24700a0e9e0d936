import {lowerFactor} from "../brute/arrays.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import {quasiHyperbolic} from "../cases/problems.js";
import type {Context, Named} from "../ledger/claim.js";

const {hessian, noise, learningRate, momentum, nu} = quasiHyperbolic;

/** Time averages of w₁², w₁w₂, w₂² per replicate, from (72) on the kernel. */
async function simulate(context: Context): Promise<Float64Array[]> {
  const name = "QHM";
  const cell = {
    hessianEigenvalues: hessian,
    noiseFactor: {lower: lowerFactor(noise)},
    learningRate,
    momentum,
    nu,
    burnIn: 500,
    steps: 8_500
  };
  const keep = [
    [0, 0],
    [0, 1],
    [1, 1]
  ] as const;
  return (await stationarySecondMoments("qhm", context, [{name, cell, keep}]))[name];
}

export const simulated = async (_: Named, context: Context) =>
  (await simulate(context)).map(sampled);

/** The mean of ½wᵀKw. */
export const simulatedError = async (_: Named, context: Context) => {
  const [w1, , w2] = await simulate(context);
  return sampled(w1.map((x, r) => (hessian[0] * x + hessian[1] * w2[r]) / 2));
};
