import {Matrix} from "ml-matrix";
import {positive} from "../check.js";
import {rotatedCovariance} from "../linalg/rotatedCovariance.js";

/** A Hessian and a metric in the plane. */
export interface PlanePair {
  readonly hessian: Matrix;
  readonly metric: Matrix;
}

/**
 * H = diag(1, κ_H) and F with eigenvalues κ_F along the direction φ and 1 across it
 *
 *     F = R(φ) diag(κ_F, 1) R(φ)ᵀ
 *
 * φ in degrees, from the flat axis of H. They commute at φ = 0° and 90°.
 *
 * @throws RangeError unless both condition numbers are positive.
 * @example planePair({curvatureRatio: 2, metricRatio: 9, degrees: 0}).metric; // diag(9, 1)
 */
export function planePair({
  curvatureRatio,
  metricRatio,
  degrees
}: {
  curvatureRatio: number;
  metricRatio: number;
  degrees: number;
}): PlanePair {
  positive("curvatureRatio", curvatureRatio);
  positive("metricRatio", metricRatio);
  return {
    hessian: new Matrix([
      [1, 0],
      [0, curvatureRatio]
    ]),
    metric: rotatedCovariance([metricRatio, 1], degrees)
  };
}

/**
 * The points of gradient flow θ̇ = −Hθ on H = diag(h₁, h₂) from `start`, with ‖θ‖²_F along it
 *
 *     θ(t) = e^{−Ht} θ(0),   d/dt ‖θ‖²_F = −θᵀ(FH + HF)θ ≤ −2µ_F‖θ‖²_F
 *
 * @throws RangeError unless H is 2×2 and diagonal.
 * @example
 * const {hessian, metric} = planePair({curvatureRatio: 20, metricRatio: 50, degrees: 30});
 * gradientFlow(hessian, metric, {start: [1, 1], times: [0, 1]})[1].squaredNorm;
 */
export function gradientFlow(
  hessian: Matrix,
  metric: Matrix,
  {start, times}: {start: readonly [number, number]; times: readonly number[]}
): {readonly time: number; readonly point: [number, number]; readonly squaredNorm: number}[] {
  if (
    hessian.rows !== 2 ||
    hessian.columns !== 2 ||
    hessian.get(0, 1) !== 0 ||
    hessian.get(1, 0) !== 0
  )
    throw new RangeError(
      `hessian must be 2×2 and diagonal; got ${JSON.stringify(hessian.to2DArray())}`
    );
  return times.map(time => {
    const point = start.map((x, i) => x * Math.exp(-hessian.get(i, i) * time)) as [number, number];
    const column = Matrix.columnVector(point);
    return {time, point, squaredNorm: column.transpose().mmul(metric).mmul(column).get(0, 0)};
  });
}

/**
 * The direction in which ‖θ‖_F is worn down most slowly, or grows fastest: the u that attains
 * µ_F = min uᵀ(FH + HF)u / 2uᵀFu, of unit F-norm, by search over the angle.
 *
 * @throws RangeError unless H and F are 2×2.
 * @example worstDirection(hessian, metric).rate; // µ_F, to 1e-9
 */
export function worstDirection(
  hessian: Matrix,
  metric: Matrix
): {readonly direction: [number, number]; readonly rate: number} {
  if (hessian.rows !== 2 || metric.rows !== 2)
    throw new RangeError(`hessian and metric must be 2×2; got ${hessian.rows} and ${metric.rows}`);
  const product = metric.mmul(hessian);
  const rate = (t: number) => {
    const u = Matrix.columnVector([Math.cos(t), Math.sin(t)]);
    const form = (m: Matrix) => u.transpose().mmul(m).mmul(u).get(0, 0);
    return form(product) / form(metric);
  };
  let best = 0;
  for (let k = 1; k < 360; k++)
    if (rate((k * Math.PI) / 360) < rate((best * Math.PI) / 360)) best = k;
  let [low, high] = [((best - 1) * Math.PI) / 360, ((best + 1) * Math.PI) / 360];
  for (let i = 0; i < 60; i++) {
    const [p, q] = [low + (high - low) / 3, high - (high - low) / 3];
    if (rate(p) < rate(q)) high = q;
    else low = p;
  }
  const t = (low + high) / 2;
  const u = Matrix.columnVector([Math.cos(t), Math.sin(t)]);
  const size = Math.sqrt(u.transpose().mmul(metric).mmul(u).get(0, 0));
  return {direction: [Math.cos(t) / size, Math.sin(t) / size], rate: rate(t)};
}
