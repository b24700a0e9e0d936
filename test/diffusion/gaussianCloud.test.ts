import {describe, expect, it} from "vitest";
import {gaussianCloud} from "../../lib/diffusion/gaussianCloud.js";
import {linearCurrent} from "../../lib/diffusion/linearCurrent.js";

const problem = {
  hessian: [
    [1.1, 0.3],
    [0.3, 0.6]
  ],
  diffusion: [
    [1, 0.5],
    [0.5, 0.8]
  ]
};
const from = {start: [1, -0.5] as const, spread: 0.4};

describe("gaussianCloud", () => {
  it("moves as its current says: ∂ₜp = −∇·j, by differences", () => {
    const h = 1e-3;
    const [x, y, time] = [0.4, -0.7, 0.6];
    const p = (t: number) => gaussianCloud(problem, {...from, time: t}).at(x, y).density;
    const now = gaussianCloud(problem, {...from, time});
    const divergence =
      (now.at(x + h, y).jx - now.at(x - h, y).jx + now.at(x, y + h).jy - now.at(x, y - h).jy) /
      (2 * h);
    expect(Math.abs((p(time + h) - p(time - h)) / (2 * h) + divergence)).toBeLessThan(1e-6);
  });

  it("starts where it should and rests with the closed form", () => {
    const start = gaussianCloud(problem, {...from, time: 0});
    expect(start.mean[0]).toBeCloseTo(1, 14);
    expect(start.covariance.get(0, 0)).toBeCloseTo(0.4, 14);
    const rest = gaussianCloud(problem, {...from, time: Infinity});
    const {current} = linearCurrent({pull: problem.hessian, diffusion: problem.diffusion});
    const [jx, jy] = current([0.5, 0.2]);
    const found = rest.at(0.5, 0.2);
    expect(found.jx).toBeCloseTo(jx, 13);
    expect(found.jy).toBeCloseTo(jy, 13);
  });

  it("wants a spread and a time", () => {
    expect(() => gaussianCloud(problem, {...from, spread: 0, time: 1})).toThrow("spread");
    expect(() => gaussianCloud(problem, {...from, time: -1})).toThrow("time");
  });
});
