import {expect, test} from "vitest";
import {gaussianCloud} from "../../lib/diffusion/gaussianCloud.js";
import {quarterCount} from "../../lib/diffusion/quarterCount.js";
import {valleyNoise, valleyStart} from "../../lib/diffusion/valley.js";
import {valleyFlow} from "../../lib/diffusion/valleyFlow.js";
import {valleyParticles} from "../../lib/diffusion/valleyParticles.js";

test("particles have the mean and the covariance of the cloud's law", () => {
  for (const time of [0, 1, Infinity]) {
    const valley = {angle: 30, ratio: 3, flat: 0.4, time};
    const {mean, covariance} = gaussianCloud(
      {
        hessian: [
          [1, 0],
          [0, 0.4]
        ],
        diffusion: valleyNoise(valley)
      },
      {start: valleyStart, spread: 0.1, time}
    );
    const particles = valleyParticles(valley);
    const n = particles.length;
    for (const k of [0, 1] as const) {
      const values = particles.map(p => p[k] - mean[k]);
      const variance = covariance.get(k, k);
      const m = values.reduce((a, b) => a + b) / n;
      const s = values.reduce((a, b) => a + b * b, 0) / n;
      expect(Math.abs(m) / Math.sqrt(variance / n)).toBeLessThan(4);
      expect(Math.abs(s / variance - 1) / Math.sqrt(2 / n)).toBeLessThan(4);
    }
  }
});

test("the solver's density and the particles agree by quarters; a turned density does not", () => {
  const solve = (angle: number) => {
    const work = valleyFlow({angle, ratio: 4, flat: 0.3, time: 2});
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value;
  };
  const [here, turned] = [solve(45), solve(0)];
  // 99.9 % of χ² with three degrees lie below 16.3.
  expect(quarterCount(here)).toBeLessThan(16.3);
  expect(quarterCount({density: turned.density, particles: here.particles})).toBeGreaterThan(100);
});
