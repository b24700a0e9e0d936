import {expect, test} from "vitest";
import {cloudsOfEqualTrace} from "../../lib/noise/cloudsOfEqualTrace.js";
import {uniforms} from "../../lib/random/uniforms.js";

const source = () => uniforms({seed: 2, experiment: "clouds", cell: "", replicate: 0});

test("equal traces, and sample covariances that follow", () => {
  const size = 20_000;
  const clouds = cloudsOfEqualTrace({
    variances: [1.8, 0.2],
    degrees: 30,
    batchSize: 4,
    size,
    source: source()
  });
  expect(clouds.aligned.covariance.trace()).toBeCloseTo(0.5, 14);
  expect(clouds.isotropic.covariance.trace()).toBeCloseTo(0.5, 14);
  for (const {points, covariance} of [clouds.aligned, clouds.isotropic])
    for (const i of [0, 1])
      for (const j of [0, 1]) {
        const found = points.reduce((s, p) => s + p[i] * p[j], 0) / size;
        const error = Math.sqrt(
          (covariance.get(i, i) * covariance.get(j, j) + covariance.get(i, j) ** 2) / size
        );
        expect(Math.abs(found - covariance.get(i, j)) / error).toBeLessThan(4);
      }
});

test("the batch size divides, and refuses zero", () => {
  const options = {variances: [1, 3] as [number, number], degrees: 10, size: 3};
  const one = cloudsOfEqualTrace({...options, batchSize: 1, source: source()});
  const four = cloudsOfEqualTrace({...options, batchSize: 4, source: source()});
  expect(four.aligned.points[0][0]).toBeCloseTo(one.aligned.points[0][0] / 2, 14);
  expect(() => cloudsOfEqualTrace({...options, batchSize: 0, source: source()})).toThrow(
    /batchSize/
  );
});
