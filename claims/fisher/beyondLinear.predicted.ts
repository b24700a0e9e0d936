import {nonlinearCovariance} from "../../lib/stationary/nonlinearCovariance.js";
import type {Curved} from "../cases/beyondLinear.js";

/** m per unit of noise, and the second order of the covariance per unit squared. */
export const nextOrder = ({curvatures, cubic, quartic, noise, learningRate}: Curved) => {
  const all = curvatures.map((_, i) => i);
  const {mean, correction} = nonlinearCovariance({
    curvatures,
    third: all.map(i => all.map(j => all.map(k => cubic[i + j + k]))),
    fourth: all.map(i => all.map(j => all.map(k => all.map(l => quartic[i + j + k + l])))),
    noise,
    learningRate
  });
  return [...mean, ...correction.to1DArray()];
};

/** As η → 0 with the same linear covariance, whatever the rate was. */
export const nextOrderOfFlow = (run: Curved) => {
  const small = 1e-4;
  const noise = run.noise.map((row, i) =>
    row.map((x, j) => {
      const [h, g] = [run.curvatures[i], run.curvatures[j]];
      const rest = x * (run.learningRate / (h + g - run.learningRate * h * g));
      return (rest * (h + g - small * h * g)) / small;
    })
  );
  return nextOrder({...run, noise, learningRate: small});
};
