import {chiSquareUpper} from "../../lib/statistics/chiSquare.js";
import {type ChiSquareTest, chiSquareTest} from "../../lib/statistics/chiSquareTest.js";
import {type KolmogorovSmirnov, kolmogorovSmirnov} from "../../lib/statistics/kolmogorovSmirnov.js";
import {normalCdf} from "../../lib/statistics/normal.js";

export interface Score {
  readonly claim: string;
  readonly z: number;
}

/** The scores of one claim, as one number. */
export interface ClaimCalibration {
  readonly claim: string;
  readonly seeds: number;
  /** The mean of its scores; 0 expected, with standard error 1/√seeds. */
  readonly mean: number;
  /** The score furthest from zero. */
  readonly extreme: number;
  /** Pr(χ²(seeds) ≥ Σz²), and the same times the number of claims, at most 1 (Bonferroni). */
  readonly pValue: number;
  readonly adjusted: number;
}

export interface Calibration {
  readonly kolmogorovSmirnov: KolmogorovSmirnov;
  /** Pearson's test over `cells` intervals that are equally likely under N(0, 1). */
  readonly chiSquare: ChiSquareTest;
  readonly cells: number;
  readonly byClaim: readonly ClaimCalibration[];
}

/**
 * Whether scores are standard normal, all together and claim by claim. There are as many equally
 * likely cells, from 2 to 20, as let each expect 5 scores or more.
 *
 * @throws RangeError on fewer than 10 scores, or a score that is not finite
 */
export function calibration(scores: readonly Score[]): Calibration {
  if (scores.length < 10)
    throw new RangeError(`scores must number 10 or more; got ${scores.length}`);
  const z = scores.map(score => score.z);
  const cells = Math.min(20, Math.floor(z.length / 5));
  const counts = new Array<number>(cells).fill(0);
  for (const x of z) counts[Math.min(cells - 1, Math.floor(cells * normalCdf(x)))]++;
  const claims = [...new Set(scores.map(({claim}) => claim))];
  return {
    kolmogorovSmirnov: kolmogorovSmirnov(z, normalCdf),
    chiSquare: chiSquareTest(counts, new Array<number>(cells).fill(z.length / cells)),
    cells,
    byClaim: claims.map(claim => {
      const own = scores.filter(score => score.claim === claim).map(score => score.z);
      const pValue = chiSquareUpper(
        own.reduce((sum, x) => sum + x * x, 0),
        own.length
      );
      return {
        claim,
        seeds: own.length,
        mean: own.reduce((sum, x) => sum + x, 0) / own.length,
        extreme: own.reduce((a, x) => (Math.abs(x) > Math.abs(a) ? x : a)),
        pValue,
        adjusted: Math.min(1, claims.length * pValue)
      };
    })
  };
}
