import {describe, expect, it} from "vitest";
import {cellCentres} from "../../lib/diffusion/axis.js";
import {evolveMasses} from "../../lib/diffusion/evolveMasses.js";
import {lineFokkerPlanck} from "../../lib/diffusion/lineFokkerPlanck.js";
import {probabilityCurrent} from "../../lib/diffusion/probabilityCurrent.js";
import {stationaryMasses} from "../../lib/diffusion/stationaryMasses.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {fittedOrder} from "../stationary/fittedOrder.js";
import {distance, gauss, total} from "./reference.js";

const eps = Number.EPSILON;
const ou = (cells: number) =>
  lineFokkerPlanck({
    axis: {low: -9, high: 9, cells},
    drift: x => -0.8 * x,
    diffusion: () => 1.6
  });

/** p ∝ exp(−x²/2 − 0.3 cos x), Q = 1 + 0.6 sin x, and the drift ½(Qp)′/p that makes it stationary. */
const shape = (x: number) => Math.exp((-x * x) / 2 - 0.3 * Math.cos(x));
const q = (x: number) => 1 + 0.6 * Math.sin(x);
const manufactured = (cells: number) =>
  lineFokkerPlanck({
    axis: {low: -9, high: 8, cells},
    drift: x => 0.5 * (0.6 * Math.cos(x) + q(x) * (0.3 * Math.sin(x) - x)),
    diffusion: q
  });

describe("the Fokker–Planck equation on a line", () => {
  it("has the exact stationary law at the centres where the drift is linear and Q constant", () => {
    for (const cells of [18, 40, 200]) {
      const equation = ou(cells);
      const p = Array.from(cellCentres(equation.axes[0]), x => gauss(x, 1));
      const sum = p.reduce((a, b) => a + b);
      stationaryMasses(equation).forEach((m, i) => {
        expect(Math.abs(m * sum - p[i])).toBeLessThan(40 * cells * eps * p[i]);
      });
    }
  });

  it("is of second order on a manufactured solution with state-dependent diffusion", () => {
    const mean = 17 / 200000;
    let norm = 0;
    for (let x = -9 + mean / 2; x < 8; x += mean) norm += shape(x) * mean;
    const error = (h: number) => {
      const equation = manufactured(Math.round(17 / h));
      return distance(equation, stationaryMasses(equation), x => shape(x) / norm);
    };
    const order = fittedOrder([17 / 32, 17 / 64, 17 / 128, 17 / 256], error);
    expect(order).toBeGreaterThan(1.9);
    expect(order).toBeLessThan(2.1);
  });

  it("follows the Ornstein–Uhlenbeck transition to second order", () => {
    const t = 0.7;
    const decay = Math.exp(-0.8 * t);
    const start = (x: number) => gauss(x - 1.5, 0.2);
    const end = (x: number) => gauss(x - 1.5 * decay, 0.2 * decay ** 2 + 1 - decay ** 2);
    const error = (h: number) => {
      const equation = ou(Math.round(18 / h));
      const masses = cellCentres(equation.axes[0]).map(x => equation.cellVolume * start(x));
      return distance(equation, evolveMasses(equation, masses, t), end);
    };
    const order = fittedOrder([18 / 60, 18 / 120, 18 / 240], error);
    expect(order).toBeGreaterThan(1.9);
    expect(order).toBeLessThan(2.1);
  });

  it("keeps its total, stays positive on coarse cells and forgets its start", () => {
    for (const cells of [4, 9, 33]) {
      const equation = manufactured(cells);
      const start = new Float64Array(cells);
      start[cells - 1] = 1;
      const after = evolveMasses(equation, start, 0.05);
      expect(Math.abs(total(after) - 1)).toBeLessThan(1e-12);
      expect(Math.min(...after)).toBeGreaterThanOrEqual(0);
      const steady = stationaryMasses(equation);
      const late = evolveMasses(equation, cells === 33 ? start : steady, 80);
      // Some 10⁵ applications, each good to ε.
      for (let c = 0; c < cells; c++) expect(Math.abs(late[c] - steady[c])).toBeLessThan(1e-10);
      for (const j of probabilityCurrent(equation, steady)[0])
        expect(Math.abs(j)).toBeLessThan(1e-13);
    }
  });

  it("evolves in two halves as in one piece", () => {
    const equation = manufactured(50);
    const start = Float64Array.from({length: 50}, (_, c) => (c === 20 ? 1 : 0));
    const halves = evolveMasses(equation, evolveMasses(equation, start, 0.3), 0.3);
    const whole = evolveMasses(equation, start, 0.6);
    for (let c = 0; c < 50; c++) expect(Math.abs(halves[c] - whole[c])).toBeLessThan(1e-12);
  });

  it("is the law of the Itô equation, by direct simulation with Q = ½(1 + x²)", () => {
    const axis = {low: -20, high: 20, cells: 1000};
    const equation = lineFokkerPlanck({
      axis,
      drift: x => -x,
      diffusion: x => 0.25 * (1 + x * x)
    });
    const centres = cellCentres(axis);
    const start = Float64Array.from(centres, x => (Math.abs(x - 0.98) < 0.01 ? 1 : 0));
    expect(total(start)).toBe(1);
    const t = 0.5;
    const law = evolveMasses(equation, start, t);
    const expected = law.reduce((sum, m, c) => sum + m * centres[c] ** 2, 0);
    // Euler's error of the second moment at 200 steps is a quarter of the standard error.
    const [paths, steps] = [12_000, 200];
    const dt = t / steps;
    const z = normals(uniforms({seed: 5, experiment: "Fokker–Planck", cell: "Itô", replicate: 0}));
    let [sum, squares] = [0, 0];
    for (let k = 0; k < paths; k++) {
      let x = 0.98;
      for (let s = 0; s < steps; s++) x += -x * dt + Math.sqrt(0.25 * (1 + x * x) * dt) * z.next();
      sum += x * x;
      squares += x ** 4;
    }
    const mean = sum / paths;
    const standardError = Math.sqrt((squares / paths - mean ** 2) / paths);
    expect(Math.abs(mean - expected) / standardError).toBeLessThan(4);
    // Without the Itô term the second moment would be this, from dm/dt = −(2 − 3a)m + a, a = ¼.
    const other = 0.2 + (0.9604 - 0.2) * Math.exp(-1.25 * t);
    expect(Math.abs(mean - other) / standardError).toBeGreaterThan(10);
    const ito = 1 / 7 + (0.9604 - 1 / 7) * Math.exp(-1.75 * t);
    expect(Math.abs(expected - ito)).toBeLessThan(1e-3);
  });

  it("says what is wrong with its arguments", () => {
    const axis = {low: 0, high: 1, cells: 4};
    const drift = () => 0;
    expect(() => lineFokkerPlanck({axis: {...axis, high: 0}, drift, diffusion: () => 1})).toThrow(
      "axis.high must lie in (low, ∞) = (0, ∞); got 0"
    );
    expect(() => lineFokkerPlanck({axis, drift, diffusion: x => x - 0.5})).toThrow(
      "diffusion(0.125) must lie in (0, ∞); got -0.375"
    );
    expect(() => lineFokkerPlanck({axis, drift: () => Number.NaN, diffusion: () => 1})).toThrow(
      "drift(0.25) must lie in (−∞, ∞); got NaN"
    );
    const equation = lineFokkerPlanck({axis, drift, diffusion: () => 1});
    expect(() => evolveMasses(equation, [1, 0, 0], 1)).toThrow("masses must have length 4; got 3");
    expect(() => evolveMasses(equation, [1, 0, -1, 0], 1)).toThrow("masses[2] must lie in [0, ∞)");
    expect(() => evolveMasses(equation, [1, 0, 0, 0], -1)).toThrow(
      "time must lie in [0, ∞); got -1"
    );
  });
});
