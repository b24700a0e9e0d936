import type {RunLine, WeightSums} from "../cases/bound.js";

/** ∫₁ᵀ t^q dt by the midpoint rule in log t. */
function power(q: number, T: number): number {
  const n = 4000;
  const width = Math.log(T) / n;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += Math.exp((q + 1) * (k + 0.5) * width) * width;
  return sum;
}

/** Slopes of T^{−p} ∫₁ᵀ t^{p+q} dt between 10³⁰ and 10³². */
export function weightIntegrals({power: q, exponents}: WeightSums) {
  const [from, to] = [1e30, 1e32];
  return exponents.map(
    p =>
      Math.log((power(q + p, to) / to ** p / power(q + p, from)) * from ** p) / Math.log(to / from)
  );
}

/** Slope of the risk against Tb from the unrolled sums, curvature 1, steps 1.5/(t + 4), start at 1. */
export function unrolled({ends}: RunLine) {
  const [first, last] = ends.map(({T, b}) => {
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
