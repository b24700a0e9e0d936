import type {Sampled} from "../ledger/claim.js";

/**
 * A mean over independent values with its standard error, s/√n with s² over n − 1; positive if all
 * of them are.
 */
export function sampled(values: ArrayLike<number>): Sampled {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const value = sum / n;
  let squares = 0;
  let positive = true;
  for (let i = 0; i < n; i++) {
    squares += (values[i] - value) ** 2;
    positive &&= values[i] > 0;
  }
  const standardError = Math.sqrt(squares / (n - 1) / n);
  return {value, standardError, effectiveSamples: n, positive};
}
