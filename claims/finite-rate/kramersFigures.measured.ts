import {flow} from "../brute/barrierCurrent.js";
import {keptVariance} from "../brute/keptVariance.js";
import {simpson} from "../brute/quadrature.js";
import * as cases from "../cases/escape.js";

/** The loss, and with it the noise, times r. */
export const scaledFlow = (c: cases.BarrierCase) =>
  cases.scalings.map(r => {
    const scaled = {...c, well: c.well * r, top: c.top * r, height: c.height * r};
    return flow(scaled, false) / scaled.top;
  });

/** Where ½k w² = ΔL, by bisection. */
export const bisected = ({well, height}: cases.CoarseCase) => {
  let [low, high] = [0, 100];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if ((well * middle * middle) / 2 < height) low = middle;
    else high = middle;
  }
  return low;
};

/** Mass of the recursion's law within √(2ΔL/k_a), its variance summed kick by kick. */
export const massOfLaw = ({well, height, rate, batch}: cases.CoarseCase) => {
  const sigma = keptVariance(rate, well, well / batch);
  const edge = Math.sqrt((2 * height) / well);
  return (
    simpson(w => Math.exp((-w * w) / (2 * sigma)), -edge, edge) / Math.sqrt(2 * Math.PI * sigma)
  );
};

/** The loss times r, and each gradient with its noise: C is r² times what it was. */
export const scaledGradients = (c: cases.BarrierCase) =>
  cases.scalings.map(r => {
    const [well, top, height] = [c.well, c.top, c.height].map(x => x * r);
    return flow({...c, well, top, height, batch: c.batch / r}, false) / top;
  });

/**
 * Rate per update at which the recursion with k_a = S = 1 leaves over |k_b| = ratio, its law move by move;
 * `height` in temperatures.
 */
function lawExit(step: number, ratio: number, height: number): number {
  const barrier = (step * height) / 2 / ((ratio + 1 / ratio) / (1 + ratio));
  const middle = Math.sqrt((2 * barrier * ratio) / (1 + ratio));
  const top = middle * (1 + 1 / ratio);
  const from = -8 * Math.sqrt(step / (2 - step));
  const to = top + 5 * Math.sqrt(step / (2 + step * ratio));
  // Cells that meet at the middle, where the noise steps.
  const h = (step * Math.min(1, Math.sqrt(ratio))) / 3;
  const below = Math.ceil((middle - from) / h);
  const n = below + Math.ceil((to - middle) / h);
  const at = (i: number) => middle + (i - below + 0.5) * h;
  const kernel = Array.from({length: n}, (_, i) => {
    const w = at(i);
    const inWell = w < middle;
    const centre = w - step * (inWell ? w : ratio * (top - w));
    const deviation = step * (inWell ? 1 : Math.sqrt(ratio));
    return Float64Array.from({length: n}, (_, j) => {
      const z = (at(j) - centre) / deviation;
      return (h * Math.exp((-z * z) / 2)) / (deviation * Math.sqrt(2 * Math.PI));
    });
  });
  let law = Float64Array.from({length: n}, (_, i) => Math.exp((-at(i) * at(i)) / step));
  let rate = 0;
  for (let t = 0; t < 30 / step + 30; t++) {
    const next = new Float64Array(n);
    const total = law.reduce((a, b) => a + b, 0);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) next[j] += (law[i] / total) * kernel[i][j];
    rate = 1 - next.reduce((a, b) => a + b, 0);
    law = next;
  }
  return rate;
}

/** Rates per flow time and curvature at λk r, each over the one before. */
const growth =
  (heightOf: (height: number, r: number) => number) =>
  ({ratio, height}: cases.RescaledPath) => {
    const rates = cases.scalings.map(
      r => lawExit(cases.rescaledStep * r, ratio, heightOf(height, r)) / (cases.rescaledStep * r)
    );
    return rates.slice(1).map((rate, i) => rate / rates[i]);
  };

export const growthExact = growth(height => height);

/** Noise that is not scaled with the loss: the barrier grows in temperatures. */
export const growthLossOnly = growth((height, r) => height * (1 + (r - 1) / 2));

/** The least γ/|k_b| over the one before, for 60 steps rλk_a up to 1.999: as printed, and put right. */
export const leastGrowthOfTheory = ({split, height}: cases.GrowingPath) => {
  const logs = Array.from({length: 60}, (_, i) => {
    const step = (1.999 * (i + 1)) / 60;
    const gap = 1 - step / 2;
    const edge = Math.sqrt(height * gap);
    const inside = (2 / Math.sqrt(Math.PI)) * simpson(t => Math.exp(-t * t), 0, edge);
    const prefactor = Math.log(inside) - Math.log(gap) / 2;
    const exponent = (height * split * step) / 2;
    return [exponent + prefactor, exponent - prefactor];
  });
  return [0, 1].map(k => Math.exp(Math.min(...logs.slice(1).map((log, i) => log[k] - logs[i][k]))));
};
