import type {Estimate} from "../../lib/statistics/estimate.js";
import {estimateCovariance} from "../../lib/statistics/estimateCovariance.js";
import {estimateMean} from "../../lib/statistics/estimateMean.js";
import {estimateRatio, ratioOfEstimates} from "../../lib/statistics/estimateRatio.js";
import {estimateVariance} from "../../lib/statistics/estimateVariance.js";
import {fitLine} from "../../lib/statistics/fitLine.js";
import {fitTrend} from "../../lib/statistics/fitTrend.js";

/** How often a nominal 95 % interval covered the truth. */
export interface CoverageRow {
  statistic: string;
  /** AR(1) coefficient; 0 is independent Gaussian. */
  phi: number;
  /** Whether the interval was told that the entries are independent. */
  independent: boolean;
  length: number;
  repetitions: number;
  coverage: number;
  /** Mean reported standard error over the standard deviation of the estimates. */
  errorRatio: number;
}

/** AR(1) series of unit variance, started in their stationary law; the two of a pair have correlation ½. */
interface Draws {
  one(): Float64Array;
  pair(): {x: Float64Array; y: Float64Array};
}

interface Statistic {
  name: string;
  truth: number;
  estimate(draw: Draws, independent: boolean): Estimate;
  /** Only meaningful where told that entries are independent (true), or not (false). */
  only?: boolean;
}

const batchSizes = [1, 2, 4, 8, 16];

const statistics: Statistic[] = [
  {
    name: "mean",
    truth: 0,
    estimate: (draw, independent) => estimateMean(draw.one(), {independent})
  },
  {
    name: "variance",
    truth: 1,
    estimate: (draw, independent) => estimateVariance(draw.one(), {independent})
  },
  {
    name: "variance, mean known",
    truth: 1,
    estimate: (draw, independent) => estimateVariance(draw.one(), {independent, mean: 0})
  },
  {
    name: "covariance",
    truth: 0.5,
    estimate: (draw, independent) => {
      const {x, y} = draw.pair();
      return estimateCovariance(x, y, {independent});
    }
  },
  {
    name: "ratio of means",
    truth: 0.5,
    estimate: (draw, independent) => {
      const {x, y} = draw.pair();
      return estimateRatio(
        x.map(v => v + 2),
        y.map(v => v + 4),
        {independent}
      );
    }
  },
  {
    name: "ratio of variances",
    truth: 1,
    estimate: (draw, independent) =>
      ratioOfEstimates(
        estimateVariance(draw.one(), {independent}),
        estimateVariance(draw.one(), {independent})
      )
  },
  {
    name: "slope, least squares",
    truth: 2,
    only: true,
    estimate: draw => {
      const {x, y} = draw.pair();
      return fitLine(
        x.subarray(0, 20),
        y.subarray(0, 20).map((v, i) => v + 1.5 * x[i])
      ).slope;
    }
  },
  {
    name: "slope of a trend",
    truth: 3,
    only: false,
    estimate: draw => {
      const x = draw.one();
      const time = x.map((_, i) => i / x.length);
      return fitTrend(
        time,
        x.map((v, i) => v + 3 * time[i])
      ).slope;
    }
  },
  {
    name: "slope of log variances",
    truth: -1,
    estimate: (draw, independent) => {
      const variances = batchSizes.map(b => {
        const {value, standardError} = estimateVariance(draw.one(), {independent, mean: 0});
        return {log: Math.log(value / b), error: standardError / value};
      });
      return fitLine(
        batchSizes.map(Math.log),
        variances.map(v => v.log),
        {
          standardErrors: variances.map(v => v.error),
          weights: "equal"
        }
      ).slope;
    }
  }
];

/**
 * Coverage of every interval of `lib/statistics` on Gaussian and AR(1) series of 400 effective
 * samples, by simulation.
 */
export function coverageTable(
  normal: () => number,
  {
    repetitions = 4000,
    phis = [0, 0.5, 0.9],
    names = statistics.map(s => s.name)
  }: {repetitions?: number; phis?: number[]; names?: string[]} = {}
): CoverageRow[] {
  const rows: CoverageRow[] = [];
  for (const phi of phis)
    for (const independent of phi === 0 ? [true, false] : [false])
      for (const statistic of statistics) {
        if (!names.includes(statistic.name) || (statistic.only ?? independent) !== independent)
          continue;
        const length = Math.ceil((400 * (1 + phi)) / (1 - phi));
        const draw = ar1(normal, phi, length);
        let covered = 0;
        let sum = 0;
        let squares = 0;
        let errors = 0;
        for (let r = 0; r < repetitions; r++) {
          const estimate = statistic.estimate(draw, independent);
          if (estimate.low <= statistic.truth && statistic.truth <= estimate.high) covered++;
          sum += estimate.value - statistic.truth;
          squares += (estimate.value - statistic.truth) ** 2;
          errors += estimate.standardError;
        }
        const spread = Math.sqrt((squares - sum ** 2 / repetitions) / (repetitions - 1));
        rows.push({
          statistic: statistic.name,
          phi,
          independent,
          length,
          repetitions,
          coverage: covered / repetitions,
          errorRatio: errors / repetitions / spread
        });
      }
  return rows;
}

function ar1(normal: () => number, phi: number, length: number): Draws {
  const innovation = Math.sqrt(1 - phi * phi);
  const one = () => {
    const x = new Float64Array(length);
    x[0] = normal();
    for (let t = 1; t < length; t++) x[t] = phi * x[t - 1] + innovation * normal();
    return x;
  };
  const pair = () => {
    const x = one();
    const y = one();
    for (let t = 0; t < length; t++) y[t] = 0.5 * x[t] + Math.sqrt(0.75) * y[t];
    return {x, y};
  };
  return {one, pair};
}
