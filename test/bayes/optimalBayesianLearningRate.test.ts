import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {optimalBayesianLearningRate} from "../../lib/bayes/optimalBayesianLearningRate.js";
import {posteriorDivergence} from "../../lib/bayes/posteriorDivergence.js";
import {UnstableError} from "../../lib/check.js";

const problems = fc.record({
  eigenvalues: fc.array(fc.double({min: 0.01, max: 50, noNaN: true}), {minLength: 1, maxLength: 8}),
  datasetSize: fc.integer({min: 2, max: 5000}),
  share: fc.double({min: 0, max: 1, noNaN: true})
});

/** KL between N(0, v) and N(0, 1/p) per direction, from the definition. */
function divergence(
  options: {eigenvalues: number[]; datasetSize: number; batchSize: number},
  lambda: number
): number {
  const {eigenvalues, datasetSize: n, batchSize: s} = options;
  return eigenvalues.reduce((sum, k) => {
    let variance = 0;
    const noise = ((n - s) / (n * s)) * k;
    const q = (1 - lambda * k) ** 2;
    variance = (lambda ** 2 * noise) / (1 - q);
    return sum + 0.5 * (n * k * variance - Math.log(n * k) - Math.log(variance) - 1);
  }, 0);
}

describe("optimalBayesianLearningRate", () => {
  it("has no better neighbour on a grid over the whole stable range", () => {
    fc.assert(
      fc.property(problems, ({eigenvalues, datasetSize, share}) => {
        const batchSize = Math.max(1, Math.min(datasetSize - 1, Math.round(share * datasetSize)));
        const options = {eigenvalues, datasetSize, batchSize};
        const best = optimalBayesianLearningRate(options);
        const limit = 2 / Math.max(...eigenvalues);
        expect(best).toBeGreaterThan(0);
        expect(best).toBeLessThan(limit);
        const least = divergence(options, best);
        const slack = 1e-9 * (1 + Math.abs(least));
        for (let i = 1; i < 400; i++)
          expect(divergence(options, (limit * i) / 400)).toBeGreaterThan(least - slack);
        for (const factor of [1 - 1e-3, 1 + 1e-3])
          if (best * factor < limit)
            expect(divergence(options, best * factor)).toBeGreaterThan(least - slack);
      }),
      {numRuns: 150, seed: 21}
    );
  });

  it("solves the printed equation (16): residual c·D·ε/(2 − λkmax)², c = 100", () => {
    for (const [n, s] of [
      [1000, 10],
      [100, 60],
      [10, 9]
    ]) {
      const eigenvalues = [3, 1, 0.4, 0.1];
      const x = optimalBayesianLearningRate({eigenvalues, datasetSize: n, batchSize: s});
      const first = eigenvalues.reduce((sum, k) => sum + k / (2 - x * k), 0);
      const second = eigenvalues.reduce((sum, k) => sum + k ** 2 / (2 - x * k) ** 2, 0);
      const left = ((n - 2 * s) / s) * first + ((n - s) / s) * x * second;
      const size = Math.abs((n - 2 * s) / s) * first + ((n - s) / s) * x * second;
      expect(Math.abs(left - 4 / x)).toBeLessThan(
        (100 * 4 * Number.EPSILON * size) / (2 - 3 * x) ** 2
      );
    }
  });

  it("is 2S/(Nk) for one curvature, scales like 1/k, and tends to 2SD/(N Tr K) as S/N → 0", () => {
    expect(
      optimalBayesianLearningRate({eigenvalues: [4, 4], datasetSize: 100, batchSize: 25})
    ).toBe(0.125);
    const eigenvalues = [5, 2, 0.3];
    const unit = optimalBayesianLearningRate({eigenvalues, datasetSize: 50, batchSize: 20});
    const scaled = optimalBayesianLearningRate({
      eigenvalues: eigenvalues.map(k => 1000 * k),
      datasetSize: 50,
      batchSize: 20
    });
    expect(scaled * 1000).toBeCloseTo(unit, 12);
    const small = optimalBayesianLearningRate({eigenvalues, datasetSize: 1e8, batchSize: 1});
    expect(small / ((2 * 3) / (1e8 * 7.3))).toBeCloseTo(1, 6);
  });

  it("leaves that limit by −2(S/N) times the squared coefficient of variation of the curvatures", () => {
    const eigenvalues = [1, 0.3, 0.05];
    const trace = 1.35;
    const variation = (3 * (1 + 0.09 + 0.0025)) / trace ** 2 - 1;
    for (const batchSize of [1, 100]) {
      const share = batchSize / 1e6;
      const best = optimalBayesianLearningRate({eigenvalues, datasetSize: 1e6, batchSize});
      const delta = best / ((2 * share * 3) / trace) - 1;
      expect(Math.abs(delta / (-2 * share * variation) - 1)).toBeLessThan(3 * share + 1e-5);
    }
  });

  it("posteriorDivergence is the divergence, zero where the laws coincide", () => {
    const options = {eigenvalues: [3, 1, 0.4], datasetSize: 200, batchSize: 30};
    for (const lambda of [0.01, 0.2, 0.6])
      expect(posteriorDivergence(options, lambda)).toBeCloseTo(divergence(options, lambda), 11);
    expect(
      posteriorDivergence({eigenvalues: [1], datasetSize: 100, batchSize: 10}, 0.2)
    ).toBeCloseTo(0, 15);
    expect(() => posteriorDivergence(options, 0.7)).toThrow(UnstableError);
  });

  it("refuses a full batch, an empty spectrum and a flat direction", () => {
    expect(() =>
      optimalBayesianLearningRate({eigenvalues: [1], datasetSize: 10, batchSize: 10})
    ).toThrow("batchSize must be an integer in [1, 9]; got 10");
    expect(() =>
      optimalBayesianLearningRate({eigenvalues: [], datasetSize: 10, batchSize: 1})
    ).toThrow(/one at least; got \[\]/);
    expect(() =>
      optimalBayesianLearningRate({eigenvalues: [1, 0], datasetSize: 10, batchSize: 1})
    ).toThrow(/eigenvalues must lie in \(0, ∞\); got 0/);
  });
});
