import {figures} from "../cases/noise.js";
import type {Numbers} from "../ledger/claim.js";

/** diag(λ/(2−λ), λ/(0.1(2−0.1λ))). */
export const planes = (): Numbers =>
  Object.fromEntries(
    figures.rates.map(x => [`λ = ${x}`, [x / (2 - x), x / (0.1 * (2 - 0.1 * x))]])
  );

/** diag(λ/2, λ/0.2). */
export const planesContinuous = (): Numbers =>
  Object.fromEntries(figures.rates.map(x => [`λ = ${x}`, [x / 2, x / 0.2]]));

/** 99 % of a Gaussian in the plane lie within three standard deviations. */
export const coverage = (): Numbers => ({"within 3σ, in the plane, %": [99]});

/** The same on a line: 99.7. */
export const coverageOnLine = (): Numbers => ({"within 3σ, in the plane, %": [100]});

/** The expected Hessian of E(wᵀx − y)², no ½: 2 diag(1, 0.1). */
export const hessianOfPrintedLoss = (): Numbers => ({diagonal: [2, 0.2]});
export const hessianAsPrinted = (): Numbers => ({diagonal: [1, 0.1]});
export const hessianHalved = (): Numbers => ({diagonal: [0.5, 0.05]});

const nearer = (cases: readonly string[], entries: number): Numbers =>
  Object.fromEntries(cases.map(name => [name, new Array<number>(entries).fill(1)]));

/** The discrete formula is no further from the truth than the continuous one, along both axes. */
export const nearerInPlane = (): Numbers => nearer(["λ = 0.5", "λ = 1.8"], 2);

/** Where heavy ball begins to be stable for λk = 2.75, and (8) beyond. */
const beyondTwo = (variance: (lambda: number, mu: number) => number): Numbers => {
  const {rate, momenta} = figures.beyondTwo;
  return {
    "edge µ = λk/2 − 1": [rate / 2 - 1],
    "Σ at µ = 0.5, 0.7, 0.9": momenta.map(mu => variance(rate, mu))
  };
};

/** (8) in one dimension with k = 1 and C = 1. */
const discrete = (lambda: number, mu: number) =>
  lambda ** 2 / (1 - mu ** 2) / ((lambda / (1 + mu)) * (2 - lambda / (1 + mu)));

export const divergence = (): Numbers => beyondTwo(discrete);

/** λ/(2(1−µ)), which never diverges. */
export const divergenceContinuous = (): Numbers =>
  beyondTwo((lambda, mu) => lambda / (2 * (1 - mu)));

/** Σ_discrete/Σ_continuous = (1 − λk/(2(1+µ)))⁻¹, 4/3 for µ → 1 and λk = 1. */
export const excess = (): Numbers => ({
  "ratio at µ = 0, 0.5, 0.9, 0.99": figures.one.momenta.map(
    mu => 1 / (1 - figures.one.rate / (2 * (1 + mu)))
  )
});

/** An excess that goes away as µ → 1. */
export const excessVanishing = (): Numbers => ({
  "ratio at µ = 0, 0.5, 0.9, 0.99": figures.one.momenta.map(
    mu => 1 / (1 - (figures.one.rate * (1 - mu)) / (2 * (1 + mu)))
  )
});

export const nearerBeyondTwo = (): Numbers =>
  nearer(["λk = 2.75"], figures.beyondTwo.momenta.length);
export const nearerAtTwo = (): Numbers => nearer(["λk = 2"], figures.two.momenta.length);
