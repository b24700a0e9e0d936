import {temperatures, walk} from "../brute/barrierWalk.js";
import type {BarrierCase, CoarseCase} from "../cases/escape.js";

/** (68) over −J for a run that ends at b: e^{−(L(l) − L(a))/T_a} P(a)/J. */
export const walkToTop = (c: BarrierCase) => {
  const [ta, tb] = temperatures(c);
  const climb = ((c.top / (c.well + c.top)) * c.height) / ta;
  return Math.exp(-climb) * walk(c, ta, tb, {toTop: true}).atStart;
};

/** J/P(a) with T_a of the discrete law. */
export const walkCurrent = (c: BarrierCase) => {
  const ta = (c.rate * c.well) / (c.batch * (2 - c.rate * c.well));
  return 1 / walk(c, ta, temperatures(c)[1]).atStart;
};

/** Mass by inverting a normal's characteristic function: (2h/π)∫ sinc(th) e^{−σ²t²/2} dt over its density at 0. */
const inverted = (half: number, sigma: number) => {
  const step = 0.002 / Math.sqrt(sigma);
  let sum = half / 2;
  for (let i = 1; i * step * Math.sqrt(sigma) < 10; i++) {
    const t = i * step;
    sum += (Math.sin(t * half) / t) * Math.exp((-sigma * t * t) / 2);
  }
  return (2 / Math.PI) * sum * step;
};

export const massInverted = ({well, height, rate, batch}: CoarseCase) => {
  const sigma = well / batch / (rate * well * (2 - rate * well));
  return inverted(Math.sqrt(height / well), sigma) * Math.sqrt(2 * Math.PI * sigma);
};

/** T_b as what e^{−L/T} of a diffusion −∇L ds + √(λC) dW makes of L: −L′ over (log P)′, from (TP)′ = −PL′. */
function exponent({rate, top, batch}: BarrierCase): number {
  const noise = (rate * top) / batch;
  const h = 1e-3 * Math.sqrt(noise / top);
  // A walk with up − down = −L′/h and (up + down)h² = noise, in balance from site to site.
  const w = 0.4 * Math.sqrt(noise / top);
  const rateUp = (x: number) => (noise / h - top * x) / (2 * h);
  const rateDown = (x: number) => (noise / h + top * x) / (2 * h);
  const logRatio = Math.log(rateUp(w - h / 2) / rateDown(w + h / 2));
  return (-top * w * h) / logRatio;
}
/** The same diffusion counted in updates, −λ∇L dt + λ√C dW: its 𝒟. */
export const exponentPerUpdate = (c: CoarseCase) => c.rate * exponent(c);
