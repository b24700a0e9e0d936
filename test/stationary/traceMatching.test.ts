import {describe, expect, it} from "vitest";
import {normals} from "../../lib/random/normals.js";
import {randomRotation} from "../../lib/random/randomRotation.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {riskWeights, traceMatchingRange} from "../../lib/stationary/traceMatching.js";

const curvatures = [0.5, 1, 4];
const metric = [2, 1, 0.3];
const learningRate = 0.3;
const spectrum = [1, 2, 7];
const diagonal = (x: readonly number[]) => x.map((v, i) => x.map((_, j) => (i === j ? v : 0)));

function risk(noise: number[][]): number {
  const sigma = sgdCovariance({hessian: diagonal(curvatures), noise, learningRate});
  return metric.reduce((sum, f, i) => sum + f * sigma.get(i, i), 0);
}

describe("riskWeights", () => {
  it("are the risk per unit of noise in each direction, over η", () => {
    for (const [i, w] of riskWeights({curvatures, metric, learningRate}).entries()) {
      const unit = risk(diagonal(curvatures.map((_, k) => (k === i ? 1 : 0))));
      expect(Math.abs((learningRate * w) / unit - 1)).toBeLessThan(100 * Number.EPSILON);
    }
  });

  it("are equal for F ∝ 2H − ηH², and for F = H at η = 0 alone", () => {
    const matched = curvatures.map(h => 2 * h - learningRate * h * h);
    const w = riskWeights({curvatures, metric: matched, learningRate});
    expect(Math.max(...w) - Math.min(...w)).toBeLessThan(10 * Number.EPSILON);
    expect(riskWeights({curvatures, metric: curvatures, learningRate: 0})).toEqual([0.5, 0.5, 0.5]);
    const bent = riskWeights({curvatures, metric: curvatures, learningRate});
    expect(bent[2] / bent[0]).toBeGreaterThan(2);
  });

  it("refuses a rate outside the stability region", () => {
    expect(() => riskWeights({curvatures, metric, learningRate: 0.5})).toThrow(
      "learningRate must lie in [0, 2/λmax) = [0, 0.5); got 0.5"
    );
  });
});

describe("traceMatchingRange", () => {
  const [low, high] = traceMatchingRange({curvatures, metric, noise: spectrum, learningRate});
  const white = risk(diagonal([10 / 3, 10 / 3, 10 / 3]));

  it("is attained at permutations of the spectrum, by no other more extreme", () => {
    const permutations = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0]
    ];
    const ratios = permutations.map(p => risk(diagonal(p.map(k => spectrum[k]))) / white);
    expect(Math.abs(Math.min(...ratios) - low)).toBeLessThan(100 * Number.EPSILON);
    expect(Math.abs(Math.max(...ratios) - high)).toBeLessThan(100 * Number.EPSILON * high);
  });

  it("holds every rotation", () => {
    const z = normals(uniforms({seed: 1, experiment: "test", cell: "rotations", replicate: 0}));
    for (let k = 0; k < 200; k++) {
      const Q = randomRotation(3, z);
      const G = Q.clone().mulRowVector(spectrum).mmul(Q.transpose());
      const ratio = risk(G.to2DArray()) / white;
      expect(ratio).toBeGreaterThan(low);
      expect(ratio).toBeLessThan(high);
    }
  });
});
