import {numberIn, positive} from "../check.js";
import {type Axis, cellCentres, cellWidth, checkAxis} from "./axis.js";
import {bernoulli} from "./bernoulli.js";
import type {FokkerPlanck} from "./fokkerPlanck.js";

/**
 * The Fokker–Planck equation of the Itô equation dx = f(x) dt + √Q(x) dW on an interval,
 *
 *     ∂ₜp = −∂ₓj,   j = f p − ½ ∂ₓ(Q p),   j = 0 at both ends.
 *
 * `drift` is f and `diffusion` is Q > 0, the variance that enters per unit time; for equation (23) of
 * the notes f = −L′ and Q = ηΣ/B. Drift and diffusion are read at the cells' centres and between them.
 *
 * Method: finite volumes, exponentially fitted (Scharfetter and Gummel 1969; Chang and Cooper 1970)
 * in w = ½Qp: j = [B(−v) wᵢ − B(v) wᵢ₊₁]/h with v = h f/(½Q) between the cells. Conservative,
 * positive for every h, second order in h. Where f/Q is linear in x the stationary law is exact at
 * the centres. @see stationaryMasses @see evolveMasses
 *
 * @throws RangeError if the axis is empty, f not finite or Q not positive somewhere on the grid.
 * @example
 * const ou = lineFokkerPlanck({axis: {low: -6, high: 6, cells: 100}, drift: x => -x, diffusion: () => 2});
 * stationaryMasses(ou); // 0.12 φ(x), to 1e-9
 */
export function lineFokkerPlanck({
  axis,
  drift,
  diffusion
}: {
  axis: Axis;
  drift: (x: number) => number;
  diffusion: (x: number) => number;
}): FokkerPlanck {
  checkAxis("axis", axis);
  const h = cellWidth(axis);
  const centres = cellCentres(axis);
  const q = Array.from(centres, x => positive(`diffusion(${x})`, diffusion(x)));
  const forward = new Float64Array(axis.cells);
  const backward = new Float64Array(axis.cells);
  for (let i = 0; i + 1 < axis.cells; i++) {
    const x = axis.low + (i + 1) * h;
    const f = numberIn(`drift(${x})`, drift(x), "(−∞, ∞)", () => true);
    const v = (2 * h * f) / positive(`diffusion(${x})`, diffusion(x));
    forward[i] = (q[i] * bernoulli(-v)) / (2 * h * h);
    backward[i] = (q[i + 1] * bernoulli(v)) / (2 * h * h);
  }
  return {
    axes: [axis],
    size: axis.cells,
    cellVolume: h,
    offsets: [1],
    forward: [forward],
    backward: [backward]
  };
}
