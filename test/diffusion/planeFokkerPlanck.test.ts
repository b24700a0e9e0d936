import {describe, expect, it} from "vitest";
import {cellCentres} from "../../lib/diffusion/axis.js";
import {CrossDiffusionError, type PlaneMatrix} from "../../lib/diffusion/crossDiffusion.js";
import {evolveMasses} from "../../lib/diffusion/evolveMasses.js";
import type {FokkerPlanck} from "../../lib/diffusion/fokkerPlanck.js";
import {linearCurrent} from "../../lib/diffusion/linearCurrent.js";
import {massRate} from "../../lib/diffusion/massRate.js";
import {planeFokkerPlanck} from "../../lib/diffusion/planeFokkerPlanck.js";
import {probabilityCurrent} from "../../lib/diffusion/probabilityCurrent.js";
import {stationaryMasses} from "../../lib/diffusion/stationaryMasses.js";
import {fittedOrder} from "../stationary/fittedOrder.js";
import {distance, gauss, total} from "./reference.js";

const pull = [
  [1, 0.3],
  [-0.2, 0.6]
];
const diffusion = [
  [1.6, 0.7],
  [0.7, 1.1]
];
const exact = linearCurrent({pull, diffusion});
const square = (reach: number, cells: number) => ({low: -reach, high: reach, cells});
const linear = (cells: number) =>
  planeFokkerPlanck({
    axes: [square(6.5, cells), square(6.5, cells)],
    drift: (x, y) => [-x - 0.3 * y, 0.2 * x - 0.6 * y],
    diffusion: () => [1.6, 0.7, 1.1]
  });

/**
 * Stationary p ∝ exp(−(x² + y²)/2 − 0.2 xy), current j = ∇^⊥(0.3 p) and a Q whose off-diagonal entry
 * changes its sign: the drift is (j + ½∇·(Qp))/p.
 */
const p = (x: number, y: number) =>
  Math.exp(-(x * x + y * y) / 2 - 0.2 * x * y) * (Math.sqrt(0.96) / (2 * Math.PI));
const q = (x: number, y: number): PlaneMatrix => [
  1 + 0.3 * Math.sin(x),
  0.5 * Math.sin(x + y),
  1.2 + 0.2 * Math.cos(y)
];
const manufactured = (cells: number) =>
  planeFokkerPlanck({
    axes: [square(6.5, cells), square(6.5, cells)],
    diffusion: q,
    drift: (x, y) => {
      const [px, py] = [-x - 0.2 * y, -y - 0.2 * x];
      const [q11, q12, q22] = q(x, y);
      const slope = 0.5 * Math.cos(x + y);
      return [
        0.5 * (0.3 * Math.cos(x) + q11 * px + slope + q12 * py) - 0.3 * py,
        0.5 * (slope + q12 * px - 0.2 * Math.sin(y) + q22 * py) + 0.3 * px
      ];
    }
  });

const order = (build: (cells: number) => FokkerPlanck, error: (e: FokkerPlanck) => number) =>
  fittedOrder([1 / 24, 1 / 36, 1 / 54, 1 / 80], h => error(build(Math.round(1 / h))));

describe("the Fokker–Planck equation in the plane", () => {
  it("is of second order on a stationary law with a current, pull and noise not commuting", () => {
    const fitted = order(linear, e =>
      distance(e, stationaryMasses(e), (x, y) => exact.density([x, y]))
    );
    expect(fitted).toBeGreaterThan(1.85);
    expect(fitted).toBeLessThan(2.3);
  });

  it("is of second order on a manufactured solution, Q₁₂ passing through 0", () => {
    const fitted = order(manufactured, e => distance(e, stationaryMasses(e), p));
    expect(fitted).toBeGreaterThan(1.85);
    expect(fitted).toBeLessThan(2.3);
  });

  it("has its current to second order", () => {
    const fitted = order(linear, e => {
      const [jx, jy] = probabilityCurrent(e, stationaryMasses(e));
      const [xs, ys] = e.axes.map(cellCentres);
      let sum = 0;
      for (let j = 0, c = 0; j < ys.length; j++)
        for (let i = 0; i < xs.length; i++, c++) {
          const [x, y] = exact.current([xs[i], ys[j]]);
          sum += e.cellVolume * Math.hypot(jx[c] - x, jy[c] - y);
        }
      return sum;
    });
    expect(fitted).toBeGreaterThan(1.85);
    expect(fitted).toBeLessThan(2.3);
  });

  it("follows the Ornstein–Uhlenbeck transition to second order", () => {
    const t = 0.5;
    const build = (cells: number) =>
      planeFokkerPlanck({
        axes: [square(6, cells), square(6, cells)],
        drift: (x, y) => [-x, -0.5 * y],
        diffusion: () => [1.5, 0.6, 1]
      });
    // Moments of the transition by Sᵢⱼ(t) = Qᵢⱼ(1 − e^{−(aᵢ+aⱼ)t})/(aᵢ+aⱼ) + e^{−(aᵢ+aⱼ)t}Sᵢⱼ(0).
    const entry = (qij: number, a: number, s: number) =>
      (qij * (1 - Math.exp(-a * t))) / a + Math.exp(-a * t) * s;
    const [s11, s12, s22] = [entry(1.5, 2, 0.4), entry(0.6, 1.5, 0), entry(1, 1, 0.4)];
    const det = s11 * s22 - s12 * s12;
    const end = (x: number, y: number) => {
      const [u, v] = [x - Math.exp(-t), y - 0.7 * Math.exp(-0.5 * t)];
      const form = (s22 * u * u - 2 * s12 * u * v + s11 * v * v) / det;
      return Math.exp(-form / 2) / (2 * Math.PI * Math.sqrt(det));
    };
    const fitted = order(build, e => {
      const [xs, ys] = e.axes.map(cellCentres);
      const start = Float64Array.from(
        {length: e.size},
        (_, c) =>
          e.cellVolume *
          gauss(xs[c % xs.length] - 1, 0.4) *
          gauss(ys[Math.floor(c / xs.length)] - 0.7, 0.4)
      );
      return distance(e, evolveMasses(e, start, t), end);
    });
    expect(fitted).toBeGreaterThan(1.85);
    expect(fitted).toBeLessThan(2.3);
  });

  it("solves its own equations, conserves and stays positive, on rectangles of odd shapes", () => {
    for (const [nx, ny] of [
      [2, 2],
      [3, 7],
      [9, 4],
      [17, 16]
    ]) {
      const equation = planeFokkerPlanck({
        axes: [square(3, nx), square((3 * ny) / nx, ny)],
        drift: (x, y) => [-3 * x + y, -x - 2 * y],
        diffusion: (x, y) => [1, 0.9 * Math.sin(2 * x + y), 1]
      });
      const m = stationaryMasses(equation);
      expect(Math.min(...m)).toBeGreaterThan(0);
      expect(Math.abs(total(m) - 1)).toBeLessThan(1e-13);
      const rate = massRate(equation, m, new Float64Array(equation.size));
      const scale = Math.max(...equation.forward.flatMap(rates => [...rates]));
      expect(Math.max(...rate.map(Math.abs))).toBeLessThan(100 * Number.EPSILON * scale);
      const corner = new Float64Array(equation.size);
      corner[equation.size - 1] = 1;
      const after = evolveMasses(equation, corner, 0.4);
      expect(Math.min(...after)).toBeGreaterThan(0);
      expect(Math.abs(total(after) - 1)).toBeLessThan(1e-12);
    }
  });

  it("has a current on two columns of cells, where two neighbours have the same offset", () => {
    const equation = planeFokkerPlanck({
      axes: [square(1, 2), square(4, 8)],
      drift: () => [0, 0],
      diffusion: () => [1, 0.1, 1]
    });
    const left = Float64Array.from({length: 16}, (_, c) => (c % 2 === 0 ? 1 / 8 : 0));
    const [jx, jy] = probabilityCurrent(equation, left);
    // Away from the ends of the strip, Σ flow·width/2 over a face of height 1 and a diagonal each way.
    const interior = Array.from({length: 12}, (_, k) => k + 2);
    const [across, up, down] = [(1 - 0.1) / 2, 0.1 / 2, 0];
    for (const c of interior) {
      const diagonal = up + down;
      expect(jx[c]).toBeCloseTo((across + diagonal) / 8 / 2, 14);
      expect(jy[c]).toBeCloseTo(diagonal / 8 / 2, 14);
    }
  });

  it("resolves a law near the limit of cross-diffusion, to second order", () => {
    const errors = [48, 96].map(cells => {
      const e = planeFokkerPlanck({
        axes: [square(6, cells), square(6, cells)],
        drift: (x, y) => [-x, -0.5 * y],
        diffusion: () => [1, 1, 1.5]
      });
      const law = linearCurrent({
        pull: [
          [1, 0],
          [0, 0.5]
        ],
        diffusion: [
          [1, 1],
          [1, 1.5]
        ]
      });
      return distance(e, stationaryMasses(e), (x, y) => law.density([x, y]));
    });
    expect(Math.log2(errors[0] / errors[1])).toBeGreaterThan(1.9);
  });

  it("refuses diffusion that no non-negative rates carry, by name, and takes it in a turned frame", () => {
    const axes = [square(3, 20), square(3, 20)] as const;
    const drift = (x: number, y: number) => [-x, -y] as const;
    const build = (entries: PlaneMatrix) =>
      planeFokkerPlanck({axes, drift, diffusion: () => entries});
    expect(() => build([4, 1.5, 1])).toThrow(CrossDiffusionError);
    expect(() => build([4, 1.5, 1])).toThrow("turn the coordinates towards its eigenvectors");
    const discriminant = Math.hypot(1.5, 1.5);
    expect(() => build([2.5 + discriminant, 0, 2.5 - discriminant])).not.toThrow();
    expect(() => build([1, 1, 1])).toThrow("diffusion must be positive definite");
    expect(() =>
      planeFokkerPlanck({axes: [square(3, 257), axes[1]], drift, diffusion: () => [1, 0, 1]})
    ).toThrow("axes[0].cells must be an integer in [2, 256]; got 257");
  });
});
