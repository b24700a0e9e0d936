import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {type drifting, staying} from "../cases/approximation.js";
import type {Context} from "../ledger/claim.js";

const address = (cell: string, {seed}: Context) => ({
  seed,
  experiment: "claims of Fisher, section 5.2",
  cell,
  replicate: 0
});

/**
 * Runs at η, η/2 and η/4 with skewed batches of two, each entry extrapolated to η = 0 run by run:
 * (q(η) − 6q(η/2) + 8q(η/4))/3.
 */
export function extrapolatedRuns(run: typeof drifting, context: Context) {
  const {hessian, noise, start, time, batchSize: b} = run;
  const next = uniforms(address("limit", context));
  const runs = 30_000;
  const [a11, a21] = [Math.sqrt(noise[0][0]), noise[1][0] / Math.sqrt(noise[0][0])];
  const a22 = Math.sqrt(noise[1][1] - a21 * a21);
  const zeta = () => {
    let sum = 0;
    for (let i = 0; i < b; i++) sum += next.next() < 0.2 ? 2 : -0.5;
    return sum / b;
  };
  const at = (eta: number) => {
    const steps = Math.round(time / eta);
    let [mx, my]: number[] = [...start];
    for (let k = 0; k < steps; k++)
      [mx, my] = [
        mx - eta * (hessian[0][0] * mx + hessian[0][1] * my),
        my - eta * (hessian[1][0] * mx + hessian[1][1] * my)
      ];
    return Array.from({length: runs}, () => {
      let [x, y]: number[] = [...start];
      for (let k = 0; k < steps; k++) {
        const [u, v] = [zeta(), zeta()];
        [x, y] = [
          x - eta * (hessian[0][0] * x + hessian[0][1] * y + a11 * u),
          y - eta * (hessian[1][0] * x + hessian[1][1] * y + a21 * u + a22 * v)
        ];
      }
      const [p, q] = [x - mx, y - my];
      return [x, y, p * p, p * q, p * q, q * q];
    });
  };
  const finest = time / 24;
  const [coarse, middle, fine] = [at(4 * finest), at(2 * finest), at(finest)];
  return coarse[0].map((_, i) =>
    sampled(Float64Array.from(coarse, (row, r) => (row[i] - 6 * middle[r][i] + 8 * fine[r][i]) / 3))
  );
}

/** Every path of 16 steps with ±1 noise. */
export function everyPath() {
  const {start, bound, time, batchSize} = staying;
  const steps = 16;
  const eta = time / steps;
  const kick = eta / Math.sqrt(batchSize);
  let inside = 0;
  for (let path = 0; path < 2 ** steps; path++) {
    let theta: number = start;
    let stays = true;
    for (let k = 0; stays && k < steps; k++) {
      theta += -eta * theta + ((path >> k) & 1 ? kick : -kick);
      stays = Math.abs(theta) < bound;
    }
    if (stays) inside++;
  }
  return inside / 2 ** steps;
}
