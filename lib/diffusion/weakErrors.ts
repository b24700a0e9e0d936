import {positive} from "../check.js";
import {cos} from "../elementary/cos.js";
import {sin} from "../elementary/sin.js";
import {square} from "../elementary/square.js";
import {circleDiffusion} from "./circleDiffusion.js";
import {circleGrid, interpolateOnCircle} from "./circleGrid.js";
import {type Characteristic, circleSgd, earlier, gaussianNoise} from "./circleSgd.js";
import {momentFlow} from "./momentFlow.js";

/** L = 1 − cos θ on a circle with the noise (1 + g cos θ)ζ of one sample, from a place for a time. */
export interface WaveRun {
  /** g, 0 for constant noise. */
  readonly growth: number;
  readonly start: number;
  /** T = ηN, a multiple of the learning rate. */
  readonly time: number;
  readonly modes: number;
}

/** The mean loss of SGD at time T and of what is put in its place. */
export interface WeakErrors {
  /** E L(θ_N), exact. */
  readonly sgd: number;
  /** L of the gradient flow. */
  readonly ode: number;
  /** E L(X_T) of dX = −h dt + √τ a dW. */
  readonly sde: number;
  /** The same with the drift −(h + ½ηhh′) = −(L + ¼ηL′²)′. */
  readonly modified: number;
  /** L by mean and variance alone, at the second order in η where τ = η/b. */
  readonly moments: number;
  /** For constant noise, the equation of second order at every τ; else NaN. */
  readonly secondOrder: number;
}

/**
 * Mean loss after N = T/η steps of θ ← θ − ηh(θ) − √(ητ) a(θ)ζ on L = 1 − cos θ, exact to rounding by
 * the step's matrix in Fourier modes, and by each continuous stand-in. `secondOrder` adds to the SDE what
 * one step leaves over at the second order,
 *
 *     drift −h − ½η(hh′ − ½τa²h″),   variance τa²(1 + ηh′),
 *
 * which for a that depends on θ would need a third derivative. Source: Fisher, Theorem 5.4; notes, (23);
 * Li, Tai and E (2019).
 *
 * @throws RangeError unless time is a multiple of learningRate.
 */
export function weakErrors(
  {growth, start, time, modes}: WaveRun,
  {
    learningRate: eta,
    temperature: tau,
    noise = gaussianNoise
  }: {learningRate: number; temperature: number; noise?: Characteristic}
): WeakErrors {
  positive("learningRate", eta);
  const steps = Math.round(time / eta);
  if (Math.abs(steps * eta - time) > 1e-9 * time)
    throw new RangeError(`time must be a multiple of learningRate = ${eta}; got ${time}`);
  const grid = circleGrid(modes);
  const loss = grid.cosines.map(c => 1 - c);
  const amplitude = (theta: number) => 1 + growth * cos(theta);
  const P = circleSgd(
    grid,
    {gradient: sin, amplitude},
    {learningRate: eta, temperature: tau, noise}
  );
  let u: Float64Array = loss;
  for (let k = 0; k < steps; k++) u = earlier(P, u);
  const solve = (drift: (theta: number) => number, variance: (theta: number) => number) =>
    interpolateOnCircle(grid, circleDiffusion(grid, {drift, variance}).earlier(loss, time), start);
  const variance = (theta: number) => tau * square(amplitude(theta));
  const {mean, spread} = momentFlow({growth, start, time, learningRate: eta, temperature: tau});
  const still = momentFlow({growth, start, time, learningRate: 0, temperature: 0});
  return {
    sgd: interpolateOnCircle(grid, u, start),
    ode: 1 - cos(still.mean),
    sde: solve(theta => -sin(theta), variance),
    modified: solve(theta => -sin(theta) * (1 + (eta / 2) * cos(theta)), variance),
    moments: 1 - cos(mean) + (spread * cos(mean)) / 2,
    secondOrder:
      growth === 0
        ? solve(
            theta => -sin(theta) - (eta / 2) * sin(theta) * (cos(theta) + tau / 2),
            theta => tau * (1 + eta * cos(theta))
          )
        : Number.NaN
  };
}
