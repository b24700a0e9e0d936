import {leastCalls} from "../../lib/budgets/leastCalls.js";
import {identity, largestEigenvalue, smallestEigenvalue} from "../brute/arrays.js";
import * as cases from "../cases/oracle.js";
import type {Pair} from "../cases/pairs.js";

/** The least f(x), x in [low, high], by golden section on log x; where it is. */
function least(f: (x: number) => number, low: number, high: number): [number, number] {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [Math.log(low), Math.log(high)];
  for (let k = 0; k < 120; k++) {
    const [p, q] = [b - golden * (b - a), a + golden * (b - a)];
    if (f(Math.exp(p)) <= f(Math.exp(q))) b = q;
    else a = p;
  }
  const x = Math.exp((a + b) / 2);
  return [f(x), x];
}

/** N(ε/2)/N(ε) where N(η) = b ΔL/(ηλmin) / (ε²/(8 log(2/δ)) − (ηM/b) Tr F/λmin) is made least. */
export function boundedCalls() {
  const {gap, smoothness: M, smallest, trace, delta} = cases.budget;
  const [first, half] = cases.tolerances.map(eps => {
    const room = eps ** 2 / (8 * Math.log(2 / delta));
    const edge = (room * smallest) / (M * trace);
    return least(
      eta => gap / (eta * smallest) / (room - (eta * M * trace) / smallest),
      edge * 1e-6,
      edge * (1 - 1e-9)
    )[0];
  });
  return half / first;
}

/** The same for SGD itself on quadratics with two stiff directions and a flat one of curvature 2ε². */
export function familyCalls() {
  const {smoothness, metric, gap, stiff} = cases.family;
  const [first, half] = cases.tolerances.map(eps => {
    const flat = (2 * eps ** 2 * metric) / gap;
    const curvatures = [...new Array<number>(stiff).fill(smoothness), flat];
    const initial = curvatures.map(h => (h === flat ? Math.sqrt((2 * gap) / flat) : 0));
    return leastCalls({curvatures, metric: curvatures.map(() => metric), initial}, eps ** 2).calls;
  });
  return half / first;
}

/** N of the first problem over N of the second, both from a gradient of unit dual norm. */
export function callRatio({problems}: cases.Compared) {
  const [first, second] = problems.map(({curvatures, metric}) => {
    const initial = curvatures.map((x, i) => (i === 1 ? Math.sqrt(metric[i]) / x : 0));
    return leastCalls({curvatures, metric, initial}, cases.specified.squaredTolerance).calls;
  });
  return first / second;
}

/** The least ΔL/(ηTλmin) + ηM Tr F/λmin at b = 1, and its η. */
export function minimisedTerms({N}: {N: number}) {
  const {gap, smoothness: M, smallest, trace} = cases.budget;
  return least(eta => (gap / (eta * N) + eta * M * trace) / smallest, 1e-9, 1 / (4 * M));
}

/** The least value of the bound over η ≤ 1/(4M), over that at b = 1; F = I. */
function boundAt(b: number): number {
  const {curvatures: h, initial, calls: N} = cases.spent;
  const M = Math.max(...h);
  const gap = h.reduce((sum, x, i) => sum + (x * initial[i] ** 2) / 2, 0);
  return least(eta => (gap * b) / (eta * N) + (eta * M * h.length) / b, 1e-12, 1 / (4 * M))[0];
}

export const boundRatio = ({b}: {b: number}) => boundAt(b) / boundAt(1);

/** The least T over η ≤ 1/(4M) for which the bound is below ε². */
export function leastIterations({b}: {b: number}) {
  const {gap, smoothness: M, smallest, trace, delta, squaredTolerance} = cases.budget;
  const room = squaredTolerance / (8 * Math.log(2 / delta));
  const edge = Math.min((room * smallest * b) / (M * trace), 1 / (4 * M));
  const steps = (eta: number) =>
    gap / (eta * smallest) / (room - (eta * M * trace) / (b * smallest));
  return least(steps, edge * 1e-6, edge * (1 - 1e-9))[0];
}

/** λmax(F)/λmin(F), both by bisection. */
export const condition = ({metric: F}: cases.WithMetric) =>
  largestEigenvalue(F, identity(F.length)) / smallestEigenvalue(F);

/** Tr F over λmin(F), the latter by bisection. */
export const traceRatio = ({noise}: Pair) =>
  noise.reduce((sum, row, i) => sum + row[i], 0) / smallestEigenvalue(noise);
