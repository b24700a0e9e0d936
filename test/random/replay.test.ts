import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {fisherPlateau} from "../../lib/experiments/stationary/fisherPlateau.js";
import {NumpyKernel} from "../../lib/random/numpy/kernel.js";
import {replay} from "../../lib/random/numpy/replay.js";
import {default_rng} from "../../lib/random/numpy.js";
import fixture from "./fixtures/numpy.json" with {type: "json"};

describe("a published NumPy run, replayed", async () => {
  const kernel = await NumpyKernel.create();

  it("gives the first row of the Fisher paper's Table 4 as printed, and NumPy's own value to 1e-10", () => {
    const options = {horizons: [300], decayingHorizon: 200};
    const [plateau, decaying] = [...fisherPlateau(kernel, options)];
    expect(plateau!.anisotropic.toExponential(3)).toBe("8.548e-4");
    expect(plateau!.isotropic.toExponential(3)).toBe("8.596e-4");
    const {risks, decaying: expected} = fixture.replay;
    const ours = [plateau!, decaying!].map(row => [row.anisotropic, row.isotropic]);
    for (const [i, value] of [...risks, ...expected].entries())
      expect(Math.abs(ours.flat()[i]! / value - 1)).toBeLessThan(1e-10);
  });

  it.each([1, 2, 3, 5])("agrees with the recursion written out, d = %i", d => {
    const L = Array.from({length: d}, (_, i) =>
      Array.from({length: d}, (_, j) => (j > i ? 0 : 1 / (1 + i + 2 * j)))
    );
    const curvatures = Array.from({length: d}, (_, i) => 1 + i);
    const learningRates = [0.1, 0.05, 0.2, 0.1, 0.02];
    const run = {curvatures, factor: L, batchSize: 4, replicates: 7, learningRates};
    const fast = default_rng(5);
    const risk = replay(kernel, fast, run);
    const slow = default_rng(5);
    let theta = Matrix.zeros(7, d);
    for (const rate of learningRates) {
      const z = Matrix.from1DArray(7, d, Array.from(slow.standard_normal([7, d])));
      const drift = theta.mmul(Matrix.diag(curvatures.map(h => 1 - rate * h)));
      theta = drift.add(z.mmul(new Matrix(L).transpose()).mul(rate / 2));
    }
    const weighted = theta.mmul(Matrix.diag(curvatures)).mul(theta).sum() / 7;
    // c·n·ε: 5 steps of d+1 products, squared
    expect(Math.abs(risk / weighted - 1)).toBeLessThan(20 * (d + 1) * Number.EPSILON);
    expect(fast.random()).toBe(slow.random());
  });

  it.each([
    [{batchSize: 0}, "batchSize must be an integer ≥ 1; got 0"],
    [
      {
        factor: [
          [1, 1],
          [0, 1]
        ]
      },
      "factor[0][1] must lie in {0}, as factor is lower triangular; got 1"
    ],
    [{factor: [[1]]}, "factor must be 2×2; got 1×1"],
    [{learningRates: [0.1, -1]}, "learningRates must lie in (0, ∞); got -1"],
    [{curvatures: [1, 0]}, "curvatures must lie in (0, ∞); got 0"]
  ])("refuses %j", (change, message) => {
    const run = {
      curvatures: [1, 2],
      factor: [
        [1, 0],
        [0, 1]
      ],
      batchSize: 1,
      replicates: 1,
      learningRates: [0.1]
    };
    expect(() => replay(kernel, default_rng(1), {...run, ...change})).toThrow(message);
  });
});
