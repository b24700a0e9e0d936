import {add, product, scale, smallestEigenvalue} from "../brute/arrays.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {stationaryByElimination} from "../brute/stationaryByElimination.js";
import type {ScalarRun} from "../cases/optimisers.js";

/** The same ratios with Σ = Σ_c + Δ, ΔK + KΔ = λKΣK, its Σ on the right by elimination. */
export const leastRatios = (run: ScalarRun) => {
  const {hessian, noise, rate} = run;
  const at = (x: number) => {
    const pull = product(hessian, stationaryByElimination({...run, rate: x}), hessian);
    const continuous = lyapunovIntegral(hessian, scale(noise, x));
    return {
      continuous,
      discrete: add(continuous, lyapunovIntegral(hessian, scale(pull, x)))
    };
  };
  const here = at(rate);
  const less = stationaryByElimination({...run, rate: 0.9 * rate});
  return [
    smallestEigenvalue(here.discrete, here.continuous),
    smallestEigenvalue(here.discrete, less) * 0.9
  ];
};
