import {diagonal, inverse, scale} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {information, settled} from "../brute/selfMade.js";
import type {AdamRun} from "../cases/diagonalAdam.js";

/** The Σ that SGD with Λ = λ diag(E g²)^−½ keeps, C = cKΣK. */
export const diagonalAdam = ({hessian, rate, noiseRatio: c, start}: AdamRun) =>
  settled(
    sigma => {
      const j = information({hessian}, sigma);
      return steadyCovariance({
        hessian,
        noise: scale(j, c),
        rate: diagonal(j.map((row, i) => rate / Math.sqrt((1 + c) * row[i])))
      });
    },
    start ? scale(start, rate ** 2) : scale(inverse(hessian), 2 * rate ** 2),
    () => 1e-14
  );
