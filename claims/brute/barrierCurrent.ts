import type {BarrierCase} from "../cases/escape.js";
import {simpson} from "./quadrature.js";

/** The path of a case and φ(w) = ∫ L′/T from a, with temperature ta before the middle, tb after it. */
export function pathOf({well, top, height}: BarrierCase, ta: number, tb: number) {
  const split = top / (well + top);
  const middle = Math.sqrt((2 * split * height) / well);
  const b = middle + Math.sqrt((2 * (1 - split) * height) / top);
  const phi = (w: number) =>
    w < middle
      ? (well * w * w) / (2 * ta)
      : (split * height) / ta + ((1 - split) * height - (top * (w - b) ** 2) / 2) / tb;
  return {middle, b, phi, end: b + 9 * Math.sqrt(tb / top)};
}

/** P(w)/J T(w)^i to the right of w where P = 0 at the end: i = 1 for T outside the derivative, 0 for inside. */
export function resistance(options: BarrierCase, ta: number, tb: number, ito: boolean) {
  const {middle, phi, end} = pathOf(options, ta, tb);
  const piece = (from: number, to: number, t: number) =>
    simpson(v => Math.exp(phi(v)) / (ito ? 1 : t), from, to, 300);
  const beyond = piece(middle + 1e-12, end, tb);
  return (w: number) => (w < middle ? beyond + piece(w, middle - 1e-12, ta) : piece(w, end, tb));
}

/** J/P of the stationary current from the well to where it is absorbed beyond b. */
export function flow(options: BarrierCase, ito: boolean): number {
  const {well, top, rate, batch} = options;
  const [ta, tb] = [well, top].map(k => (rate * k) / (2 * batch));
  const {middle, phi, b} = pathOf(options, ta, tb);
  const left = resistance(options, ta, tb, ito);
  const density = (w: number) =>
    (Math.exp(-phi(w)) * left(Math.max(w, 0))) / (ito ? (w < middle ? ta : tb) : 1);
  const inside =
    simpson(density, -8 * Math.sqrt(ta / well), middle - 1e-12, 120) +
    simpson(density, middle + 1e-12, b, 120);
  return 1 / inside;
}
