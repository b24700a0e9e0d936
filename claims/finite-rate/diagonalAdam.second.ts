import {inverse, scale} from "../brute/arrays.js";
import {selfMadeCovariance} from "../brute/selfMade.js";
import type {AdamRun} from "../cases/diagonalAdam.js";

/** Where the covariance map of Adam with a diagonal preconditioner ends. */
export const diagonalAdam = ({hessian, rate, noiseRatio, start}: AdamRun) =>
  selfMadeCovariance({
    method: "diagonal",
    hessian,
    rate,
    ratio: noiseRatio,
    forgetting: 0.5,
    start: scale(start ?? inverse(hessian), rate ** 2),
    steps: 400
  });
