import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import type {Dependent, Listed, Products, Series} from "../cases/assumption.js";
import type {Context, Sampled} from "../ledger/claim.js";

const address = (cell: string, {seed}: Context) => ({
  seed,
  experiment: "claims of the notes, A7",
  cell,
  replicate: 0
});
const n = 80_000;

/** Squared means of stretches of an autoregressive series. */
function stretches({coefficient: phi, batch}: Series, context: Context): Sampled {
  const z = gaussianStream(streamState(address("in order", context)));
  const squares = Float64Array.from({length: n}, () => {
    let [x, sum] = [z(), 0];
    for (let i = 0; i < batch; i++) {
      sum += x;
      x = phi * x + Math.sqrt(1 - phi * phi) * z();
    }
    return (sum / batch) ** 2;
  });
  return sampled(squares);
}

/** Of batches of drawn indices. */
function draws({values, batch}: Listed, context: Context): Sampled {
  const next = uniforms(address("drawn", context));
  const mean = values.reduce((x, y) => x + y) / values.length;
  const squares = Float64Array.from({length: n}, () => {
    let sum = 0;
    for (let i = 0; i < batch; i++) sum += values[Math.floor(values.length * next.next())] - mean;
    return (sum / batch) ** 2;
  });
  return sampled(squares);
}

/** Of stretches of products of neighbours. */
function products({factors, batch}: Products, context: Context): Sampled {
  const next = uniforms(address("products", context));
  const factor = () => factors[Math.floor(factors.length * next.next())];
  const squares = Float64Array.from({length: n}, () => {
    let [last, sum] = [factor(), 0];
    for (let i = 0; i < batch; i++) {
      const now = factor();
      sum += last * now;
      last = now;
    }
    return (sum / batch) ** 2;
  });
  return sampled(squares);
}

/** Squared means of batches of dependent samples. */
export function dependent(samples: Dependent, context: Context) {
  if ("coefficient" in samples) return stretches(samples, context);
  return "factors" in samples ? products(samples, context) : draws(samples, context);
}
