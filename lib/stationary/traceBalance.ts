import {inverse} from "ml-matrix";
import {type MatrixLike, numberIn, positive, symmetricMatrix} from "../check.js";

/** The terms of the balance of traces, each computed by itself. */
export interface TraceBalance {
  /** Tr Σ. */
  trace: number;
  /** Tr(H⁻¹ΣH). */
  conjugated: number;
  /** τ Tr(H⁻¹G). */
  injected: number;
  /** η Tr(HΣ), what a finite step adds to `injected`. */
  correction: number;
  /** ‖HΣ − ΣH‖/‖HΣ‖ (Frobenius): 0 if H and Σ commute. */
  commutator: number;
}

/**
 * What HΣ + ΣH = τG + ηHΣH becomes when H⁻¹ is put before it and traces are taken
 *
 *     Tr Σ + Tr(H⁻¹ΣH) = τ Tr(H⁻¹G) + η Tr(HΣ)
 *
 * with η = 0 in continuous time. `hessian`, `noise` (G, per sample) and `covariance` (Σ) are d×d and
 * symmetric; no equation is solved and no term is derived from another, so the two sides agree only
 * if Σ is the stationary covariance. Source: Fisher, eq. (31) and Remark 5.10.
 *
 * @throws RangeError on matrices that are not symmetric or do not match, τ ≤ 0 or η < 0; Error if H
 * is singular.
 * @example
 * traceBalance({hessian: [[2]], noise: [[4]], covariance: [[1]], temperature: 1});
 * // trace 1, conjugated 1, injected 2
 */
export function traceBalance({
  hessian,
  noise,
  covariance,
  temperature,
  learningRate = 0
}: {
  hessian: MatrixLike;
  noise: MatrixLike;
  covariance: MatrixLike;
  temperature: number;
  learningRate?: number;
}): TraceBalance {
  const h = symmetricMatrix("hessian", hessian);
  const g = symmetricMatrix("noise", noise, h.rows);
  const sigma = symmetricMatrix("covariance", covariance, h.rows);
  positive("temperature", temperature);
  numberIn("learningRate", learningRate, "[0, ∞)", x => x >= 0);
  const inverted = inverse(h);
  const product = h.mmul(sigma);
  return {
    trace: sigma.trace(),
    conjugated: inverted.mmul(sigma).mmul(h).trace(),
    injected: temperature * inverted.mmul(g).trace(),
    correction: learningRate * product.trace(),
    commutator: product.clone().sub(sigma.mmul(h)).norm() / product.norm()
  };
}
