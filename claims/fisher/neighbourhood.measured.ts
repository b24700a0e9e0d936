import {uniforms} from "../../lib/random/uniforms.js";
import {bounded, plateau, remainders, unbounded} from "../cases/neighbourhood.js";
import type {Context, Numbers} from "../ledger/claim.js";

/** f E θ² step by step: (1 − η)² times what was, and η²f(1 + ρ). */
const recursion = (cases: typeof bounded): Numbers => {
  const {eta0, metric: f, start, horizons} = remainders;
  return Object.fromEntries(
    cases.map(({name, rho}) => {
      const risks: number[] = [];
      let square = start ** 2;
      for (let t = 1; t < horizons[horizons.length - 1]; t++) {
        const eta = eta0 / t;
        square = (1 - eta) ** 2 * square + eta ** 2 * f * (1 + rho(t));
        if ((horizons as readonly number[]).includes(t + 1)) risks.push(f * square);
      }
      return [name, risks];
    })
  );
};

export const smallRemainders = () => recursion(bounded);
export const largeRemainders = () => recursion(unbounded);

/** E θ² under the steps η₀/t on θ²/2. */
export function bowl(): Numbers {
  const {eta0, noise, horizon} = plateau;
  let square = 0;
  for (let t = 1; t < horizon; t++)
    square = (1 - eta0 / t) ** 2 * square + (noise * (eta0 / t)) ** 2;
  return {[`T = ${horizon}`]: [square]};
}

/** The slope of the loss that is flat beyond 2. */
const slope = (x: number) => {
  const size = Math.abs(x);
  return Math.sign(x) * (size <= 1 ? size : Math.max(0, 2 - size));
};

/** The mean of θ² over 4 000 runs on the loss that is flat beyond 2. */
export function runs({seed}: Context): Numbers {
  const {eta0, noise, horizon} = plateau;
  const replicates = 4000;
  let sum = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const source = uniforms({seed, experiment: "claim plateau", cell: "walk", replicate});
    let x = 0;
    for (let t = 1; t < horizon; t++)
      x -= (eta0 / t) * (slope(x) + (source.next() < 0.5 ? noise : -noise));
    sum += x * x;
  }
  return {[`T = ${horizon}`]: [sum / replicates]};
}
