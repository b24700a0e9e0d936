import {leastCalls} from "../../lib/budgets/leastCalls.js";
import {identity, largestEigenvalue, smallestEigenvalue} from "../brute/arrays.js";
import {budget, family, specified, spent, tolerances} from "../cases/oracle.js";
import {pairs, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

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
export function boundedCalls(): Numbers {
  const {gap, smoothness: M, smallest, trace, delta} = budget;
  const [first, half] = tolerances.map(eps => {
    const room = eps ** 2 / (8 * Math.log(2 / delta));
    const edge = (room * smallest) / (M * trace);
    return least(
      eta => gap / (eta * smallest) / (room - (eta * M * trace) / smallest),
      edge * 1e-6,
      edge * (1 - 1e-9)
    )[0];
  });
  return {"N(ε/2)/N(ε)": [half / first]};
}

/** The same for SGD itself on quadratics with two stiff directions and a flat one of curvature 2ε². */
export function familyCalls(): Numbers {
  const {smoothness, metric, gap, stiff} = family;
  const [first, half] = tolerances.map(eps => {
    const flat = (2 * eps ** 2 * metric) / gap;
    const curvatures = [...new Array<number>(stiff).fill(smoothness), flat];
    const initial = curvatures.map(h => (h === flat ? Math.sqrt((2 * gap) / flat) : 0));
    return leastCalls({curvatures, metric: curvatures.map(() => metric), initial}, eps ** 2).calls;
  });
  return {"N(ε/2)/N(ε)": [half / first]};
}

/** N of the first problem over N of the second, F as told, both from a gradient of unit dual norm. */
function callRatioWith(metricOf: (h: readonly number[]) => readonly number[]): Numbers {
  const [first, second] = specified.curvatures.map(h => {
    const metric = metricOf(h);
    const initial = h.map((x, i) => (i === 1 ? Math.sqrt(metric[i]) / x : 0));
    return leastCalls({curvatures: h, metric, initial}, specified.squaredTolerance).calls;
  });
  return {"N of one over N of the other": [first / second]};
}

export const callsWithHessian = () => callRatioWith(h => h);

export const callsWithIdentity = () => callRatioWith(h => h.map(() => 1));

/** The least ΔL/(ηTλmin) + ηM Tr F/λmin at b = 1, and its η. */
export function minimisedTerms(): Numbers {
  const {gap, smoothness: M, smallest, trace, calls} = budget;
  return Object.fromEntries(
    calls.map(N => [
      `N = ${N}`,
      [...least(eta => (gap / (eta * N) + eta * M * trace) / smallest, 1e-9, 1 / (4 * M))]
    ])
  );
}

/** The least value of the bound over η ≤ 1/(4M), over that at b = 1; F = I. */
function boundAt(b: number): number {
  const {curvatures: h, initial, calls: N} = spent;
  const M = Math.max(...h);
  const gap = h.reduce((sum, x, i) => sum + (x * initial[i] ** 2) / 2, 0);
  return least(eta => (gap * b) / (eta * N) + (eta * M * h.length) / b, 1e-12, 1 / (4 * M))[0];
}

export const boundsByBatch = (): Numbers =>
  Object.fromEntries(spent.batchSizes.map(b => [`b = ${b}`, [boundAt(b) / boundAt(1)]]));

export const boundAtEighth = (): Numbers => ({"b = N/8": [boundAt(spent.calls / 8) / boundAt(1)]});

/** The least T over η ≤ 1/(4M) for which the bound is below ε². */
export function leastIterations(): Numbers {
  const {gap, smoothness: M, smallest, trace, delta, squaredTolerance, batchSizes} = budget;
  const room = squaredTolerance / (8 * Math.log(2 / delta));
  return Object.fromEntries(
    batchSizes.map(b => {
      const edge = Math.min((room * smallest * b) / (M * trace), 1 / (4 * M));
      const steps = (eta: number) =>
        gap / (eta * smallest) / (room - (eta * M * trace) / (b * smallest));
      return [`b = ${b}`, [least(steps, edge * 1e-6, edge * (1 - 1e-9))[0]]];
    })
  );
}

const conditions = (metric: (hessian: Rows) => Rows): Numbers =>
  Object.fromEntries(
    pairs.slice(1).map(({name, hessian}) => {
      const F = metric(hessian);
      return [name, [largestEigenvalue(F, identity(F.length)) / smallestEigenvalue(F)]];
    })
  );

export const conditionOfIdentity = () => conditions(h => identity(h.length));

export const conditionOfHessian = () => conditions(h => h);

/** Tr F over λmin(F), the latter by bisection. */
export const traces = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, noise}) => [
      name,
      [noise.reduce((sum, row, i) => sum + row[i], 0) / smallestEigenvalue(noise)]
    ])
  );
