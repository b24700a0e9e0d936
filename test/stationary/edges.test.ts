import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {posteriorDivergence} from "../../lib/bayes/posteriorDivergence.js";
import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";
import {UnstableError} from "../../lib/check.js";
import {escapeEfficiency} from "../../lib/escape/escapeEfficiency.js";
import {approximationError} from "../../lib/stationary/approximationError.js";
import {correlatedNoiseVariance} from "../../lib/stationary/correlatedNoiseVariance.js";
import {dampedNewtonCovariance} from "../../lib/stationary/dampedNewtonCovariance.js";
import type {DrivenCell} from "../../lib/stationary/drivenCell.js";
import {drivenVarianceRatio} from "../../lib/stationary/drivenVarianceRatio.js";
import {linearRegressionCovariance} from "../../lib/stationary/linearRegressionCovariance.js";
import {modeVariance} from "../../lib/stationary/modeVariance.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {regressionMomentumVariance} from "../../lib/stationary/regressionMomentumVariance.js";
import {reshuffledVariance} from "../../lib/stationary/reshuffledVariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {stableScale} from "../../lib/stationary/stableScale.js";
import {timeAverage} from "../../lib/stationary/timeAverage.js";
import reference from "./fixtures/edges.json" with {type: "json"};

/** |got − want| ≤ c·ε·|want| */
function close(got: number, want: number, c: number): void {
  expect(Math.abs(got / want - 1), `${got} for ${want}`).toBeLessThanOrEqual(c * Number.EPSILON);
}

const noise = [[1]];

describe("next to the edge of stability, against 60 digits", () => {
  it.each(reference.heavyBall)(
    "heavy ball, c = 16: k = %f, λ = %f, µ = %f",
    (k, rate, mu, want) => {
      const run = {hessian: [[k]], noise, learningRate: rate, momentum: mu};
      close(momentumCovariance(run).get(0, 0), want, 16);
      close(approximationError(run), (k * want) / 2, 16);
      const preconditioner = [[rate]];
      const same = preconditionedCovariance({hessian: [[k]], noise, preconditioner, momentum: mu});
      // The root of Λ rounds, and the curvature with it: that counts 2(1+µ)/room fold.
      const condition = (2 * (1 + mu)) / (2 * (1 + mu) - rate * k);
      if (k === 1 && condition < 1e14) close(same.get(0, 0), want, 16 * condition);
      if (k === 1) close(dampedNewtonCovariance(run).get(0, 0), want, 16);
      if (mu === 0) {
        const {momentum: _, ...plain} = run;
        close(sgdCovariance(plain).get(0, 0), want, 16);
      }
      const regression = {curvature: k, curvatureVariance: 0, noise: 1};
      close(
        regressionMomentumVariance({...regression, learningRate: rate, momentum: mu}),
        want,
        16
      );
      if (mu === 0)
        close(
          correlatedNoiseVariance({curvature: k, learningRate: rate, noise: {fresh: 1}}),
          want,
          16
        );
    }
  );

  it.each(reference.qhm)("QHM, c = 16: k = %f, λ = %f, µ = %f, ν = %f", (k, rate, mu, nu, want) => {
    const run = {hessian: [[k]], noise, learningRate: rate, momentum: mu, nu};
    close(qhmCovariance(run).get(0, 0), want, 16);
  });

  it.each(reference.regression)(
    "fresh regression data, c = 16: a = %f, λ = %f, b = %i",
    (a, rate, b, want) => {
      const run = {inputCovariance: [[a]], labelVariance: 1, batchSize: b, learningRate: rate};
      close(linearRegressionCovariance(run).get(0, 0), want, 16);
    }
  );

  it.each(reference.robbinsMonro)("η₀/t, c = 8: h = %f, η₀ = %f", (h, eta0, want) => {
    close(robbinsMonroCovariance({hessian: [[h]], noise, eta0}).get(0, 0), want, 8);
  });

  it.each(reference.mode)(
    "t steps of one mode, c = 16: h = %f, η = %f, t = %i",
    (h, eta, steps, want) => {
      close(modeVariance({curvature: h, noise: 1, learningRate: eta}, steps), want, 16);
      const loss = escapeEfficiency({hessian: [[h]], noise, learningRate: eta, steps});
      close(loss, (h * want) / 2, 16);
    }
  );

  it.each(reference.driven)(
    "driven by %s noise, c = 8: knob %f, x = %f",
    (drive, knob, x, want) => {
      const cell = {drive, knob, step: x, updates: 1} as DrivenCell;
      close(drivenVarianceRatio(cell), want as number, 8);
    }
  );
});

describe("where small differences count, against 60 digits", () => {
  it.each(reference.averageOfOne)("the time average, c = 64: r = %f, n = %i", (r, n, want) => {
    const {centredMean} = timeAverage({
      decays: [r, r],
      covariance: [
        [1, 1],
        [1, 1]
      ],
      steps: n
    });
    // 1 − (1 + 2S)/n, of which S is looked for.
    close(((1 - centredMean) * n - 1) / 2, want, 64 + n);
  });

  it.each(reference.stable)("stable noise, c = 64: η = %f, α = %f", (eta, alpha, want) => {
    close(stableScale({curvature: 1, learningRate: eta, alpha}), want, 64);
  });

  it.each(reference.reshuffled)("reshuffled batches, c = 64: η = %f, m = %i", (eta, m, want) => {
    close(
      reshuffledVariance({curvature: 1, learningRate: eta, noise: 1, batches: m}).atEnd,
      want,
      64
    );
  });

  it.each(reference.divergence)("divergence from the posterior: λ = %f", (rate, want) => {
    const got = posteriorDivergence({eigenvalues: [1], datasetSize: 10, batchSize: 1}, rate);
    // x is known to ε, so that ½(x − 1 − ln x) moves by ½|x − 1|ε ≤ √(divergence)·ε and by itself.
    expect(Math.abs(got - want)).toBeLessThanOrEqual(
      16 * Number.EPSILON * (Math.sqrt(want) + want)
    );
  });
});

describe("beyond the edge", () => {
  const up = (x: number) => x * (1 + Number.EPSILON);

  it("nothing is returned by less than an ulp", () => {
    for (const k of [0.1, 0.3, 0.7, 1.1, 3, 7, 1e-300, 1e300])
      for (const mu of [0, 0.1, 0.3, 0.9]) {
        const limit = (2 * (1 + mu)) / k;
        for (let rate = limit * (1 - 4 * Number.EPSILON); rate <= up(limit); rate = up(rate)) {
          let variance = 1;
          try {
            const run = {hessian: [[k]], noise, learningRate: rate, momentum: mu};
            variance = momentumCovariance(run).get(0, 0);
          } catch (error) {
            expect(error).toBeInstanceOf(UnstableError);
          }
          expect(variance).toBeGreaterThanOrEqual(0);
        }
      }
  });

  it("scales exactly: curvature and rate by powers of two that cancel", () => {
    const at = (power: number) =>
      momentumCovariance({
        hessian: [[0.3 * 2 ** power]],
        noise: [[2 ** (2 * power)]],
        learningRate: 9 * 2 ** -power,
        momentum: 0.5
      });
    expect(at(500).to2DArray()).toEqual(at(0).to2DArray());
    expect(at(-500).to2DArray()).toEqual(at(0).to2DArray());
  });
});

describe("MatrixEquations.jl's habit of ill-conditioned but well-posed problems", () => {
  const hilbert = Array.from({length: 8}, (_, i) =>
    Array.from({length: 8}, (_, j) => 1 / (i + j + 1))
  );

  it("Σ of noise C = H is η(2I − ηH)⁻¹ to 8 ε, though H has condition 1.5e10", () => {
    const eta = 0.1;
    const sigma = sgdCovariance({hessian: hilbert, noise: hilbert, learningRate: eta});
    // (2I − ηH)⁻¹ by its geometric series, which converges as 0.085ᵏ.
    const step = new Matrix(hilbert).mul(eta / 2);
    let [sum, power] = [Matrix.eye(8), Matrix.eye(8)];
    for (let k = 0; k < 40; k++) {
      power = power.mmul(step);
      sum = Matrix.add(sum, power);
    }
    const want = sum.mul(eta / 2);
    expect(sigma.sub(want).norm() / want.norm()).toBeLessThan(8 * Number.EPSILON);
  });
});
