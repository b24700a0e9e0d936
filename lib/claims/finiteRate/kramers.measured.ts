import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {sampled} from "../brute/sampled.js";
import type {Context, Numbers, Samples} from "../claim.js";
import {
  type BarrierCase,
  barriers,
  coarseBarriers,
  rescaled,
  scalings,
  tops,
  walks
} from "../escapeCases.js";

const over = <T extends {readonly name: string}>(
  cases: readonly T[],
  f: (options: T) => readonly number[]
): Numbers => Object.fromEntries(cases.map(options => [options.name, f(options)]));

/** Composite Simpson rule. */
function integrate(f: (x: number) => number, from: number, to: number, intervals = 4000): number {
  const h = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let i = 1; i < intervals; i++) sum += (i % 2 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

/** Half the variance of one update from w = 0.3, the noise ±√C with chances ½. */
const halfVariance = (rate: number, noise: number) => {
  const moves = [1, -1].map(sign => -rate * (0.3 + sign * Math.sqrt(noise)));
  const mean = (moves[0] + moves[1]) / 2;
  return ((moves[0] - mean) ** 2 + (moves[1] - mean) ** 2) / 4;
};
export const oneUpdate = () =>
  over(coarseBarriers, ({rate, well, batch}) => [halfVariance(rate, well / batch)]);
/** The same at the top, per update and per unit of flow time, of which an update takes λ. */
export const topPerUpdate = () =>
  over(coarseBarriers, ({rate, top, batch}) => [halfVariance(rate, top / batch)]);
export const topPerFlowTime = () =>
  over(coarseBarriers, ({rate, top, batch}) => [halfVariance(rate, top / batch) / rate]);

/** One over the mean number of moves until the walk leaves, by what is left of it move by move. */
export const exitRate = () =>
  over(walks, ({sites, up, down}) => {
    let law: number[] = Array.from({length: sites}, (_, i) => (i === 0 ? 1 : 0));
    let mean = 0;
    for (let left = 1; left > 1e-17; ) {
      mean += left;
      const before = law;
      law = before.map(
        (p, i) =>
          p * (1 - up - (i > 0 ? down : 0)) +
          (i > 0 ? up * before[i - 1] : 0) +
          (i < sites - 1 ? down * before[i + 1] : 0)
      );
      left = law.reduce((a, b) => a + b, 0);
    }
    return [1 / mean];
  });

/** Variance of w ← (1 − λk)w + λη, summed kick by kick. */
function variance(rate: number, curvature: number, noise: number): number {
  let sum = 0;
  for (let i = 0; i < 3000; i++) sum += rate ** 2 * noise * (1 - rate * curvature) ** (2 * i);
  return sum;
}

/** J over P with both integrals of §E.2.5 by quadrature. */
export const kramersQuadrature = () =>
  over(coarseBarriers, ({well, top, height, rate, batch, split}) => {
    const sigma = variance(rate, well, well / batch);
    const tb = (rate * top) / (2 * batch);
    const edge = Math.sqrt((2 * height) / well);
    const inside = integrate(w => Math.exp((-w * w) / (2 * sigma)), -edge, edge);
    const reach = 12 * Math.sqrt(tb / top);
    const saddle = integrate(v => Math.exp((-top * v * v) / (2 * tb)) / tb, -reach, reach);
    const climb = (split * height) / (well * sigma) + ((1 - split) * height) / tb;
    return [Math.exp(-climb) / saddle / inside];
  });

/** The path of a case and φ(w) = ∫ L′/T from a, with temperature ta before the middle, tb after it. */
function pathOf({well, top, height}: BarrierCase, ta: number, tb: number) {
  const split = top / (well + top);
  const middle = Math.sqrt((2 * split * height) / well);
  const b = middle + Math.sqrt((2 * (1 - split) * height) / top);
  const phi = (w: number) =>
    w < middle
      ? (well * w * w) / (2 * ta)
      : (split * height) / ta + ((1 - split) * height - (top * (w - b) ** 2) / 2) / tb;
  return {middle, b, phi, end: b + 9 * Math.sqrt(tb / top)};
}

/** P(w)/J T(w)^i to the right of w where P = 0 at the end: i = 1 for T outside the derivative, 0 for inside. */
function resistance(options: BarrierCase, ta: number, tb: number, ito: boolean) {
  const {middle, phi, end} = pathOf(options, ta, tb);
  const piece = (from: number, to: number, t: number) =>
    integrate(v => Math.exp(phi(v)) / (ito ? 1 : t), from, to, 300);
  const beyond = piece(middle + 1e-12, end, tb);
  return (w: number) => (w < middle ? beyond + piece(w, middle - 1e-12, ta) : piece(w, end, tb));
}

/** J/P of the stationary current from the well to where it is absorbed beyond b. */
function flow(options: BarrierCase, ito: boolean): number {
  const {well, top, rate, batch} = options;
  const [ta, tb] = [well, top].map(k => (rate * k) / (2 * batch));
  const {middle, phi, b} = pathOf(options, ta, tb);
  const left = resistance(options, ta, tb, ito);
  const density = (w: number) =>
    (Math.exp(-phi(w)) * left(Math.max(w, 0))) / (ito ? (w < middle ? ta : tb) : 1);
  const inside =
    integrate(density, -8 * Math.sqrt(ta / well), middle - 1e-12, 120) +
    integrate(density, middle + 1e-12, b, 120);
  return 1 / inside;
}
export const outside = () => over(barriers, c => [flow(c, false)]);
export const itoOnly = () => over(barriers, c => [flow(c, true)]);

/** The loss, and with it the noise, times r. */
export const scaledFlow = () =>
  over(barriers, c =>
    scalings.map(r => {
      const scaled = {...c, well: c.well * r, top: c.top * r, height: c.height * r};
      return flow(scaled, false) / scaled.top;
    })
  );
/** The loss times r, its noise as it was. */
export const scaledLossOnly = () =>
  over(barriers, c =>
    scalings.map(r => {
      const [well, top, height, batch] = [c.well, c.top, c.height, c.batch].map(x => x * r);
      return flow({...c, well, top, height, batch}, false) / top;
    })
  );

export const massQuadrature = () =>
  over(coarseBarriers, ({well, height, rate, batch}) => {
    const edge = Math.sqrt(height / well);
    const precision = (rate * well * (2 - rate * well)) / (well / batch);
    return [integrate(w => Math.exp((-precision * w * w) / 2), -edge, edge)];
  });

/** ∫ 𝒟⁻¹ e^{(L − L(l))/T} from a to b. */
export const saddleQuadrature = () =>
  over(barriers, c => {
    const [ta, tb] = [c.well, c.top].map(k => (c.rate * k) / (2 * c.batch));
    const {middle, b, phi} = pathOf(c, ta, tb);
    const low = phi(middle);
    return [
      integrate(w => Math.exp(phi(w) - low) / ta, 0, middle - 1e-12) +
        integrate(w => Math.exp(phi(w) - low) / tb, middle, b)
    ];
  });

/** J/P(a) with T_a of the discrete law. */
export const currentQuadrature = () =>
  over(barriers, c => {
    const ta = c.well * variance(c.rate, c.well, c.well / c.batch);
    return [1 / resistance(c, ta, (c.rate * c.top) / (2 * c.batch), false)(0)];
  });

/** Where ½k w² = ΔL, by bisection. */
export const bisected = () =>
  over(coarseBarriers, ({well, height}) => {
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
  over(coarseBarriers, ({well, height, rate, batch}) => {
    const sigma = variance(rate, well, well / batch);
    const edge = Math.sqrt((2 * height) / well);
    return [
      integrate(w => Math.exp((-w * w) / (2 * sigma)), -edge, edge) / Math.sqrt(2 * Math.PI * sigma)
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

/** Of runs x ← (1 + λ|k_b|)x + λη, the share that never falls back, until x is 12 deviations out. */
export function staysBeyond({seed, scale}: Context): Samples {
  const runs = Math.max(400, Math.floor(40_000 * scale));
  return Object.fromEntries(
    tops.rates.map(rate => [
      `λ|k_b| = ${rate}`,
      tops.starts.map(start => {
        const normal = gaussianStream(
          streamState({seed, experiment: "claim committor", cell: `${rate} ${start}`, replicate: 0})
        );
        return sampled(
          Array.from({length: runs}, () => {
            let x = start;
            while (Math.abs(x) < 12) x += rate * tops.curvature * x + Math.sqrt(rate) * normal();
            return x > 0 ? 1 : 0;
          })
        );
      })
    ])
  );
}
