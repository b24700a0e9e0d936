import {weightExponents} from "../cases/bound.js";
import type {Numbers} from "../ledger/claim.js";

/** ∫₁ᵀ t^q dt by the midpoint rule in log t. */
function power(q: number, T: number): number {
  const n = 4000;
  const width = Math.log(T) / n;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += Math.exp((q + 1) * (k + 0.5) * width) * width;
  return sum;
}

/** Slopes of T^{−p} ∫₁ᵀ t^{p−2} dt and of the remainder's integral, between 10³⁰ and 10³². */
export function weightIntegrals(): Numbers {
  const [from, to] = [1e30, 1e32];
  const slope = (q: number, p: number) =>
    Math.log((power(q + p, to) / to ** p / power(q + p, from)) * from ** p) / Math.log(to / from);
  return {
    "Σ (t/T)ᵖ t⁻²": weightExponents.map(p => slope(-2, p)),
    "remainder, ρ = √t": [slope(-1.5, 1.4)]
  };
}

/** Slope of the risk against Tb from the unrolled sums, curvature 1, steps 1.5/(t + 4), start at 1. */
function slope(of: readonly {T: number; b: number}[]): number {
  const [first, last] = of.map(({T, b}) => {
    let carried = 1;
    let noise = 0;
    for (let t = T - 1; t >= 1; t--) {
      noise += ((1.5 / (t + 4)) * carried) ** 2;
      carried *= 1 - 1.5 / (t + 4);
    }
    return {N: T * b, risk: carried ** 2 + noise / b};
  });
  return Math.log(last.risk / first.risk) / Math.log(last.N / first.N);
}

export const longerSeries = (): Numbers => ({
  "T grows at b = 64": [
    slope([
      {T: 50_000, b: 64},
      {T: 200_000, b: 64}
    ])
  ]
});

export const largerSeries = (): Numbers => ({
  "b grows at T = 10": [
    slope([
      {T: 10, b: 1000},
      {T: 10, b: 4000}
    ])
  ]
});
