import {numberIn} from "../check.js";
import {type Axis, cellCentres, cellWidth, checkAxis} from "./axis.js";
import {bernoulli} from "./bernoulli.js";
import {crossDiffusion, type PlaneMatrix} from "./crossDiffusion.js";
import type {FokkerPlanck} from "./fokkerPlanck.js";

/** Cells to the neighbour in each direction. */
const steps = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1]
] as const;

/** The most cells along an axis of the plane. */
const mostPlaneCells = 256;

/**
 * The Fokker–Planck equation of the Itô equation dθ = f(θ) dt + Q(θ)^½ dW on a rectangle,
 *
 *     ∂ₜp = −∇·j,   jᵢ = fᵢ p − ½ Σⱼ ∂ⱼ(Qᵢⱼ p),   no current through the border.
 *
 * `drift` is f and `diffusion` returns [Q₁₁, Q₁₂, Q₂₂], positive definite, the covariance that enters
 * per unit time; for equation (23) of the notes f = −∇L and Q = ηΣ/B. At most 256 cells an axis.
 *
 * Method: Q is split over the directions eₖ of the axes and diagonals, ½Q = Σ λₖeₖeₖᵀ with λₖ ≥ 0, and the
 * drift with it, f = Σ λₖ(eₖ·g)eₖ with ½Qg = f; along each direction the current is fitted
 * exponentially as in `lineFokkerPlanck`. Conservative and positive for every cell size, second
 * order for smooth f and Q, Q₁₂ passing through 0 included.
 *
 * @throws CrossDiffusionError where |Q₁₂|/(ab) > min(Q₁₁/a², Q₂₂/b²) on cells of a×b.
 * @throws RangeError if an axis is empty or too fine, f not finite, or Q not positive definite.
 * @example
 * const axis = {low: -5, high: 5, cells: 64};
 * planeFokkerPlanck({axes: [axis, axis], drift: (x, y) => [-x, -y], diffusion: () => [2, 0, 2]});
 */
export function planeFokkerPlanck({
  axes,
  drift,
  diffusion
}: {
  axes: readonly [Axis, Axis];
  drift: (x: number, y: number) => readonly [number, number];
  diffusion: (x: number, y: number) => PlaneMatrix;
}): FokkerPlanck {
  checkAxis("axes[0]", axes[0], mostPlaneCells);
  checkAxis("axes[1]", axes[1], mostPlaneCells);
  const [a, b] = axes.map(cellWidth);
  const [xs, ys] = axes.map(cellCentres);
  const [nx, ny] = [xs.length, ys.length];
  const size = nx * ny;
  const weights = steps.map(() => new Float64Array(size));
  for (let j = 0, c = 0; j < ny; j++)
    for (let i = 0; i < nx; i++, c++) {
      const split = crossDiffusion(diffusion(xs[i], ys[j]), a, b, `(${xs[i]}, ${ys[j]})`);
      for (let k = 0; k < 4; k++) weights[k][c] = split[k] / 2;
    }
  const forward = steps.map(() => new Float64Array(size));
  const backward = steps.map(() => new Float64Array(size));
  // From (i, j) to (i + 1, j − 1) the number falls by nx − 1: such pairs are kept at their lower cell.
  const offsets = [1, nx, nx + 1, nx - 1];
  for (let k = 0; k < 4; k++) {
    const [di, dj] = steps[k];
    for (let j = Math.max(0, -dj); j + dj < ny && j < ny; j++)
      for (let i = 0; i + di < nx; i++) {
        const from = i + nx * j;
        const to = from + di + nx * dj;
        if (weights[k][from] === 0 && weights[k][to] === 0) continue;
        const [x, y] = [xs[i] + (di * a) / 2, ys[j] + (dj * b) / 2];
        const v = fall(drift(x, y), diffusion(x, y), di * a, dj * b, x, y);
        const ahead = weights[k][from] * bernoulli(-v);
        const back = weights[k][to] * bernoulli(v);
        forward[k][Math.min(from, to)] = to > from ? ahead : back;
        backward[k][Math.min(from, to)] = to > from ? back : ahead;
      }
  }
  return {axes, size, cellVolume: a * b, offsets, forward, backward};
}

/** g·(dx, dy) with ½Qg = f. */
function fall(
  [fx, fy]: readonly [number, number],
  [q11, q12, q22]: PlaneMatrix,
  dx: number,
  dy: number,
  x: number,
  y: number
): number {
  const det = q11 * q22 - q12 * q12;
  const v = (2 * ((q22 * fx - q12 * fy) * dx + (q11 * fy - q12 * fx) * dy)) / det;
  return numberIn(`drift(${x}, ${y}) over the diffusion there`, v, "(−∞, ∞)", () => true);
}
