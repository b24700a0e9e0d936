import {uniforms} from "../../lib/random/uniforms.js";
import {plateau, type Remainder, remainders} from "../cases/neighbourhood.js";
import type {Context} from "../ledger/claim.js";

/** f E θ² step by step: (1 − η)² times what was, and η²f(1 + ρ). */
export const recursion = ({rho}: Remainder) => {
  const {eta0, metric: f, start, horizons} = remainders;
  const risks: number[] = [];
  let square = start ** 2;
  for (let t = 1; t < horizons[horizons.length - 1]; t++) {
    const eta = eta0 / t;
    square = (1 - eta) ** 2 * square + eta ** 2 * f * (1 + rho(t));
    if ((horizons as readonly number[]).includes(t + 1)) risks.push(f * square);
  }
  return risks;
};

/** E θ² under the steps η₀/t on θ²/2. */
export function bowl({T}: {T: number}) {
  const {eta0, noise} = plateau;
  let square = 0;
  for (let t = 1; t < T; t++) square = (1 - eta0 / t) ** 2 * square + (noise * (eta0 / t)) ** 2;
  return square;
}

/** The slope of the loss that is flat beyond 2. */
const slope = (x: number) => {
  const size = Math.abs(x);
  return Math.sign(x) * (size <= 1 ? size : Math.max(0, 2 - size));
};

/** The mean of θ² over 4 000 runs on the loss that is flat beyond 2. */
export function runs({T}: {T: number}, {seed}: Context) {
  const {eta0, noise} = plateau;
  const replicates = 4000;
  let sum = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const source = uniforms({seed, experiment: "claim plateau", cell: "walk", replicate});
    let x = 0;
    for (let t = 1; t < T; t++)
      x -= (eta0 / t) * (slope(x) + (source.next() < 0.5 ? noise : -noise));
    sum += x * x;
  }
  return sum / replicates;
}
