import {numberIn, positive} from "../check.js";
import {type Axis, cellCentres, checkAxis} from "./axis.js";

/** Three candidates for the density of where growing noise lets a diffusion settle. */
export interface GrowingNoiseLaws {
  readonly theta: Float64Array;
  /** No current in ∂ₜp = −∂(−θp − ½∂(Qp)): Q⁻¹ exp(−∫2θ/Q) ∝ (1 + aθ²)^(−1 − 1/(aτ)). */
  readonly ito: Float64Array;
  /** No current as the notes print it, (27), θp + ½Qp′ = 0: (1 + aθ²)^(−1/(aτ)). */
  readonly printed: Float64Array;
  /** Equation (29), |Σ|^(−½) exp(−(2/τ)L). */
  readonly tempered: Float64Array;
}

/**
 * Densities on L = ½θ² for dθ = −θ dt + √(τ(1 + aθ²)) dW, at the centres of an axis's cells, each with
 * sum × width 1 on the axis.
 *
 * τ = η/B > 0 (`temperature`), a ≥ 0 (`growth`). For a = 0 the first two are Gaussian with variance
 * τ/2, the third as well, since Σ = 1 there.
 *
 * @throws RangeError if an argument is out of range.
 * @example growingNoiseLaws({temperature: 0.5, growth: 1, axis: {low: -3, high: 3, cells: 60}}).ito;
 */
export function growingNoiseLaws({
  temperature,
  growth,
  axis
}: {
  temperature: number;
  growth: number;
  axis: Axis;
}): GrowingNoiseLaws {
  const tau = positive("temperature", temperature);
  const a = numberIn("growth", growth, "[0, ∞)", x => x >= 0);
  checkAxis("axis", axis);
  const theta = cellCentres(axis);
  // (2/τ)∫θ/(1 + aθ²) dθ.
  const potential = (x: number) => (a === 0 ? x * x : Math.log1p(a * x * x) / a) / tau;
  const normalised = (exponent: (x: number) => number) => {
    const p = theta.map(x => Math.exp(exponent(x)));
    const mass = (p.reduce((sum, x) => sum + x) * (axis.high - axis.low)) / axis.cells;
    return p.map(x => x / mass);
  };
  return {
    theta,
    ito: normalised(x => -potential(x) - Math.log1p(a * x * x)),
    printed: normalised(x => -potential(x)),
    tempered: normalised(x => (-x * x) / tau - 0.5 * Math.log1p(a * x * x))
  };
}
