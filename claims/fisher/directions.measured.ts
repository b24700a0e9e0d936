import {quadraticForm, trace} from "../brute/arrays.js";
import {decayingCovariance} from "../brute/decayingCovariance.js";
import {eigenvectorsByPowers} from "../brute/eigenvectorsByPowers.js";
import {type TenDimensionalRun, tenDimensional, tenDimensionalRuns} from "../cases/fisher.js";
import type {Sampled} from "../ledger/claim.js";

const covariance = (run: TenDimensionalRun) => decayingCovariance(run, 2400, t => 1.2 / (t + 50));
const ranks = (x: readonly number[]) => x.map(v => 1 + x.filter(w => w > v).length);

/** Ranks of the exact ratios, by the recursion and the power method. */
export function recursedOrder() {
  const [one, other] = tenDimensionalRuns.map(covariance);
  const ratios = eigenvectorsByPowers(tenDimensional.anisotropic, 3000).map(
    v => quadraticForm(v, one) / quadraticForm(v, other)
  );
  return ranks(ratios.slice(0, 3));
}

/** The paper's three ratios; a ratio of means over 800 squared Gaussians errs by √(4/800) of itself. */
export const printed = () =>
  [1.65, 1.45, 1.26].map(
    (value): Sampled => ({
      value,
      standardError: value * Math.sqrt(4 / 800),
      effectiveSamples: 800
    })
  );

/** Shares of Tr E[θθᵀ] along eigenvectors of G, the largest eigenvalue first, over those under white noise. */
function shareGains(): number[] {
  const [one, other] = tenDimensionalRuns.map(covariance);
  return eigenvectorsByPowers(tenDimensional.anisotropic, 3000).map(
    v => (quadraticForm(v, one) * trace(other)) / (quadraticForm(v, other) * trace(one))
  );
}

/** Along the first three. */
export const topGains = () => shareGains().slice(0, 3);

/** Along the last three. */
export const lastGains = () => shareGains().slice(-3);
