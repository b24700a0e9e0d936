import {positive} from "../check.js";

/**
 * Bayes risk of a mean under the prior cos²(πθ/2δ)/δ on |θ| ≤ δ, one observation y ~ N(θ, 1)
 *
 *     E Var(θ | y) = ∫ (m₂ − m₁²/m₀) dy,   m_k(y) = ∫ θᵏ π(θ) φ(y − θ) dθ
 *
 * by the trapezoidal rule in both variables. With N draws, N times the risk on half-width δ is this at
 * δ√N. At least 1/(1 + π²/δ²), by van Trees' inequality, and no estimator's worst risk is below it.
 *
 * @throws RangeError unless halfWidth is positive
 * @example cosinePriorRisk(10); // 0.92…, van Trees has 0.91
 */
export function cosinePriorRisk(halfWidth: number): number {
  positive("halfWidth", halfWidth);
  const nodes = 64 + Math.ceil(4 * halfWidth);
  const step = (2 * halfWidth) / nodes;
  const thetas = Array.from({length: nodes - 1}, (_, k) => (k + 1) * step - halfWidth);
  const weights = thetas.map(
    t => (step / halfWidth) * Math.cos((Math.PI * t) / (2 * halfWidth)) ** 2
  );
  const dy = 0.25;
  const reach = Math.ceil((halfWidth + 7) / dy);
  let risk = 0;
  for (let k = -reach; k <= reach; k++) {
    let [m0, m1, m2] = [0, 0, 0];
    for (let i = 0; i < thetas.length; i++) {
      const t = thetas[i];
      const away = k * dy - t;
      const w = weights[i] * Math.exp((-away * away) / 2);
      m0 += w;
      m1 += t * w;
      m2 += t * t * w;
    }
    if (m0 > 0) risk += m2 - (m1 * m1) / m0;
  }
  return (risk * dy) / Math.sqrt(2 * Math.PI);
}
