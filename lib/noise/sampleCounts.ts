import {integer} from "../check.js";

/**
 * How the mini-batches of a run are drawn from n samples: each `with` replacement; each a new subset
 * `without`; or `reshuffled`, the next b of a permutation that is drawn anew after every ⌊n/b⌋ batches.
 */
export type SamplingScheme = "with" | "without" | "reshuffled";

export const samplingSchemes: readonly SamplingScheme[] = ["with", "without", "reshuffled"];

/** How often each sample is used, and how probable that is. */
export interface SampleCounts {
  readonly counts: readonly number[];
  readonly probability: number;
}

/** The most outcomes that are kept before an enumeration is refused. */
const outcomeLimit = 5e4;

/**
 * Refuses an enumeration with replacement of more outcomes than are kept, C(m + n − 1, n − 1) for m draws of n.
 *
 * @throws RangeError naming the limit
 */
export function checkOutcomes({samples: n, draws: m}: {samples: number; draws: number}): void {
  let count = 1;
  for (let i = 1; i < n; i++) count *= (m + i) / i;
  if (count > outcomeLimit)
    throw new RangeError(
      `batch size times steps must leave at most ${outcomeLimit} outcomes of ${n} samples; got ${m} draws`
    );
}

/**
 * The exact law of c = (c₁, …, cₙ), the number of times that each of n samples is used by `steps`
 * successive mini-batches of b, Σcᵢ = b·steps, beginning with a new permutation under `reshuffled`.
 * The mean of the batches' gradients is Σ cᵢψᵢ/(b·steps), whatever the ψᵢ.
 *
 * Method: every scheme is a sequence of independent uniform subsets (single draws, batches, or as much
 * of an epoch as is used), whose counts are convolved. Source: notes, §1.5; Fisher, §3.2.
 *
 * @throws RangeError on arguments that are no positive integers, b > n except under `with`, or more
 * than `outcomeLimit` outcomes.
 * @example
 * sampleCounts({samples: 2, batchSize: 1, steps: 2, scheme: "reshuffled"}); // (1, 1) with probability 1
 */
export function sampleCounts({
  samples,
  batchSize,
  steps = 1,
  scheme
}: {
  readonly samples: number;
  readonly batchSize: number;
  readonly steps?: number;
  readonly scheme: SamplingScheme;
}): SampleCounts[] {
  const n = integer("samples", samples, 1);
  const sizes = subsetSizes(n, batchSize, steps, scheme);
  let law = new Map<string, SampleCounts>([
    ["", {counts: Array<number>(n).fill(0), probability: 1}]
  ]);
  const refuse = () => {
    throw new RangeError(
      `samples and steps must leave at most ${outcomeLimit} outcomes; got ${n} and ${steps}`
    );
  };
  for (const size of sizes) {
    let subsetCount = 1;
    for (let i = 1; i <= size; i++) subsetCount *= (n - size + i) / i;
    if (subsetCount > outcomeLimit) refuse();
    const subsets = subsetsOf(n, size);
    const next = new Map<string, {counts: number[]; probability: number}>();
    for (const {counts, probability} of law.values())
      for (const subset of subsets) {
        const sum = [...counts];
        for (const i of subset) sum[i]++;
        const key = sum.join();
        const share = probability / subsets.length;
        const known = next.get(key);
        if (known) known.probability += share;
        else next.set(key, {counts: sum, probability: share});
        if (next.size > outcomeLimit) refuse();
      }
    law = next;
  }
  return [...law.values()];
}

/** Sizes of the independent uniform subsets that `steps` batches are made of. */
export function subsetSizes(
  n: number,
  batchSize: number,
  steps: number,
  scheme: SamplingScheme
): number[] {
  if (!samplingSchemes.includes(scheme))
    throw new RangeError(`scheme must be one of ${samplingSchemes.join(", ")}; got ${scheme}`);
  const b = integer("batchSize", batchSize, 1, scheme === "with" ? Infinity : n);
  const t = integer("steps", steps, 1);
  if (scheme === "with") return Array<number>(b * t).fill(1);
  if (scheme === "without") return Array<number>(t).fill(b);
  const perEpoch = Math.floor(n / b);
  const rest = t % perEpoch;
  return [
    ...Array<number>(Math.floor(t / perEpoch)).fill(b * perEpoch),
    ...(rest > 0 ? [b * rest] : [])
  ];
}

function subsetsOf(n: number, size: number): number[][] {
  const found: number[][] = [];
  const grow = (chosen: number[], from: number) => {
    if (chosen.length === size) found.push(chosen);
    else for (let i = from; i <= n - size + chosen.length; i++) grow([...chosen, i], i + 1);
  };
  grow([], 0);
  return found;
}
