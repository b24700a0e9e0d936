import type {SecondRun} from "../cases/secondOrder.js";
import {eye, times} from "../printed/algebra.js";

/** (27). */
export const isotropic = ({hessian: {length: d}, rate, noiseRatio}: SecondRun) =>
  times((rate ** 2 * (1 + noiseRatio)) / 4, eye(d));

/** Of first order in λ. */
export const isotropicFirst = (run: SecondRun) => times(1 / run.rate, isotropic(run));
