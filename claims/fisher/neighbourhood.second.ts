import {plateau, type Remainder, remainders} from "../cases/neighbourhood.js";

/** f E θ² as what is left of the start and of each kick, from the last backwards. */
export const unrolled = ({rho}: Remainder) => {
  const {eta0, metric: f, start, horizons} = remainders;
  return horizons.map(T => {
    let left = 1;
    let sum = 0;
    for (let t = T - 1; t >= 1; t--) {
      sum += left * (eta0 / t) ** 2 * (1 + rho(t));
      left *= (1 - eta0 / t) ** 2;
    }
    return f * (f * sum + left * start ** 2);
  });
};

export function bowl({T}: {T: number}) {
  const {eta0, noise} = plateau;
  let left = 1;
  let sum = 0;
  for (let t = T - 1; t >= 1; t--) {
    sum += left * (eta0 / t) ** 2;
    left *= (1 - eta0 / t) ** 2;
  }
  return noise ** 2 * sum;
}

/**
 * A number below E θ_T² for every T ≥ 12: all 2¹¹ beginnings. One that is beyond 2 by x walks freely
 * from there, its remaining steps have the variance v, and by Cantelli's inequality for martingales it
 * stays beyond 2 for good with probability x²/(v + x²) at least.
 */
export function everyBeginning() {
  const {eta0, noise, first} = plateau;
  let v = 0;
  for (let t = first; t < 1e6; t++) v += (noise * (eta0 / t)) ** 2;
  v += (noise * eta0) ** 2 / (1e6 - 1);
  let total = 0;
  const visit = (x: number, t: number): void => {
    if (t === first) {
      const beyond = Math.abs(x) - 2;
      if (beyond > 0) total += (4 * beyond ** 2) / (v + beyond ** 2);
      return;
    }
    const size = Math.abs(x);
    const pull = size <= 1 ? x : size >= 2 ? 0 : Math.sign(x) * (2 - size);
    for (const toss of [noise, -noise]) visit(x - (eta0 / t) * (pull + toss), t + 1);
  };
  visit(0, 1);
  return total / 2 ** (first - 1);
}
