import type {VanTrees} from "../cases/bound.js";

/** Brown's identity: the Bayes risk is (1 − I/N)/N, I the information of the mean's marginal law. */
export function brownRisk({N, halfWidth}: VanTrees) {
  const nodes = 300;
  const reach = halfWidth + 8 / Math.sqrt(N);
  const dy = 0.1 / Math.sqrt(N);
  let information = 0;
  for (let y = -reach; y <= reach; y += dy) {
    let [density, slope] = [0, 0];
    for (let k = 1; k < nodes; k++) {
      const theta = ((2 * k) / nodes - 1) * halfWidth;
      const weight =
        (2 / nodes) *
        Math.cos((Math.PI * theta) / (2 * halfWidth)) ** 2 *
        Math.sqrt(N / (2 * Math.PI)) *
        Math.exp((-N * (y - theta) ** 2) / 2);
      density += weight;
      slope -= N * (y - theta) * weight;
    }
    if (density > 0) information += ((slope * slope) / density) * dy;
  }
  return (1 - information / N) / N;
}

/** δ², the worst risk of the guess 0. */
export const guessRisk = ({halfWidth}: VanTrees) => halfWidth ** 2;

const choose = (n: number, k: number): number =>
  k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;

/** The Bayes risk in the metric 1/(p(1 − p)), over the number of heads alone. */
export function headsRisk({N, halfWidth}: VanTrees) {
  const nodes = 400;
  let risk = 0;
  for (let heads = 0; heads <= N; heads++) {
    let [m0, m1, m2] = [0, 0, 0];
    for (let k = 1; k < nodes; k++) {
      const theta = ((2 * k) / nodes - 1) * halfWidth;
      const p = 0.5 + theta;
      const weight =
        ((2 / nodes) *
          Math.cos((Math.PI * theta) / (2 * halfWidth)) ** 2 *
          choose(N, heads) *
          p ** heads *
          (1 - p) ** (N - heads)) /
        (p * (1 - p));
      m0 += weight;
      m1 += weight * p;
      m2 += weight * p * p;
    }
    risk += m2 - (m1 * m1) / m0;
  }
  return risk;
}

/** The worst risk of ½ + 0.05(share of heads − ½), over heads. */
export function shrunkRisk({N, halfWidth}: VanTrees) {
  let most = 0;
  for (let k = -100; k <= 100; k++) {
    const p = 0.5 + (k / 100) * halfWidth;
    let risk = 0;
    for (let heads = 0; heads <= N; heads++)
      risk +=
        choose(N, heads) *
        p ** heads *
        (1 - p) ** (N - heads) *
        (0.5 + 0.05 * (heads / N - 0.5) - p) ** 2;
    most = Math.max(most, risk / (p * (1 - p)));
  }
  return most;
}
