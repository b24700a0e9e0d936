import type {Coin} from "../cases/summary.js";

/** 1 + the posterior mean of the coin after one head, by Bayes' rule. */
export function posterior({a}: Coin) {
  const [good, bad] = [(1 + a) / 2, (1 - a) / 2];
  const share = good / (good + bad);
  return 1 + share * a - (1 - share) * a;
}
