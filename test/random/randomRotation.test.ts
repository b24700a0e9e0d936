import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {normals} from "../../lib/random/normals.js";
import {randomRotation} from "../../lib/random/randomRotation.js";
import {uniforms} from "../../lib/random/uniforms.js";

const source = () => normals(uniforms({seed: 1, experiment: "rotation", cell: "", replicate: 0}));

describe("randomRotation", () => {
  it.each([1, 2, 5, 10])("is orthogonal, d = %i", d => {
    const Q = randomRotation(d, source());
    const defect = Q.transpose().mmul(Q).sub(Matrix.eye(d)).norm();
    expect(defect).toBeLessThan(20 * d * Number.EPSILON);
  });

  it("has entries of mean 0 and mean square 1/d, fourth moment 3/(d(d + 2)), |z| ≤ 4 over 4 000", () => {
    const z = source();
    const d = 3;
    const draws = Array.from({length: 4000}, () => randomRotation(d, z));
    for (const [i, j] of [
      [0, 0],
      [2, 1],
      [2, 2]
    ]) {
      const x = draws.map(Q => Q.get(i, j));
      const z1 = x.reduce((s, v) => s + v, 0) / Math.sqrt(x.length / d);
      const mean2 = x.reduce((s, v) => s + v * v, 0) / x.length;
      const variance2 = 3 / (d * (d + 2)) - 1 / d ** 2;
      expect(Math.abs(z1)).toBeLessThan(4);
      expect(Math.abs(mean2 - 1 / d) / Math.sqrt(variance2 / x.length)).toBeLessThan(4);
    }
  });

  it("refuses d = 0", () => {
    expect(() => randomRotation(0, source())).toThrow("d must be an integer ≥ 1; got 0");
  });
});
