import {expect, test} from "vitest";
import {diagonal, identity, product, scale, transpose} from "../../claims/brute/arrays.js";
import {selfMadeCovariance} from "../../claims/brute/selfMade.js";
import {ownScaleFamily} from "../../claims/cases/families/secondOrder.js";
import {uniforms} from "../../lib/random/uniforms.js";

const next = (replicate: number) =>
  uniforms({seed: 1, experiment: "diagonal Adam", cell: "stationary", replicate}).next;

const runs = [1, 2, 3, 4].flatMap(d =>
  [0, 1, 2].map(k => ownScaleFamily.build(d, next(10 * d + k)))
);

const kept = (
  {hessian, rate, noiseRatio: ratio}: (typeof runs)[number],
  start: number[][],
  steps: number
) => selfMadeCovariance({method: "diagonal", hessian, rate, ratio, forgetting: 0.5, start, steps});

const variance = ({rate, noiseRatio}: (typeof runs)[number]) => (rate ** 2 * (1 + noiseRatio)) / 4;

const signs = (d: number): number[][] =>
  d === 0
    ? [[]]
    : signs(d - 1).flatMap(z => [
        [...z, 1],
        [...z, -1]
      ]);

const expectNear = (a: number[][], b: number[][], size: number) => {
  for (const [i, row] of a.entries())
    for (const [j, x] of row.entries()) expect(Math.abs(x - b[i][j])).toBeLessThan(1e-11 * size);
};

test("λ²(1+c)/4 zzᵀ is stationary for every z = sign(Kz), and there is such a z", () => {
  for (const run of runs) {
    const {hessian: K} = run;
    const own = signs(K.length).filter(z =>
      K.every((row, i) => Math.sign(row.reduce((s, k, j) => s + k * z[j], 0)) === z[i])
    );
    expect(own.length).toBeGreaterThan(0);
    for (const z of own) {
      const sigma = z.map(a => z.map(b => variance(run) * a * b));
      expectNear(kept(run, sigma, 1), sigma, variance(run));
    }
  }
});

test("with diagonal K every Σ with the variances λ²(1+c)/4 is stationary", () => {
  for (const [k, run] of runs.entries()) {
    const draw = next(100 + k);
    const d = run.hessian.length;
    const hessian = diagonal(run.hessian.map((row, i) => row[i]));
    const factor = identity(d).map(row => row.map(x => x + 2 * draw() - 1));
    const square = product(factor, transpose(factor));
    const unit = diagonal(square.map((row, i) => 1 / Math.sqrt(row[i])));
    const sigma = scale(product(unit, square, unit), variance(run));
    expectNear(kept({...run, hessian}, sigma, 1), sigma, variance(run));
  }
});

test("on the range of the Σ at which a drawn start ends the variances are λ²(1+c)/4", () => {
  for (const run of runs) {
    const end = kept(run, scale(identity(run.hessian.length), run.rate ** 2), 2000);
    for (const [i, row] of end.entries()) expect(row[i] / variance(run)).toBeCloseTo(1, 5);
  }
});
