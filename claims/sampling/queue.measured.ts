import {dependenceOfWaits, finiteMeans} from "../brute/lindley.js";
import type {costs, finiteRuns, loads} from "../cases/queues.js";

type Cost = (typeof costs)[number];
type Run = (typeof finiteRuns)[number];

/** Sojourn time from the balance equations: πₖ₊₁μ = πₖ with 4000 customers at most, and Little's law. */
function sojourn(mu: number): number {
  let [weight, mass, number] = [1, 0, 0];
  for (let k = 0; k <= 4000; k++) {
    mass += weight;
    number += k * weight;
    weight /= mu;
  }
  return number / mass;
}

/** Where it is least together with cμ, by thirds, and the curvature there, by differences. */
export function balanced({cost}: Cost) {
  const f = (mu: number) => sojourn(mu) + cost * mu;
  let [low, high] = [1.05, 8];
  for (let k = 0; k < 200; k++) {
    const [left, right] = [(2 * low + high) / 3, (low + 2 * high) / 3];
    if (f(left) < f(right)) high = right;
    else low = left;
  }
  const best = (low + high) / 2;
  const h = 1e-3;
  return [best, (f(best + h) - 2 * f(best) + f(best - h)) / (h * h)];
}

export const mean = ({rate, customers}: Run) => finiteMeans(rate, customers).mean;

/** E of the derivative that a run gives by infinitesimal perturbation. */
export const perturbation = ({rate, customers}: Run) => finiteMeans(rate, customers).slope;

/** The same where an idle server does not end a perturbation. */
export const perturbationKept = ({rate, customers}: Run) =>
  finiteMeans(rate, customers, "reset").slope;

/** E of sojourn time times score. */
export const likelihoodRatio = ({rate, customers}: Run) => finiteMeans(rate, customers).score;

/** The same with the score of a customer's own service alone. */
export const ownScore = ({rate, customers}: Run) =>
  finiteMeans(rate, customers, "earlier scores").score;

export const correlations = ({load}: (typeof loads)[number]) => dependenceOfWaits(load);
