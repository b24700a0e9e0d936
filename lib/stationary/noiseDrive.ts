import {integer, numberIn} from "../check.js";
import {log} from "../elementary/log.js";
import {autoregressive} from "../random/autoregressive.js";
import {fractionalGaussianNoise} from "../random/fractionalGaussianNoise.js";
import {gaussianStream} from "../random/gaussianStream.js";
import {openUniform} from "../random/openUniform.js";
import {type StreamAddress, streamState} from "../random/stream.js";
import {uniforms} from "../random/uniforms.js";

/** Kinds of noise of unit variance that may drive a recursion, and what `knob` means for each. */
export type Drive =
  | "white"
  /** Centred exponential, skewness 2; no knob. */
  | "skewed"
  /** φ, the correlation of neighbours. */
  | "autoregressive"
  /** The Hurst exponent. */
  | "fractional"
  /** m, the ±1 batches of an epoch, visited once each in a new order. */
  | "reshuffled"
  /** φ of the samples; 16 of them in the order of the data are a batch, scaled by 4. */
  | "ordered"
  /** The share b/n of a set of 64 values ±1 that a batch takes without replacement, scaled by √b. */
  | "finite"
  /** n: 128 of n values ±1 without replacement, scaled by √128. */
  | "batch128"
  /**
   * K, the different samples in a data set of equal clusters, normal and drawn anew for each stream:
   * means of 16 drawn indices from the data's own mean, scaled by 4.
   */
  | "clustered"
  /** c: new normal samples in runs of c equal ones, 16 in their order a batch, scaled by 4. */
  | "runs";

/** Every drive by name. */
export const drives = [
  "white",
  "skewed",
  "autoregressive",
  "fractional",
  "reshuffled",
  "ordered",
  "finite",
  "batch128",
  "clustered",
  "runs"
] as const satisfies readonly Drive[];

/** Samples in a batch of the drives "ordered", "clustered" and "runs". */
export const orderedBatch = 16;
/** Samples of the drive "finite". */
export const finiteSamples = 64;

/**
 * A stream of noise of unit variance; `length` values will be asked for.
 *
 * @throws RangeError where `knob` is none of the drive
 */
export function noiseDrive(
  drive: Drive,
  knob: number,
  address: StreamAddress,
  length: number
): () => number {
  const normal = () => gaussianStream(streamState(address));
  switch (drive) {
    case "white":
      return normal();
    case "skewed": {
      const source = uniforms(address);
      return () => -log(openUniform(source)) - 1;
    }
    case "autoregressive": {
      const series = autoregressive({next: normal()}, knob);
      return () => series.next();
    }
    case "fractional": {
      const values = fractionalGaussianNoise({next: normal()}, {hurst: knob, length});
      let k = 0;
      return () => values[k++];
    }
    case "reshuffled":
      return reshuffled(integer("knob", knob, 2), uniforms(address));
    case "ordered": {
      const series = autoregressive({next: normal()}, knob);
      return () => {
        let sum = 0;
        for (let i = 0; i < orderedBatch; i++) sum += series.next();
        return sum / Math.sqrt(orderedBatch);
      };
    }
    case "finite": {
      numberIn("knob", knob, "(0, 1)", x => x > 0 && x < 1);
      const source = uniforms(address);
      const batch = Math.max(1, Math.floor(knob * finiteSamples + 0.5));
      return withoutReplacement(finiteSamples, batch, source);
    }
    case "batch128":
      return withoutReplacement(integer("knob", knob, 128), 128, uniforms(address));
    case "clustered":
      return clustered(integer("knob", knob, 1), address);
    case "runs": {
      if (orderedBatch % integer("knob", knob, 1, orderedBatch) !== 0)
        throw new RangeError(`knob must divide ${orderedBatch}; got ${knob}`);
      const next = normal();
      return () => {
        let sum = 0;
        for (let i = 0; i < orderedBatch; i += knob) sum += knob * next();
        return sum / Math.sqrt(orderedBatch);
      };
    }
  }
}

function clustered(clusters: number, address: StreamAddress): () => number {
  const next = gaussianStream(streamState({...address, cell: `${address.cell}: data`}));
  const values = Float64Array.from({length: clusters}, () => next());
  const mean = values.reduce((a, b) => a + b) / clusters;
  const source = uniforms(address);
  return () => {
    let sum = 0;
    for (let i = 0; i < orderedBatch; i++)
      sum += values[Math.floor(source.next() * clusters)] - mean;
    return sum / Math.sqrt(orderedBatch);
  };
}

const signs = (n: number) => Float64Array.from({length: n}, (_, i) => (2 * i < n ? 1 : -1));

/** One step of Fisher and Yates: puts one of the values from place i on at place i. */
function draw(values: Float64Array, i: number, source: {next(): number}): number {
  const j = i + Math.floor(source.next() * (values.length - i));
  const chosen = values[j];
  values[j] = values[i];
  values[i] = chosen;
  return chosen;
}

function withoutReplacement(
  samples: number,
  batch: number,
  source: {next(): number}
): () => number {
  const values = signs(samples);
  return () => {
    let sum = 0;
    for (let i = 0; i < batch; i++) sum += draw(values, i, source);
    return sum / Math.sqrt(batch);
  };
}

function reshuffled(batches: number, source: {next(): number}): () => number {
  if (batches % 2 !== 0) throw new RangeError(`knob must be even; got ${batches}`);
  const values = signs(batches);
  let i = 0;
  return () => {
    const chosen = draw(values, i, source);
    i = (i + 1) % batches;
    return chosen;
  };
}
