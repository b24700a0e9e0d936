import {Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, positive, symmetricMatrix, UnstableError} from "../check.js";

/** A loss near its minimum, in the eigenvectors of its Hessian, and SGD on it. */
export interface NonlinearRun {
  /** h, the eigenvalues of the Hessian. */
  readonly curvatures: readonly number[];
  /** ∂ᵢ∂ⱼ∂ₖL, symmetric in its three indices. */
  readonly third: readonly (readonly (readonly number[])[])[];
  /** ∂ᵢ∂ⱼ∂ₖ∂ₗL, symmetric in its four. */
  readonly fourth: readonly (readonly (readonly (readonly number[])[])[])[];
  /** Covariance of the gradient noise, already divided by the batch size; Gaussian, the same everywhere. */
  readonly noise: MatrixLike;
  /** η > 0. */
  readonly learningRate: number;
}

/** Mean and covariance at rest, up to the second order in the noise. */
export interface NonlinearLaw {
  /** E Δ, to the first order. */
  readonly mean: number[];
  /** Σ of the linear recursion, the first order. */
  readonly linear: Matrix;
  /** What the second order adds to it. */
  readonly correction: Matrix;
}

/**
 * The law at rest of Δ ← Δ − η(HΔ + ½T[Δ,Δ] + ⅙Q[Δ,Δ,Δ] + ζ) to the second order in the covariance C of ζ, at
 * any stable η. With aᵢ = 1 − ηhᵢ, Σᵢⱼ = η²Cᵢⱼ/(1 − aᵢaⱼ) and fourth moments E₄ of the Gaussian law N(0, Σ),
 *
 *     hᵢmᵢ = −½ T_{ikl}Σ_{kl}
 *     (1 − aᵢaⱼa_k) M_{ijk} = sum over i, j, k in turn of η²mᵢC_{jk} − ½η aⱼa_k T_{ilm}E₄_{lmjk}
 *     (1 − aᵢaⱼ)(P − Σ)ᵢⱼ = ¼η² T_{ikl}T_{jmn}E₄_{klmn}
 *                           − sum over i, j in turn of η aᵢ(½ T_{jlm}M_{ilm} + ⅙ Q_{jlmn}E₄_{ilmn})
 *
 * and the covariance is P − mmᵀ. On the line, as η → 0, it is s²(1 + s²(T²/h² − Q/(2h))) with s² = Σ. Lengths in
 * the unit of θ. Source: ours; the next order of Fisher, eq. (33).
 *
 * @throws UnstableError unless 0 < ηh < 2 for each curvature.
 * @throws RangeError when the noise is not symmetric or does not match.
 * @example
 * nonlinearCovariance({curvatures: [1], third: [[[0]]], fourth: [[[[6]]]], noise: [[0.02]], learningRate: 1})
 *   .correction.get(0, 0); // 0: a step of ηh = 1 keeps nothing of its past
 */
export function nonlinearCovariance(run: NonlinearRun): NonlinearLaw {
  const {curvatures: h, third: T, fourth: Q, learningRate: eta} = run;
  const d = h.length;
  const C = symmetricMatrix("noise", run.noise, d);
  positive("learningRate", eta);
  for (const x of h) numberIn("curvature", x, "(0, ∞)", v => v > 0);
  if (h.some(x => eta * x >= 2)) throw new UnstableError("ηh must be below 2 for each curvature");
  const a = h.map(x => 1 - eta * x);
  const axes = h.map((_, i) => i);
  const sum = (f: (i: number) => number) => axes.reduce((total, i) => total + f(i), 0);
  const c = (i: number, j: number) => C.get(i, j);
  const s = axes.map(i => axes.map(j => (eta ** 2 * c(i, j)) / (1 - a[i] * a[j])));
  const gaussian = (i: number, j: number, k: number, l: number) =>
    s[i][j] * s[k][l] + s[i][k] * s[j][l] + s[i][l] * s[j][k];
  const mean = axes.map(i => -sum(k => sum(l => T[i][k][l] * s[k][l])) / (2 * h[i]));
  const turned = (i: number, j: number, k: number) =>
    eta ** 2 * mean[i] * c(j, k) -
    (eta / 2) * a[j] * a[k] * sum(l => sum(m => T[i][l][m] * gaussian(l, m, j, k)));
  const skew = axes.map(i =>
    axes.map(j =>
      axes.map(
        k => (turned(i, j, k) + turned(j, k, i) + turned(k, i, j)) / (1 - a[i] * a[j] * a[k])
      )
    )
  );
  const drag = (i: number, j: number) =>
    eta *
    a[i] *
    sum(l =>
      sum(
        m => (T[j][l][m] * skew[i][l][m]) / 2 + sum(n => (Q[j][l][m][n] * gaussian(i, l, m, n)) / 6)
      )
    );
  const spread = (i: number, j: number) =>
    sum(k => sum(l => T[i][k][l] * sum(m => sum(n => T[j][m][n] * gaussian(k, l, m, n)))));
  const correction = axes.map(i =>
    axes.map(
      j =>
        ((eta ** 2 / 4) * spread(i, j) - drag(i, j) - drag(j, i)) / (1 - a[i] * a[j]) -
        mean[i] * mean[j]
    )
  );
  return {mean, linear: new Matrix(s), correction: new Matrix(correction)};
}
