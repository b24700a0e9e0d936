import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {pathOf, resistance} from "../brute/barrierCurrent.js";
import {halfVariance} from "../brute/halfVariance.js";
import {keptVariance} from "../brute/keptVariance.js";
import {simpson} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import type {BarrierCase, CoarseCase, Top} from "../cases/escape.js";
import type {Context} from "../ledger/claim.js";

/** The same at the top, per update and per unit of flow time, of which an update takes λ. */
export const topPerUpdate = ({rate, top, batch}: CoarseCase) => halfVariance(rate, top / batch);

export const massQuadrature = ({well, height, rate, batch}: CoarseCase) => {
  const edge = Math.sqrt(height / well);
  const precision = (rate * well * (2 - rate * well)) / (well / batch);
  return simpson(w => Math.exp((-precision * w * w) / 2), -edge, edge);
};

/** ∫ 𝒟⁻¹ e^{(L − L(l))/T} from a to b. */
export const saddleQuadrature = (c: BarrierCase) => {
  const [ta, tb] = [c.well, c.top].map(k => (c.rate * k) / (2 * c.batch));
  const {middle, b, phi} = pathOf(c, ta, tb);
  const low = phi(middle);
  return (
    simpson(w => Math.exp(phi(w) - low) / ta, 0, middle - 1e-12) +
    simpson(w => Math.exp(phi(w) - low) / tb, middle, b)
  );
};

/** J/P(a) with T_a of the discrete law. */
export const currentQuadrature = (c: BarrierCase) => {
  const ta = c.well * keptVariance(c.rate, c.well, c.well / c.batch);
  return 1 / resistance(c, ta, (c.rate * c.top) / (2 * c.batch), false)(0);
};

/** Of runs x ← (1 + λ|k_b|)x + λη, the share that never falls back, until x is 12 deviations out. */
export function staysBeyond({rate, curvature, starts}: Top, {seed, scale}: Context) {
  const runs = Math.max(400, Math.floor(40_000 * scale));
  return starts.map(start => {
    const normal = gaussianStream(
      streamState({seed, experiment: "claim committor", cell: `${rate} ${start}`, replicate: 0})
    );
    return sampled(
      Array.from({length: runs}, () => {
        let x = start;
        while (Math.abs(x) < 12) x += rate * curvature * x + Math.sqrt(rate) * normal();
        return x > 0 ? 1 : 0;
      })
    );
  });
}
