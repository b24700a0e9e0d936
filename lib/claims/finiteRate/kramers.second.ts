import type {Numbers} from "../claim.js";
import {type BarrierCase, barriers, coarseBarriers, walks} from "../escapeCases.js";

const over = <T extends {readonly name: string}>(
  cases: readonly T[],
  f: (options: T) => readonly number[]
): Numbers => Object.fromEntries(cases.map(options => [options.name, f(options)]));

/** λkΣ of the diffusion dw = −λkw dt + λ√C dW, its covariance followed in time by Runge and Kutta. */
export const relaxed = () =>
  over(coarseBarriers, ({rate, well, batch}) => {
    const pull = rate * well;
    const push = (rate * rate * well) / batch;
    const slope = (s: number) => push - 2 * pull * s;
    let sigma = 0;
    const h = 0.05 / pull;
    for (let t = 0; t < 500; t++) {
      const k1 = slope(sigma);
      const k2 = slope(sigma + (h * k1) / 2);
      const k3 = slope(sigma + (h * k2) / 2);
      const k4 = slope(sigma + h * k3);
      sigma += (h * (k1 + 2 * k2 + 2 * k3 + k4)) / 6;
    }
    return [pull * sigma];
  });

/** One over the mean number of moves, from the times that each site takes to gain one. */
export const exitRate = () =>
  over(walks, ({sites, up, down}) => {
    let gain = 0;
    let mean = 0;
    for (let i = 0; i < sites; i++) {
      gain = i === 0 ? 1 / up : (1 + down * gain) / up;
      mean += gain;
    }
    return [1 / mean];
  });

/** ∫₀ˣ e^{−t²} dt by its series, all terms of one sign. */
function gaussian(x: number): number {
  let term = x * Math.exp(-x * x);
  let sum = term;
  for (let n = 1; n < 4000 && term > 1e-18 * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return sum;
}

/** J/P with the well's law from its Lyapunov equation and the integrals by series. */
export const kramersSeries = () =>
  over(coarseBarriers, ({well, top, height, rate, batch, split}) => {
    const sigma = (rate * rate * well) / batch / (1 - (1 - rate * well) ** 2);
    const width = Math.sqrt(2 * sigma);
    const inside = 2 * width * gaussian(Math.sqrt((2 * height) / well) / width);
    const flat = Math.sqrt(rate / batch);
    const over = 2 * flat * gaussian(6);
    const tb = (rate * top) / (2 * batch);
    const start = Math.exp(-((2 * split * height) / well) / (2 * sigma));
    return [(start * Math.exp(-((1 - split) * height) / tb) * tb) / over / inside];
  });

/**
 * A walk on 60 000 sites with the current −PL′ − TP′, or −PL′ − (TP)′ where `ito`, fed at a and
 * absorbed at `end`: P(a)/J and the probability up to b over J.
 */
function walk(
  {well, top, height}: BarrierCase,
  ta: number,
  tb: number,
  {ito = false, toTop = false} = {}
) {
  const split = top / (well + top);
  const middle = Math.sqrt((2 * split * height) / well);
  const b = middle + Math.sqrt((2 * (1 - split) * height) / top);
  const start = -8 * Math.sqrt(ta / well);
  const end = toTop ? b : b + 8 * Math.sqrt(tb / top);
  const n = 60_000;
  const h = (end - start) / n;
  const temperature = (w: number) => (w < middle ? ta : tb);
  const slope = (w: number) => (w < middle ? well * w : top * (b - w));
  // Probabilities of sites n − 1, n − 2, … when one walker a unit of time reaches n.
  let [above, total, atStart] = [0, 0, 0];
  for (let i = n - 1; i >= 0; i--) {
    const w = start + i * h;
    const between = temperature(w + h / 2);
    const tilt = (h * slope(w + h / 2)) / between / 2;
    const up = ((ito ? temperature(w) : between) / (h * h)) * Math.exp(-tilt);
    const down = ((ito ? temperature(w + h) : between) / (h * h)) * Math.exp(tilt);
    const fed = w >= -h / 2;
    above = ((fed ? 1 : 0) + above * down) / up;
    if (w < b) total += above;
    if (fed) atStart = above / h;
  }
  return {total, atStart};
}

const temperatures = ({well, top, rate, batch}: BarrierCase) =>
  [well, top].map(k => (rate * k) / (2 * batch)) as [number, number];

export const walkOutside = () => over(barriers, c => [1 / walk(c, ...temperatures(c)).total]);
export const walkIto = () =>
  over(barriers, c => [1 / walk(c, ...temperatures(c), {ito: true}).total]);

/** (68) over −J for a run that ends at b: e^{−(L(l) − L(a))/T_a} P(a)/J. */
export const walkToTop = () =>
  over(barriers, c => {
    const [ta, tb] = temperatures(c);
    const climb = ((c.top / (c.well + c.top)) * c.height) / ta;
    return [Math.exp(-climb) * walk(c, ta, tb, {toTop: true}).atStart];
  });

/** J/P(a) with T_a of the discrete law. */
export const walkCurrent = () =>
  over(barriers, c => {
    const ta = (c.rate * c.well) / (c.batch * (2 - c.rate * c.well));
    return [1 / walk(c, ta, temperatures(c)[1]).atStart];
  });

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
export const massInverted = () =>
  over(coarseBarriers, ({well, height, rate, batch}) => {
    const sigma = well / batch / (rate * well * (2 - rate * well));
    return [inverted(Math.sqrt(height / well), sigma) * Math.sqrt(2 * Math.PI * sigma)];
  });

/** T_b as what e^{−L/T} of a diffusion −∇L ds + √(λC) dW makes of L: −L′ over (log P)′, from (TP)′ = −PL′. */
export const exponentOfFlow = () =>
  over(coarseBarriers, ({rate, top, batch}) => {
    const noise = (rate * top) / batch;
    const h = 1e-3 * Math.sqrt(noise / top);
    // A walk with up − down = −L′/h and (up + down)h² = noise, in balance from site to site.
    const w = 0.4 * Math.sqrt(noise / top);
    const rateUp = (x: number) => (noise / h - top * x) / (2 * h);
    const rateDown = (x: number) => (noise / h + top * x) / (2 * h);
    const logRatio = Math.log(rateUp(w - h / 2) / rateDown(w + h / 2));
    return [(-top * w * h) / logRatio];
  });
/** The same diffusion counted in updates, −λ∇L dt + λ√C dW: its 𝒟. */
export const exponentPerUpdate = () =>
  over(coarseBarriers, ({rate, top, batch}) => {
    const perUpdate =
      exponentOfFlow()[
        coarseBarriers.find(c => c.rate === rate && c.top === top && c.batch === batch)!.name
      ][0];
    return [rate * perUpdate];
  });

/** The half-width that the argument of erf in (23) belongs to: erf(h/√(2Σ)). */
export const widthOfErf = () =>
  over(coarseBarriers, ({well, height, rate, batch}) => {
    const sigma = (rate * rate * well) / batch / (1 - (1 - rate * well) ** 2);
    const argument = Math.sqrt((batch * (2 - rate * well) * height) / (rate * well));
    return [Math.sqrt(2 * sigma) * argument];
  });
