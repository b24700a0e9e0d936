import {gaussLegendre} from "../../lib/escape/gaussLegendre.js";
import {dot, identity, inverse, product, scale, subtract} from "../brute/arrays.js";
import {circulation} from "../brute/circulation.js";
import {limit} from "../brute/limit.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {type Cloud, type Crossing, cloudPoints, type Spinning} from "../cases/approximation.js";
import type {Rows} from "../cases/matrices.js";

/**
 * The curl-free part of j = −Hθp − ½Q∇p, p = N(0, S), by Fourier's integral: with ĵ = iNk p̂,
 * N = HS − ½Q, it is (2π)⁻² ∫ i k(kᵀNk)/|k|² e^{−½kᵀSk} e^{ik·θ} dk.
 */
function curlFree({hessian, noise}: Cloud, S: Rows, theta: readonly number[]): [number, number] {
  const N = subtract(product(hessian, S), scale(noise, 0.5));
  const {points, weights} = gaussLegendre(48, 0, 14);
  const angles = 96;
  let [x, y] = [0, 0];
  for (let k = 0; k < angles; k++) {
    const alpha = (2 * Math.PI * k) / angles;
    const u = [Math.cos(alpha), Math.sin(alpha)];
    const along = dot(
      u,
      N.map(row => dot(row, u))
    );
    const width = dot(
      u,
      S.map(row => dot(row, u))
    );
    points.forEach((rho, i) => {
      const value =
        -weights[i] *
        rho ** 2 *
        along *
        Math.exp((-width * rho * rho) / 2) *
        Math.sin(rho * dot(u, theta));
      x += value * u[0];
      y += value * u[1];
    });
  }
  const measure = (2 * Math.PI) / angles / (4 * Math.PI ** 2);
  return [x * measure, y * measure];
}

/** Both parts at the points: what has a potential first. */
export function fourierParts(cloud: Cloud): number[] {
  const {hessian, noise, variance} = cloud;
  const S = variance ? scale(identity(2), variance) : lyapunovIntegral(hessian, noise);
  const precision = inverse(S);
  const determinant = S[0][0] * S[1][1] - S[0][1] * S[1][0];
  const free = cloudPoints.map(theta => curlFree(cloud, S, theta));
  const rest = cloudPoints.map((theta, i) => {
    const u = precision.map(row => dot(row, theta));
    const p = Math.exp(-dot(u, theta) / 2) / (2 * Math.PI * Math.sqrt(determinant));
    return [0, 1].map(k => (-dot(hessian[k], theta) + 0.5 * dot(noise[k], u)) * p - free[i][k]);
  });
  return [...free.flat(), ...rest.flat()];
}

/** (P(θ ≤ x) − P(θ′ ≤ x))/h after a step of h from N(m, v), as h → 0. */
export function passages({mean, variance, temperature: tau, growth: a, places}: Crossing) {
  const normal = (x: number) => {
    const n = 400;
    const end = Math.min(Math.abs(x), 9);
    let sum = 0;
    for (let k = 0; k <= n; k++)
      sum += (k === 0 || k === n ? 1 : k % 2 ? 4 : 2) * Math.exp(-(((end * k) / n) ** 2) / 2);
    return 0.5 + (Math.sign(x) * sum * end) / (3 * n) / Math.sqrt(2 * Math.PI);
  };
  const half = 9 * Math.sqrt(variance);
  const {points, weights} = gaussLegendre(400, mean - half, mean + half);
  const law = points.map(
    (x, i) =>
      (weights[i] * Math.exp(-((x - mean) ** 2) / (2 * variance))) /
      Math.sqrt(2 * Math.PI * variance)
  );
  const rate = (h: number) =>
    places.map(x => {
      const before = normal((x - mean) / Math.sqrt(variance));
      const after = points.reduce(
        (sum, theta, i) =>
          sum +
          law[i] * normal((x - theta + h * theta) / Math.sqrt(h * tau * (1 + a * theta * theta))),
        0
      );
      return (before - after) / h;
    });
  return limit(rate, 0.04, 1, 5);
}

/** j at rest, with S by its integral, and its circulation round small squares over their area. */
export function loopsAtRest({hessian, noise, point}: Spinning) {
  const S = lyapunovIntegral(hessian, noise);
  const precision = inverse(S);
  const j = (x: readonly number[]) => {
    const u = precision.map(row => dot(row, x));
    const p = Math.exp(-dot(u, x) / 2);
    return hessian.map((row, i) => (-dot(row, x) + 0.5 * dot(noise[i], u)) * p);
  };
  return [j(point), circulation(j, point)];
}
