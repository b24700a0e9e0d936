import {Matrix} from "ml-matrix";
import type {Plane} from "../../simulate/adaptiveEnsemble.js";
import {preconditionedCovariance} from "../../stationary/preconditionedCovariance.js";

const symmetric = ([a, b, c]: Plane, times = 1): Matrix =>
  new Matrix([
    [a, b],
    [b, c]
  ]).mul(times);

interface Settled {
  readonly hessian: Plane;
  readonly noise: Plane;
  readonly learningRate: number;
  readonly momentum: number;
  /** Entries of Λ/λ. */
  readonly preconditioner: Plane;
}

/** Where iterates settle under a preconditioner that stays: Σ11, Σ12, Σ22 and ½ Tr KΣ. */
export function expectedOf({hessian, noise, learningRate, momentum, preconditioner}: Settled): {
  s11: number;
  s12: number;
  s22: number;
  loss: number;
} {
  const k = symmetric(hessian);
  const sigma = preconditionedCovariance({
    hessian: k,
    noise: symmetric(noise),
    preconditioner: symmetric(preconditioner, learningRate),
    momentum
  });
  return {
    s11: sigma.get(0, 0),
    s12: sigma.get(0, 1),
    s22: sigma.get(1, 1),
    loss: k.mmul(sigma).trace() / 2
  };
}
