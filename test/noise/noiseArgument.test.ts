import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {sgdCovariance} from "../../lib/index.js";
import {type SampledNoise, withNoise} from "../../lib/noise/noiseArgument.js";

const rows = [1, 2, 4, -3, 0.5];
const n = rows.length;
const mean = rows.reduce((sum, x) => sum + x / n, 0);
const S = rows.reduce((sum, x) => sum + (x - mean) ** 2 / (n - 1), 0);

/** Every batch of b rows, as lists of indices. */
function batches(b: number, repeated: boolean): number[][] {
  if (b === 0) return [[]];
  return batches(b - 1, repeated).flatMap(batch =>
    rows.flatMap((_, i) => (!repeated && batch.includes(i) ? [] : [[...batch, i]]))
  );
}

const spread = (b: number, repeated: boolean) => {
  const means = batches(b, repeated).map(batch => batch.reduce((sum, i) => sum + rows[i] / b, 0));
  return means.reduce((sum, x) => sum + (x - mean) ** 2 / means.length, 0);
};

const noiseOf = (options: object) => {
  const given = {sampleNoise: [[S]], batchSize: 2, ...options} as unknown as SampledNoise;
  return new Matrix(withNoise<object>("law", given, []).noise as Matrix);
};

describe("sampleNoise with batchSize", () => {
  it.each([
    [1, false],
    [2, false],
    [3, false],
    [5, false],
    [1, true],
    [2, true],
    [4, true]
  ])("is the spread of all batches of %i, replacement %s", (batchSize, replacement) => {
    const noise = noiseOf({batchSize, datasetSize: n, replacement}).get(0, 0);
    expect(Math.abs(noise - spread(batchSize, replacement))).toBeLessThan(1e-14);
  });

  it("is S/b for fresh samples", () => {
    expect(noiseOf({batchSize: 8}).get(0, 0)).toBe(S / 8);
  });

  it("goes into a law as the noise that it stands for", () => {
    const run = {hessian: [[2]], learningRate: 0.3};
    const law = sgdCovariance({...run, sampleNoise: [[S]], batchSize: 2, datasetSize: n});
    const variance = (0.3 ** 2 * spread(2, false)) / (1 - (1 - 0.6) ** 2);
    expect(Math.abs(law.get(0, 0) - variance)).toBeLessThan(1e-15);
  });

  it.each([
    [{noise: [[1]]}, "noise and sampleNoise must not be given both; got both"],
    [{sampleNoise: undefined, noise: [[1]]}, "batchSize must be given with sampleNoise only"],
    [{batchSize: undefined}, "batchSize must be an integer ≥ 1; got undefined"],
    [{batchSize: 0}, "batchSize must be an integer ≥ 1; got 0"],
    [{batchSize: 6, datasetSize: 5}, "batchSize must be an integer in [1, 5]; got 6"],
    [{datasetSize: 1}, "datasetSize must be an integer ≥ 2; got 1"],
    [{replacement: true}, "replacement must be given with datasetSize only; got true without it"],
    [{datasetSize: 5, replacement: 1}, "replacement must be true or false; got 1"],
    [{sampleNoise: [[-1]]}, "sampleNoise must be positive semidefinite; got an eigenvalue of -1"],
    [{batchsize: 2}, "did you mean batchSize?"]
  ])("refuses %j", (change, message) => {
    expect(() => noiseOf(change)).toThrow(message);
  });
});
