import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {inOrder} from "../cases/assumption.js";
import type {Context, Samples} from "../ledger/claim.js";

const address = (cell: string, {seed}: Context) => ({
  seed,
  experiment: "claims of the notes, A7",
  cell,
  replicate: 0
});
const n = 60_000;

/** Means of drawn stretches of an autoregressive series. */
export function stretches(context: Context): Samples {
  const {coefficient: phi, batch} = inOrder;
  const z = gaussianStream(streamState(address("in order", context)));
  const squares = Float64Array.from({length: n}, () => {
    let [x, sum] = [z(), 0];
    for (let i = 0; i < batch; i++) {
      sum += x;
      x = phi * x + Math.sqrt(1 - phi * phi) * z();
    }
    return (sum / batch) ** 2;
  });
  return {"batches in order": [sampled(squares)]};
}

/** Means of batches of drawn indices. */
export function draws(context: Context): Samples {
  const next = uniforms(address("drawn", context));
  const squares = Float64Array.from({length: n}, () => {
    let sum = 0;
    for (let i = 0; i < inOrder.batch; i++) sum += Math.floor(6 * next.next()) - 2.5;
    return (sum / inOrder.batch) ** 2;
  });
  return {"indices drawn": [sampled(squares)]};
}
