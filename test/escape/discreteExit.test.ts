import {LuDecomposition, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {absorbingChain} from "../../lib/escape/absorbingChain.js";
import {discreteExit} from "../../lib/escape/discreteExit.js";
import {gaussLegendre} from "../../lib/escape/gaussLegendre.js";
import {continuousKramersRate, kramersRate} from "../../lib/escape/kramersRate.js";
import {erf} from "../../lib/statistics/erf.js";
import {uniformSource} from "../statistics/uniformSource.js";

describe("gaussLegendre", () => {
  it("is exact below degree 2n, c·n·ε with c = 20", () => {
    for (const n of [1, 2, 5, 40]) {
      const {points, weights} = gaussLegendre(n, 0, 1);
      for (let degree = 0; degree < 2 * n; degree++) {
        const sum = points.reduce((s, x, i) => s + weights[i] * x ** degree, 0);
        expect(Math.abs(sum - 1 / (degree + 1))).toBeLessThan(20 * n * Number.EPSILON);
      }
    }
  });
});

describe("absorbingChain", () => {
  it("solves (I − K)x = r as elimination does, and keeps relative accuracy for rare exits", () => {
    const source = uniformSource(3);
    const n = 7;
    const rows = Array.from({length: n}, () => Float64Array.from({length: n}, () => source.next()));
    const exit = Float64Array.from({length: n}, () => source.next());
    rows.forEach((row, i) => {
      const total = row.reduce((s, x) => s + x, exit[i]);
      for (let j = 0; j < n; j++) row[j] /= total;
      exit[i] /= total;
    });
    const plain = new LuDecomposition(Matrix.eye(n).sub(new Matrix(rows.map(r => Array.from(r)))));
    const rhs = Array.from({length: n}, () => source.next());
    const twin = plain.solve(Matrix.columnVector(rhs)).getColumn(0);
    absorbingChain(
      rows,
      exit
    )(rhs).forEach((x, i) => {
      expect(Math.abs(x / twin[i] - 1)).toBeLessThan(100 * n * Number.EPSILON * 10);
    });
    const rare = absorbingChain(
      [Float64Array.of(0.5, 0.5), Float64Array.of(0.25, 0.75)],
      Float64Array.of(1e-40, 0)
    );
    expect(rare([1, 1])[0] / 3e40).toBeCloseTo(1, 14);
  });
});

describe("discreteExit", () => {
  it("is −log erf(1/√2) when every update forgets the last: λk = 1", () => {
    const exit = discreteExit({
      slope: w => w,
      noise: () => 1,
      learningRate: 1,
      from: -1,
      to: 1,
      nodes: 20
    });
    expect(exit.rate / -Math.log(erf(Math.SQRT1_2))).toBeCloseTo(1, 12);
    expect(exit.meanTime(0.3) * (1 - erf(Math.SQRT1_2))).toBeCloseTo(1, 12);
  });

  it("is the mean of 20 000 simulated exits, |z| < 4, with noise that depends on w", () => {
    const options = {
      slope: (w: number) => w - w ** 3,
      noise: (w: number) => 0.3 + 0.2 * w * w,
      learningRate: 0.4,
      from: -1.3,
      to: 1
    };
    const source = uniformSource(17);
    let sum = 0;
    let squares = 0;
    const runs = 20000;
    for (let r = 0; r < runs; r++) {
      let w = 0.2;
      let t = 0;
      for (; w > options.from && w < options.to; t++)
        w -=
          options.learningRate * (options.slope(w) + Math.sqrt(options.noise(w)) * source.normal());
      sum += t;
      squares += t * t;
    }
    const mean = sum / runs;
    const error = Math.sqrt((squares / runs - mean ** 2) / runs);
    const exact = discreteExit({...options, nodes: 60}).meanTime(0.2);
    expect(Math.abs(mean - exact) / error).toBeLessThan(4);
    expect(discreteExit({...options, nodes: 120}).meanTime(0.2) / exact).toBeCloseTo(1, 10);
  });

  it("converges to 1e-10 where the noise steps, if it is told where", () => {
    const options = {
      slope: (w: number) => w,
      noise: (w: number) => (w < 0.3 ? 1 : 0.4),
      learningRate: 0.5,
      from: -2,
      to: 1
    };
    const rate = (nodes: number, breaks: number[]) =>
      discreteExit({...options, nodes, breaks}).rate;
    const fine = rate(160, [0.3]);
    expect(Math.abs(rate(60, [0.3]) / fine - 1)).toBeLessThan(1e-10);
    expect(Math.abs(rate(60, []) / fine - 1)).toBeGreaterThan(1e-6);
  });

  it("refuses too few nodes, an empty interval and noise that vanishes", () => {
    const options = {slope: (w: number) => w, noise: () => 1, learningRate: 0.01, from: -1, to: 1};
    expect(() => discreteExit({...options, nodes: 100})).toThrow(
      /nodes must be at least \d+ to resolve/
    );
    expect(() => discreteExit({...options, from: 1})).toThrow(/from < to/);
    expect(() => discreteExit({...options, learningRate: 1, breaks: [0.5, 0.1]})).toThrow(
      /breaks must ascend/
    );
    expect(() => discreteExit({...options, learningRate: 1, noise: w => (w > 0 ? 1 : 0)})).toThrow(
      /noise\(.*must lie in/
    );
  });
});

describe("Kramers' rates beside the exact exit", () => {
  const shape = {curvatureMin: 1, curvatureBarrier: 1, barrier: 1, split: 0.5};
  const top = 2;
  /** Past the barrier by 6 widths, so that hardly any run comes back. */
  const exact = (learningRate: number, batchSize: number) => {
    const width = Math.sqrt(learningRate / batchSize);
    return discreteExit({
      slope: w => (w < 1 ? w : top - w),
      noise: () => 1 / batchSize,
      learningRate,
      from: -top - 8 * width,
      to: top + 6 * width,
      nodes: Math.ceil((7 * (2 * top + 14 * width)) / (learningRate / Math.sqrt(batchSize)))
    }).rate;
  };

  it("the continuous one is right to first order as λ → 0 at a fixed barrier of S ΔL/λ = 8", () => {
    const gap = (learningRate: number) => {
      const batchSize = 8 * learningRate;
      const options = {...shape, learningRate, batchSize, per: "update" as const};
      return continuousKramersRate(options) / exact(learningRate, batchSize) - 1;
    };
    expect(Math.abs(gap(0.125))).toBeLessThan(0.1);
    expect(gap(0.25) / gap(0.125)).toBeGreaterThan(1.5);
  });

  it("the discrete one overcorrects the exponent by SΔL(1 − l), the barrier's share: 0.5 per S", () => {
    const excess = (batchSize: number) =>
      Math.log(
        kramersRate({...shape, learningRate: 0.1, batchSize, per: "update"}) / exact(0.1, batchSize)
      );
    expect(excess(3) - excess(2)).toBeGreaterThan(0.45);
    expect(excess(3) - excess(2)).toBeLessThan(0.55);
  });
});
