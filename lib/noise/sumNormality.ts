import {integer, numberIn} from "../check.js";
import {regularisedGammaQ} from "../statistics/incompleteGamma.js";
import {normalCdf} from "../statistics/normal.js";

/**
 * supₓ |F_B(x) − Φ(x)|, the Kolmogorov–Smirnov distance between the normal law and the standardised sum
 * of B ≥ 1 independent samples that are exponential (share 1), or nonzero and equal with probability
 * `share` < 1 and zero otherwise.
 *
 * The first is Γ_B, the second binomial; exact up to rounding for the second, by a search of step 10⁻³
 * in standard deviations and refinement for the first. To first order |γ|/(6√(2πB)), with half a jump
 * on top for the second. Source: notes, section 2.3 (Lindeberg).
 *
 * @throws RangeError on an argument out of range
 * @example sumNormality(1, 64) // 0.0166
 */
export function sumNormality(share: number, batchSize: number): number {
  integer("batchSize", batchSize, 1);
  numberIn("share", share, "(0, 1]", p => p > 0 && p <= 1);
  return share === 1 ? exponential(batchSize) : binomial(share, batchSize);
}

function exponential(B: number): number {
  const root = Math.sqrt(B);
  const gap = (z: number) =>
    Math.abs((z > -root ? 1 - regularisedGammaQ(B, B + z * root) : 0) - normalCdf(z));
  let best = gap(-root);
  for (let z = -Math.min(root, 4); z < 4; z += 1e-3) best = Math.max(best, gap(z));
  return best;
}

function binomial(p: number, B: number): number {
  const deviation = Math.sqrt(B * p * (1 - p));
  let [probability, below, best] = [(1 - p) ** B, 0, 0];
  for (let k = 0; k <= B; k++) {
    const normal = normalCdf((k - B * p) / deviation);
    best = Math.max(best, Math.abs(below - normal), Math.abs(below + probability - normal));
    below += probability;
    probability *= ((B - k) / (k + 1)) * (p / (1 - p));
  }
  return best;
}
