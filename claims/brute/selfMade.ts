import type {Rows} from "../cases/matrices.js";
import type {SecondRun} from "../cases/secondOrder.js";
import {
  add,
  diagonal,
  identity,
  inverse,
  multiply,
  norm,
  product,
  type Square,
  scale,
  subtract,
  transpose
} from "./arrays.js";

/** 1/S − 1/N. */
export const batchShare = ({datasetSize, batchSize}: SecondRun): number =>
  1 / batchSize - 1 / datasetSize;

/** KΣK. */
export const information = ({hessian}: {readonly hessian: Rows}, sigma: Rows): Square =>
  product(hessian, sigma, hessian);

/** An optimiser without momentum whose preconditioner is remade at each step. */
export interface SelfMade {
  readonly method: "natural" | "adam" | "diagonal";
  readonly hessian: Rows;
  readonly rate: number;
  /** c of C = cKΣK. */
  readonly ratio: number;
  /** Weight of the newest statistic. */
  readonly forgetting: number;
  readonly start: Square;
  readonly steps: number;
}

/** The covariance of w ← w − Λ(Kw + η) after so many steps, Λ from a running average over Σ itself. */
export function selfMadeCovariance({
  method,
  hessian,
  rate,
  ratio,
  forgetting,
  start,
  steps
}: SelfMade): Square {
  let sigma = start;
  let average = statistic(start);
  for (let t = 0; t < steps; t++) {
    average = add(scale(average, 1 - forgetting), scale(statistic(sigma), forgetting));
    const back = backOf(average);
    const lambda = scale(back, rate);
    const keep = subtract(identity(hessian.length), multiply(lambda, hessian));
    const noise = scale(product(hessian, sigma, hessian), ratio);
    sigma = add(product(keep, sigma, transpose(keep)), product(lambda, noise, transpose(lambda)));
    sigma = scale(add(sigma, transpose(sigma)), 0.5);
  }
  return sigma;

  function backOf(average: Square): Square {
    if (method === "natural") return inverse(average);
    if (method === "adam") return inverseRoot(average);
    return diagonal(average.map((row, i) => 1 / Math.sqrt(row[i])));
  }

  function statistic(s: Rows): Square {
    return scale(product(hessian, s, hessian), method === "natural" ? 1 : 1 + ratio);
  }
}

/**
 * A Σ = next(Σ) by damped iteration, Σ ← Σ + s(next(Σ) − Σ), until the step is as small beside Σ as `enough`
 * asks at that iteration; s = 1/8, or less where that leads nowhere.
 *
 * @throws if the iteration does not settle
 */
export function settled(
  next: (sigma: Square) => Square,
  start: Square,
  enough: (iteration: number) => number
): Square {
  for (let share = 1 / 8; share > 1e-3; share /= 4) {
    const found = relaxed(next, start, enough, share);
    if (found) return found;
  }
  throw new Error("the fixed point does not attract the damped iteration");
}

function relaxed(
  next: (sigma: Square) => Square,
  start: Square,
  enough: (iteration: number) => number,
  share: number
): Square | null {
  let sigma = start;
  let before = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 250 / share; i++) {
    let change: Square;
    try {
      change = scale(subtract(next(sigma), sigma), share);
    } catch {
      // It went where there is no steady state.
      return null;
    }
    sigma = add(sigma, change);
    sigma = scale(add(sigma, transpose(sigma)), 0.5);
    const size = norm(change) / norm(sigma);
    if (size <= enough(i)) return sigma;
    if ((i * share) % 5 === 4) {
      // What converges has come nearer by far; what has not goes round in circles.
      if (size > before / 2 && size > 1e-13) return null;
      before = size;
    }
  }
  return null;
}

/** A^−½ by Denman and Beavers' iteration. */
export function inverseRoot(a: Rows): Square {
  const size = norm(a);
  let root = scale(a, 1 / size);
  let back = identity(a.length);
  for (let i = 0; i < 60; i++) {
    const next = scale(add(root, inverse(back)), 0.5);
    const nextBack = scale(add(back, inverse(root)), 0.5);
    const change = norm(subtract(nextBack, back));
    root = next;
    back = nextBack;
    if (change <= 1e-16 * norm(back)) break;
  }
  return scale(back, 1 / Math.sqrt(size));
}

/** Σ of Adam after 120 steps, C = cKΣK. */
export const adamMap = (hessian: Rows, rate: number, ratio: number): Square =>
  selfMadeCovariance({
    method: "adam",
    hessian,
    rate,
    ratio,
    forgetting: 0.5,
    start: scale(identity(hessian.length), rate * rate),
    steps: 120
  });
