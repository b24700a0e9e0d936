import {continuousKramersRate, kramersRate} from "../../escape/kramersRate.js";
import {erf} from "../../statistics/erf.js";
import type {Numbers} from "../claim.js";
import {type BarrierCase, barriers, coarseBarriers, scalings, tops, walks} from "../escapeCases.js";

const over = <T extends {readonly name: string}>(
  cases: readonly T[],
  f: (options: T) => readonly number[]
): Numbers => Object.fromEntries(cases.map(options => [options.name, f(options)]));

const argumentsOf = ({
  well,
  top,
  height,
  rate,
  batch,
  split = top / (well + top)
}: BarrierCase & {readonly split?: number}) => ({
  curvatureMin: well,
  curvatureBarrier: top,
  barrier: height,
  learningRate: rate,
  batchSize: batch,
  split
});

/** 𝒟 of the recursion (5) with C = k/S, per update. */
const diffusion = (f: (rate: number, noise: number) => number) =>
  over(coarseBarriers, ({rate, well, batch}) => [f(rate, well / batch)]);
export const diffusionPerUpdate = () => diffusion((rate, c) => (rate * rate * c) / 2);
export const diffusionPrinted = () => diffusion((_, c) => c / 2);
export const diffusionOfFlow = () => diffusion((rate, c) => (rate * c) / 2);

/** The walk that starts anew where it began: stationary p with flux J out of the last site. */
function stationaryWalk({sites, up, down}: (typeof walks)[number]) {
  let flux = Array.from({length: sites}, () => 1 / sites);
  for (let t = 0; t < 20000; t++) {
    const next = flux.map((p, i) => p * (1 - up - (i > 0 ? down : 0)));
    for (let i = 0; i < sites; i++) {
      next[(i + 1) % sites] += up * flux[i];
      if (i > 0) next[i - 1] += down * flux[i];
    }
    flux = next;
  }
  return {current: up * flux[sites - 1], inside: flux.reduce((a, b) => a + b, 0)};
}
export const currentOverInside = () =>
  over(walks, walk => {
    const {current, inside} = stationaryWalk(walk);
    return [current / inside];
  });
export const insideOverCurrent = () =>
  over(walks, walk => {
    const {current, inside} = stationaryWalk(walk);
    return [inside / current];
  });
export const siteOverInside = () => over(walks, walk => [stationaryWalk(walk).current / walk.up]);

export const kramers = () => over(coarseBarriers, c => [kramersRate(argumentsOf(c))]);
const prefactors = (f: (stiffness: number, inside: number) => number) =>
  over(coarseBarriers, c => {
    const {well, top, height, rate, batch, split} = c;
    const stiffness = 2 - rate * well;
    const inside = erf(Math.sqrt((batch * stiffness * height) / (rate * well)));
    const exponent =
      ((2 * batch * height) / rate) *
      ((split * (1 - (rate * well) / 2)) / well + (1 - split) / top);
    return [(top / (2 * Math.PI)) * f(stiffness, inside) * Math.exp(-exponent)];
  });
/** (23) = (71) as it stands. */
export const kramersPrinted = () => prefactors((s, inside) => Math.sqrt(2 / s) * inside);
/** The root put right alone. */
export const kramersTimesErf = () => prefactors((s, inside) => Math.sqrt(s / 2) * inside);

export const continuousRate = () => over(barriers, c => [continuousKramersRate(argumentsOf(c))]);
/** With the geometric mean of the curvatures, as for one temperature. */
export const oneTemperature = () =>
  over(barriers, c => [continuousKramersRate(argumentsOf(c)) * Math.sqrt(c.well / c.top)]);

/** Mass of P = P(a) e^{−λk(2−λk)w²/(2C)} over |w| < √(ΔL/k), C that of (66), over P(a). */
const mass = (doubled: number) =>
  over(coarseBarriers, ({well, height, rate, batch}) => {
    const noise = well / batch;
    const stiffness = rate * (2 - rate * well);
    return [
      Math.sqrt((2 * Math.PI * noise) / (well * stiffness)) *
        erf(Math.sqrt((stiffness * height) / (doubled * noise)))
    ];
  });
export const massInside = () => mass(2);
export const massPrinted = () => mass(1);
export const massQuarter = () => mass(4);

/** rhs of (69) over −J, up to b. */
const saddle = (share: number) =>
  over(barriers, c => {
    const temperature = (c.rate * c.top) / (2 * c.batch);
    const rest = (c.height * c.well) / (c.well + c.top);
    return [
      (share / temperature) *
        Math.exp(rest / temperature) *
        Math.sqrt((2 * Math.PI * temperature) / c.top)
    ];
  });
export const saddleToTop = () => saddle(0.5);
export const saddleWhole = () => saddle(1);
export const saddleQuarter = () => saddle(0.25);

/** T_b = λ|k_b|/(2S), printed as 𝒟_b. */
export const temperature = () =>
  over(coarseBarriers, ({rate, top, batch}) => [(rate * top) / (2 * batch)]);
export const noiseAlone = () => over(coarseBarriers, ({top, batch}) => [top / (2 * batch)]);

/** J/P(a) of (70), with the discrete temperature in the well. */
const current = (f: (temperature: number) => number) =>
  over(barriers, c => {
    const {well, top, height, rate, batch} = c;
    const ta = (rate * well) / (batch * (2 - rate * well));
    const tb = (rate * top) / (2 * batch);
    const split = top / (well + top);
    return [
      f(tb) *
        Math.exp(-(split * height) / ta - ((1 - split) * height) / tb) *
        Math.sqrt(top / (2 * Math.PI * tb))
    ];
  });
export const currentWithDiffusion = () => current(tb => tb);
export const currentPrinted = () => current(() => 1);
export const currentRoot = () => current(Math.sqrt);

export const halfWidth = () => over(coarseBarriers, c => [Math.sqrt((2 * c.height) / c.well)]);
export const halfWidthPrinted = () => over(coarseBarriers, c => [Math.sqrt(c.height / c.well)]);
export const halfWidthWide = () => over(coarseBarriers, c => [Math.sqrt((3 * c.height) / c.well)]);

/** The argument of erf in (23). */
export const spread = () =>
  over(coarseBarriers, ({well, height, rate, batch}) => [
    erf(Math.sqrt((batch * (2 - rate * well) * height) / (rate * well)))
  ]);
export const spreadContinuous = () =>
  over(coarseBarriers, ({well, height, rate, batch}) => [
    erf(Math.sqrt((2 * batch * height) / (rate * well)))
  ]);

export const unscaled = () =>
  over(barriers, c => scalings.map(() => continuousKramersRate(argumentsOf(c)) / c.top));
export const noLess = (): Numbers => ({"γ(r)/γ(½r)": scalings.slice(1).map(() => 1)});

/** The chance never to fall back behind b, Φ(x/s). */
const committor = (discrete: number) =>
  Object.fromEntries(
    tops.rates.map(rate => {
      const s = Math.sqrt(1 / (2 + discrete * rate * tops.curvature));
      return [`λ|k_b| = ${rate}`, tops.starts.map(x => (1 + erf(x / (s * Math.SQRT2))) / 2)];
    })
  );
export const committorDiscrete = (): Numbers => committor(1);
export const committorContinuous = (): Numbers => committor(0);
