import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {apply, identity, inverse, norm, outer, product, scale, transpose} from "../brute/arrays.js";
import type {Rows} from "../cases/matrices.js";
import {rescaled, sphere, type Units} from "../cases/oracle.js";
import type {Context} from "../ledger/claim.js";

/** The problem `rescaled`, its loss multiplied by s and its parameters by r. */
function changed(loss: number, stretch: number) {
  const {hessian, metric, start, rateOver, steps} = rescaled;
  const size = loss / stretch ** 2;
  return {
    H: scale(hessian, size),
    F: scale(metric, loss * size),
    start: start.map(x => x * stretch),
    eta: rateOver / (norm(hessian) * size),
    steps
  };
}

const dualSquare = (H: Rows, F: Rows, second: Rows) => {
  const image = product(transpose(H), inverse(F), H);
  return image.reduce((sum, row, i) => sum + row.reduce((s, x, j) => s + x * second[j][i], 0), 0);
};

/** ‖∇L‖² without noise after so many steps, and E‖∇L‖² where the noise has settled. */
function moments(loss: number, stretch: number): [number, number] {
  const {H, F, start, eta, steps} = changed(loss, stretch);
  const A = identity(2).map((row, i) => row.map((x, j) => x - eta * H[i][j]));
  let mean = outer(start);
  for (let t = 0; t < steps; t++) mean = product(A, mean, transpose(A));
  let C = scale(F, 0);
  for (let t = 0; t < 4000; t++)
    C = product(A, C, transpose(A)).map((row, i) => row.map((x, j) => x + eta ** 2 * F[i][j]));
  return [dualSquare(H, F, mean), dualSquare(H, F, C)];
}

const ratiosOf = (
  {loss, stretch}: Units,
  both: (loss: number, stretch: number) => readonly number[]
) => {
  const before = both(1, 1);
  return both(loss, stretch).map((x, k) => x / before[k]);
};

export const recursedRatios = (units: Units) => ratiosOf(units, moments);

/** The least ‖∇L(θₜ)‖² of one run without noise, and of one with it from the minimum on, t > 20. */
export function simulatedRatios(units: Units, {seed}: Context) {
  return ratiosOf(units, (loss, stretch) => {
    const {H, F, start, eta, steps} = changed(loss, stretch);
    const lower = Math.sqrt(F[0][0]);
    const factor = [
      [lower, 0],
      [F[1][0] / lower, Math.sqrt(F[1][1] - (F[1][0] / lower) ** 2)]
    ];
    const least = (from: readonly number[], amplitude: number, first: number) => {
      const z = normals(
        uniforms({seed, experiment: "claims of Fisher, section 7", cell: "run", replicate: 0})
      );
      let theta = [...from];
      let low = Infinity;
      for (let t = 1; t <= steps; t++) {
        const g = apply(H, theta);
        const xi = apply(factor, [z.next(), z.next()]);
        theta = theta.map((x, i) => x - eta * (g[i] + amplitude * xi[i]));
        if (t > first) low = Math.min(low, dualSquare(H, F, outer(theta)));
      }
      return low;
    };
    return [least(start, 0, 0), least([0, 0], 1, 20)];
  });
}

/** The median over 60 runs of the least ‖∇L(θₜ)‖²_{F⁻¹}, t < T. */
export function simulatedMedian({loss: M}: {loss: number}, {seed}: Context) {
  const {dimension: d, rateTimesSmoothness: x, steps} = sphere;
  const f = M * M;
  const eta = x / M;
  const least = Array.from({length: 60}, (_, replicate) => {
    const z = normals(
      uniforms({seed, experiment: "claims of Fisher, section 7", cell: "sphere", replicate})
    );
    const start = Math.sqrt((x / (2 - x)) * f) / M;
    const theta = new Float64Array(d).fill(start);
    let low = Infinity;
    for (let t = 0; t < steps; t++) {
      let square = 0;
      for (let i = 0; i < d; i++) {
        square += (M * theta[i]) ** 2 / f;
        theta[i] -= eta * (M * theta[i] + Math.sqrt(f) * z.next());
      }
      low = Math.min(low, square);
    }
    return low;
  }).sort((a, b) => a - b);
  return (least[29] + least[30]) / 2;
}
