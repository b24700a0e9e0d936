import {flow} from "../brute/barrierCurrent.js";
import {keptVariance} from "../brute/keptVariance.js";
import {simpson} from "../brute/quadrature.js";
import type {Numbers} from "../claim.js";
import {barriers, coarseBarriers, rescaled, scalings} from "../escapeCases.js";
import {perCase} from "../perCase.js";

/** The loss, and with it the noise, times r. */
export const scaledFlow = () =>
  perCase(barriers, c =>
    scalings.map(r => {
      const scaled = {...c, well: c.well * r, top: c.top * r, height: c.height * r};
      return flow(scaled, false) / scaled.top;
    })
  );

/** The loss times r, its noise as it was. */
export const scaledLossOnly = () =>
  perCase(barriers, c =>
    scalings.map(r => {
      const [well, top, height, batch] = [c.well, c.top, c.height, c.batch].map(x => x * r);
      return flow({...c, well, top, height, batch}, false) / top;
    })
  );

/** Where ½k w² = ΔL, by bisection. */
export const bisected = () =>
  perCase(coarseBarriers, ({well, height}) => {
    let [low, high] = [0, 100];
    for (let i = 0; i < 80; i++) {
      const middle = (low + high) / 2;
      if ((well * middle * middle) / 2 < height) low = middle;
      else high = middle;
    }
    return [low];
  });

/** Mass of the recursion's law within √(2ΔL/k_a), its variance summed kick by kick. */
export const massOfLaw = () =>
  perCase(coarseBarriers, ({well, height, rate, batch}) => {
    const sigma = keptVariance(rate, well, well / batch);
    const edge = Math.sqrt((2 * height) / well);
    return [
      simpson(w => Math.exp((-w * w) / (2 * sigma)), -edge, edge) / Math.sqrt(2 * Math.PI * sigma)
    ];
  });

/** Rate per update at which the recursion with equal curvatures leaves: its law, move by move. */
function lawExit(step: number, height: number): number {
  const deviation = step;
  const half = Math.sqrt((height * step) / 2);
  const from = -8 * Math.sqrt(step / (2 - step));
  const to = 2 * half + 5 * Math.sqrt(step / (2 + step));
  const n = Math.ceil((3 * (to - from)) / deviation);
  const h = (to - from) / n;
  const at = (i: number) => from + (i + 0.5) * h;
  const kernel = Array.from({length: n}, (_, i) => {
    const w = at(i);
    const centre = w - step * (w < half ? w : 2 * half - w);
    return Float64Array.from({length: n}, (_, j) => {
      const z = (at(j) - centre) / deviation;
      return (h * Math.exp((-z * z) / 2)) / (deviation * Math.sqrt(2 * Math.PI));
    });
  });
  let law = Float64Array.from({length: n}, (_, i) => Math.exp(-((at(i) / half) ** 2)));
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
const growth = (heightOf: (r: number) => number): Numbers => {
  const rates = scalings.map(r => lawExit(rescaled.step * r, heightOf(r)) / (rescaled.step * r));
  return {"γ(r)/γ(½r)": rates.slice(1).map((rate, i) => rate / rates[i])};
};

export const growthExact = () => growth(() => rescaled.height);

/** Noise that is not scaled with the loss: the barrier grows in temperatures. */
export const growthLossOnly = () => growth(r => rescaled.height * (1 + (r - 1) / 2));
