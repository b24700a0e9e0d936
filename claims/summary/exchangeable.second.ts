import {biasedCoins} from "../cases/summary.js";
import type {Numbers} from "../ledger/claim.js";

/** 1 + the posterior mean of the coin after one head, by Bayes' rule. */
export const posterior = (): Numbers =>
  Object.fromEntries(
    biasedCoins.map(a => {
      const [good, bad] = [(1 + a) / 2, (1 - a) / 2];
      const share = good / (good + bad);
      return [`a = ${a}`, [1 + share * a - (1 - share) * a]];
    })
  );
