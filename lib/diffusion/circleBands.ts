import {positive} from "../check.js";
import {type CircleDiffusion, circleDiffusion} from "./circleDiffusion.js";
import {circleGrid} from "./circleGrid.js";
import {circleQuantiles} from "./circleQuantiles.js";
import {type CircleProblem, circleSgd, later} from "./circleSgd.js";

/** Where 90 % of a law lie at a time, and its median. */
export interface Band {
  readonly time: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** A law that starts as N(start, spread²), wrapped on the circle, and is watched for a time. */
export interface BandRun extends CircleProblem {
  readonly start: number;
  readonly spread: number;
  readonly time: number;
  /** τ = η/b. */
  readonly temperature: number;
}

/** Modes that resolve the laws below to a picture's precision. */
const modesOf = (temperature: number) => (temperature < 1 / 48 ? 64 : temperature < 0.1 ? 48 : 32);

/**
 * Bands of SGD with Gaussian noise, one for every step ηk, from the exact law of θₖ: for pictures.
 *
 * @throws RangeError unless learningRate, temperature and time are positive.
 */
export function sgdBands({learningRate, ...run}: BandRun & {learningRate: number}): Band[] {
  const {grid, initial} = begin(run);
  positive("learningRate", learningRate);
  const P = circleSgd(grid, run, {learningRate, temperature: run.temperature});
  let p = initial;
  return Array.from({length: Math.round(run.time / learningRate) + 1}, (_, k) => {
    if (k > 0) p = later(P, p);
    return {time: k * learningRate, ...band(circleQuantiles(grid, p, levels))};
  });
}

/**
 * Bands of dX = −h dt + √τ a dW at equal distances in time.
 *
 * @throws RangeError unless temperature and time are positive.
 */
export function diffusionBands(run: BandRun, count = 32): Band[] {
  const {grid, initial} = begin(run);
  const {later: evolve}: CircleDiffusion = circleDiffusion(grid, {
    drift: theta => -run.gradient(theta),
    variance: theta => run.temperature * run.amplitude(theta) ** 2,
    order: 4
  });
  let p = initial;
  return Array.from({length: count + 1}, (_, k) => {
    if (k > 0) p = evolve(p, run.time / count);
    return {time: (k * run.time) / count, ...band(circleQuantiles(grid, p, levels))};
  });
}

const levels = [0.05, 0.5, 0.95];
const band = ([low, median, high]: number[]) => ({low, median, high});

function begin({start, spread, time, temperature}: BandRun) {
  positive("spread", spread);
  positive("time", time);
  positive("temperature", temperature);
  const grid = circleGrid(modesOf(temperature));
  const initial: Float64Array = grid.points.map(theta => {
    const distance = Math.atan2(Math.sin(theta - start), Math.cos(theta - start));
    return Math.exp(-((distance / spread) ** 2) / 2);
  });
  return {grid, initial};
}
