import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import type {Wave} from "../cases/approximation.js";
import type {Context} from "../ledger/claim.js";

/** Runs at η, η/2 and η/4 with skewed batches of one, extrapolated: (q(η) − 6q(η/2) + 8q(η/4))/3. */
export function extrapolatedRuns({growth, start, time}: Wave, {seed}: Context) {
  const next = uniforms({
    seed,
    experiment: "claims of the notes, section 2.1",
    cell: "limit",
    replicate: 0
  });
  const runs = 40_000;
  const at = (steps: number) => {
    const eta = time / steps;
    return Array.from({length: runs}, () => {
      let theta: number = start;
      for (let k = 0; k < steps; k++) {
        const zeta = next.next() < 0.2 ? 2 : -0.5;
        theta -= eta * (Math.sin(theta) + (1 + growth * Math.cos(theta)) * zeta);
      }
      return [Math.cos(theta), Math.cos(2 * theta)];
    });
  };
  const [coarse, middle, fine] = [at(12), at(24), at(48)];
  return [0, 1].map(i =>
    sampled(Float64Array.from(coarse, (q, r) => (q[i] - 6 * middle[r][i] + 8 * fine[r][i]) / 3))
  );
}
