import {symmetricStable} from "../../lib/random/symmetricStable.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {readAt, type StableNoise} from "../cases/assumption.js";
import type {Context} from "../ledger/claim.js";

/** cos(tθ) of states after forty steps. */
export function drawn({name: cell, alpha, step}: StableNoise, {seed}: Context) {
  const [n, steps] = [4000, 40];
  const next = uniforms({seed, experiment: "claims of the notes, A2", cell, replicate: 0});
  const states = Float64Array.from({length: n}, () => {
    let theta = 0;
    for (let k = 0; k < steps; k++) theta += step * (symmetricStable(next, alpha) - theta);
    return theta;
  });
  return readAt.map(u => sampled(states.map(theta => Math.cos(u * theta))));
}
