import {symmetricStable} from "../../lib/random/symmetricStable.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {stable} from "../cases/assumption.js";
import type {Context, Samples} from "../ledger/claim.js";

/** cos(tθ) of states after forty steps. */
export function drawn({seed}: Context): Samples {
  const {alphas, step, scale, readAt} = stable;
  const [n, steps] = [4000, 40];
  return Object.fromEntries(
    alphas.map(alpha => {
      const cell = `α = ${alpha}`;
      const next = uniforms({seed, experiment: "claims of the notes, A2", cell, replicate: 0});
      const states = Float64Array.from({length: n}, () => {
        let theta = 0;
        for (let k = 0; k < steps; k++)
          theta += step * (scale * symmetricStable(next, alpha) - theta);
        return theta;
      });
      return [cell, readAt.map(u => sampled(states.map(theta => Math.cos((u * theta) / scale))))];
    })
  );
}
