import {cellCentres} from "./axis.js";
import type {PlaneMatrix} from "./crossDiffusion.js";
import {evolveMasses} from "./evolveMasses.js";
import type {FokkerPlanck} from "./fokkerPlanck.js";
import {gaussianCloud} from "./gaussianCloud.js";
import {linearCurrent} from "./linearCurrent.js";
import {lineFokkerPlanck} from "./lineFokkerPlanck.js";
import {planeFokkerPlanck} from "./planeFokkerPlanck.js";
import {probabilityCurrent} from "./probabilityCurrent.js";
import {stationaryMasses} from "./stationaryMasses.js";

/** A Fokker–Planck equation whose solution is known, and the solver's error on a grid. */
export interface SolverProblem {
  readonly name: string;
  /** Cells along an axis, doubled from one to the next. */
  readonly cells: readonly number[];
  /** ∫|p̂ − p| over the grid, or of the current; 1 is the probability itself. */
  readonly error: (cells: number) => number;
}

const axis = (reach: number, cells: number) => ({low: -reach, high: reach, cells});

function places({axes}: FokkerPlanck, visit: (c: number, x: number, y: number) => void): void {
  const [xs, ys = [0]] = axes.map(a => cellCentres(a));
  for (let j = 0, c = 0; j < ys.length; j++)
    for (let i = 0; i < xs.length; i++, c++) visit(c, xs[i], ys[j]);
}

function distance(
  equation: FokkerPlanck,
  masses: Float64Array,
  density: (x: number, y: number) => number
): number {
  let sum = 0;
  places(equation, (c, x, y) => {
    sum += Math.abs(masses[c] - equation.cellVolume * density(x, y));
  });
  return sum;
}

/** ½θ² in one dimension with Q = ½(1 + θ²) on [−4, 4]: p ∝ (1 + θ²)⁻³. */
function growing(cells: number): number {
  const equation = lineFokkerPlanck({
    axis: axis(4, cells),
    drift: x => -x,
    diffusion: x => (1 + x * x) / 2
  });
  // ∫(1 + x²)⁻³ = x(3x² + 5)/(8(1 + x²)²) + ⅜ atan x.
  const mass = 2 * ((4 * 53) / (8 * 17 ** 2) + 0.375 * Math.atan(4));
  return distance(equation, stationaryMasses(equation), x => (1 + x * x) ** -3 / mass);
}

const hessian = [
  [1, 0],
  [0, 0.5]
];
const noise = [
  [1.5, 0.6],
  [0.6, 1]
];
const valley = (cells: number) =>
  planeFokkerPlanck({
    axes: [axis(6, cells), axis(6, cells)],
    drift: (x, y) => [-x, -0.5 * y],
    diffusion: () => [1.5, 0.6, 1]
  });
const resting = linearCurrent({pull: hessian, diffusion: noise});

function atRest(cells: number): number {
  const equation = valley(cells);
  return distance(equation, stationaryMasses(equation), (x, y) => resting.density([x, y]));
}

/** Noise of correlation 0.99: the law is thinner than a coarse grid's cells. */
function thin(cells: number): number {
  const equation = planeFokkerPlanck({
    axes: [axis(4.5, cells), axis(4.5, cells)],
    drift: (x, y) => [-x, -0.5 * y],
    diffusion: () => [1, 0.99, 1]
  });
  const law = linearCurrent({
    pull: hessian,
    diffusion: [
      [1, 0.99],
      [0.99, 1]
    ]
  });
  return distance(equation, stationaryMasses(equation), (x, y) => law.density([x, y]));
}

function currentAtRest(cells: number): number {
  const equation = valley(cells);
  const [jx, jy] = probabilityCurrent(equation, stationaryMasses(equation));
  let sum = 0;
  places(equation, (c, x, y) => {
    const [ex, ey] = resting.current([x, y]);
    sum += equation.cellVolume * Math.hypot(jx[c] - ex, jy[c] - ey);
  });
  return sum;
}

function moving(cells: number): number {
  const equation = valley(cells);
  const from = {start: [1, 0.7] as const, spread: 0.4};
  const cloud = (time: number) => gaussianCloud({hessian, diffusion: noise}, {...from, time});
  const begin = cloud(0);
  const start = new Float64Array(equation.size);
  places(equation, (c, x, y) => {
    start[c] = equation.cellVolume * begin.at(x, y).density;
  });
  const end = cloud(0.5);
  return distance(equation, evolveMasses(equation, start, 0.5), (x, y) => end.at(x, y).density);
}

/**
 * p ∝ exp(−(x² + y²)/2 − xy/5), j = ∇^⊥(0.3 p), and Q with an entry that changes its sign: the drift is
 * (j + ½∇·(Qp))/p.
 */
function manufactured(cells: number): number {
  const p = (x: number, y: number) =>
    (Math.exp(-(x * x + y * y) / 2 - 0.2 * x * y) * Math.sqrt(0.96)) / (2 * Math.PI);
  const q = (x: number, y: number): PlaneMatrix => [
    1 + 0.3 * Math.sin(x),
    0.5 * Math.sin(x + y),
    1.2 + 0.2 * Math.cos(y)
  ];
  const equation = planeFokkerPlanck({
    axes: [axis(6.5, cells), axis(6.5, cells)],
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
  return distance(equation, stationaryMasses(equation), p);
}

/** Problems with known solutions on which the solver's order is measured. */
export const solverProblems: readonly SolverProblem[] = [
  {name: "line, noise that grows, at rest", cells: [32, 64, 128, 256, 512], error: growing},
  {name: "plane, noise turned, at rest", cells: [16, 32, 64, 128], error: atRest},
  {name: "plane, its current at rest", cells: [16, 32, 64, 128], error: currentAtRest},
  {name: "plane, noise turned, moving", cells: [16, 32, 64, 128, 256], error: moving},
  {name: "plane, manufactured, Q of the place", cells: [16, 32, 64, 128], error: manufactured},
  {name: "plane, noise all but of one direction", cells: [16, 32, 64, 128], error: thin}
];
