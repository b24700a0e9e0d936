import type {Boltzmann, Direction, Whitened} from "../cases/noise.js";
import {K, minus, plus, times} from "../printed/algebra.js";

const form =
  (factor: number) =>
  ({inputs, direction}: Direction) =>
    factor *
    inputs.reduce((sum, x) => sum + x.reduce((dot, a, i) => dot + a * direction[i], 0) ** 2, 0);

/** ½ δᵀKδ with K = Σ xᵢxᵢᵀ, the Hessian of Σ exp(xᵢᵀw) − xᵢᵀw at its minimum 0. */
export const quadratic = form(1 / 2);

/** δᵀKδ. */
export const quadraticWhole = form(1);

/** The c with C = cI under which the density is stationary: T/λ, and 2T/λ for L = ½wᵀKw. */
export const strength = ({factor, temperature, rate}: Boltzmann) => temperature / (factor * rate);

/** 2T. */
export const strengthPrinted = ({temperature}: Boltzmann) => 2 * temperature;

/** 2T/λ for both. */
export const strengthHalf = ({temperature, rate}: Boltzmann) => (2 * temperature) / rate;

const second = (s: number, run: Whitened) => times(s * run.rate, K(run), K(run));

/** K − (λ/2)K². */
export const weakened = (run: Whitened) => minus(K(run), second(1 / 2, run));

/** K + (λ/2)K². */
export const strengthened = (run: Whitened) => plus(K(run), second(1 / 2, run));

/** K − λK². */
export const weakenedTwice = (run: Whitened) => minus(K(run), second(1, run));
