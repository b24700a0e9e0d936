import {uniforms} from "../../lib/random/uniforms.js";
import {
  add,
  diagonal,
  multiply,
  scale,
  smallestEigenvalue,
  transpose,
  turningPoint
} from "../brute/arrays.js";
import type {Ratios, Spectra} from "../cases/coercivity.js";
import {turned} from "../cases/families/spectra.js";
import type {Rows} from "../cases/matrices.js";

/** The largest µ with (FH + HF)/2 − µF positive definite. */
function strongConvexity(hessian: Rows, metric: Rows): number {
  const fh = multiply(metric, hessian);
  return smallestEigenvalue(scale(add(fh, transpose(fh)), 0.5), metric);
}

/** µ_F where the extreme axes of F lie at 45° to those of H, in one plane. */
export function atHalfRightAngle({curvatures, informations}: Spectra): number {
  const d = curvatures.length;
  const h = [...curvatures].sort((a, b) => a - b);
  const f = [...informations].sort((a, b) => a - b);
  const metric = diagonal(f);
  const [low, high] = [f[0], f[d - 1]];
  for (const i of [0, d - 1]) metric[i][i] = (low + high) / 2;
  if (d > 1)
    for (const [i, j] of [
      [0, d - 1],
      [d - 1, 0]
    ])
      metric[i][j] = (high - low) / 2;
  return strongConvexity(diagonal(h), metric);
}

/** The least µ_F that turning F finds: 3 starts, 30 turns each that are kept if µ_F falls. */
export function turnedDown({curvatures, informations, name}: Spectra): number {
  const d = curvatures.length;
  const hessian = diagonal(curvatures);
  const size = (d * (d - 1)) / 2;
  let least = Infinity;
  for (let start = 0; start < 3; start++) {
    const {next} = uniforms({seed: 1, experiment: "turned down", cell: name, replicate: start});
    let at = Array.from({length: size}, () => Math.PI * next());
    let here = strongConvexity(hessian, turned(informations, at));
    for (let k = 0; k < 30; k++) {
      const there = at.map(x => x + (2 * next() - 1) * 0.6 * (1 - k / 30));
      const mu = strongConvexity(hessian, turned(informations, there));
      if (mu < here) [at, here] = [there, mu];
    }
    least = Math.min(least, here);
  }
  return least;
}

/** Whether (FH + HF)/2 is positive definite, H = diag(1, κ_H), F = diag(κ, 1) turned by φ: by its determinant. */
function isCoercive(curvatureRatio: number, kappa: number, phi: number): boolean {
  const [c, s] = [Math.cos(phi), Math.sin(phi)];
  const [f11, f22, f12] = [kappa * c * c + s * s, kappa * s * s + c * c, (kappa - 1) * c * s];
  return f11 * f22 * curvatureRatio > (f12 * (curvatureRatio + 1)) ** 2 / 4;
}

const angles = Array.from({length: 361}, (_, k) => (k * Math.PI) / 720);

/** The κ_F from which some angle has µ_F < 0, and the angle at a multiple of it, both by bisection. */
export function signChanges({curvatureRatio, beyond}: Ratios): number[] {
  const everywhere = (kappa: number) => angles.every(phi => isCoercive(curvatureRatio, kappa, phi));
  const limit = Math.exp(turningPoint(0, 12, x => everywhere(Math.exp(x))));
  const angle = turningPoint(0, Math.PI / 4, phi =>
    isCoercive(curvatureRatio, beyond * limit, phi)
  );
  return [limit, (angle / Math.PI) * 180];
}
