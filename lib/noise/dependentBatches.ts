import {integer, numberIn} from "../check.js";
import type {UniformSource} from "../random/source.js";

/**
 * How the samples of batches depend on one another. `shared`: all samples of a batch share a part, drawn
 * anew for each batch; `stiff`: they share it in the first coordinate alone; `lasting`: the shared part is
 * kept for the next batch with probability `keep`; `contaminated`: a fraction of the samples is thrice as
 * large; `reused`: each sample serves in `uses` consecutive batches.
 */
export type Dependence =
  | {readonly kind: "shared" | "stiff" | "contaminated"; readonly inflation: number}
  | {readonly kind: "lasting"; readonly inflation: number; readonly keep: number}
  | {readonly kind: "reused"; readonly uses: number};

/**
 * Means of batches of b samples in the plane, each coordinate of a sample with mean 0 and variance 1
 * (1 + ε if contaminated), uniform: next() fills in the mean of the next batch.
 *
 *     Cov g_B = (1 + ε)/b · I   with ε = (b − 1)ρ for correlation ρ between two samples of a batch
 *
 * (`stiff`: in the first coordinate alone; `reused`: ε = 0). Every sample is drawn and added up.
 *
 * @throws RangeError unless 0 ≤ ε ≤ b − 1 (0 ≤ ε ≤ 8 if contaminated), 0 ≤ keep < 1, and uses divides b.
 * @example dependentBatches({kind: "reused", uses: 2}, {batchSize: 8, source}).next(new Float64Array(2))
 */
export function dependentBatches(
  dependence: Dependence,
  {batchSize, source}: {batchSize: number; source: UniformSource}
): {next(into: Float64Array): void} {
  const b = integer("batchSize", batchSize, 2);
  const width = Math.sqrt(12);
  const draw = () => width * (source.next() - 0.5);
  if (dependence.kind === "reused") return reused(integer("uses", dependence.uses, 1, b), b, draw);
  const most = dependence.kind === "contaminated" ? 8 : b - 1;
  const epsilon = numberIn(
    "inflation",
    dependence.inflation,
    `[0, ${most}]`,
    x => x >= 0 && x <= most
  );
  if (dependence.kind === "contaminated") {
    const fraction = epsilon / 8;
    return {
      next(into) {
        into.fill(0);
        for (let i = 0; i < b; i++) {
          const size = source.next() < fraction ? 3 : 1;
          for (let k = 0; k < 2; k++) into[k] += (size * draw()) / b;
        }
      }
    };
  }
  const correlation = epsilon / (b - 1);
  const keep =
    dependence.kind === "lasting"
      ? numberIn("keep", dependence.keep, "[0, 1)", x => x >= 0 && x < 1)
      : 0;
  const rho = [correlation, dependence.kind === "stiff" ? 0 : correlation];
  const own = rho.map(r => Math.sqrt(1 - r));
  const common = rho.map(Math.sqrt);
  const shared = [draw(), draw()];
  return {
    next(into) {
      if (!(keep > 0 && source.next() < keep)) for (let k = 0; k < 2; k++) shared[k] = draw();
      into.fill(0);
      for (let i = 0; i < b; i++)
        for (let k = 0; k < 2; k++) into[k] += (own[k] * draw() + common[k] * shared[k]) / b;
    }
  };
}

/** b/uses new samples for each batch; a ring of the last `uses` groups. */
function reused(uses: number, b: number, draw: () => number): {next(into: Float64Array): void} {
  if (b % uses !== 0) throw new RangeError(`uses must divide batchSize = ${b}; got ${uses}`);
  const size = b / uses;
  const group = () => {
    const sum = [0, 0];
    for (let i = 0; i < size; i++) for (let k = 0; k < 2; k++) sum[k] += draw() / b;
    return sum;
  };
  const ring = Array.from({length: uses}, group);
  let at = 0;
  return {
    next(into) {
      ring[at] = group();
      at = (at + 1) % uses;
      into.fill(0);
      for (const sum of ring) for (let k = 0; k < 2; k++) into[k] += sum[k];
    }
  };
}
