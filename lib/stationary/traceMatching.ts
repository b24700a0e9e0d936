import {integer, numberIn, positive, UnstableError} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";

export interface TraceMatchingOptions {
  /** h, the eigenvalues of H. */
  readonly curvatures: readonly number[];
  /** f, the eigenvalues of the metric F, which shares its eigenvectors with H. */
  readonly metric: readonly number[];
  /** g, the eigenvalues of the noise covariance G. */
  readonly noise: readonly number[];
  /** η > 0, or 0 for the continuous limit. */
  readonly learningRate: number;
}

/**
 * What each direction's noise adds to the stationary risk E θᵀFθ of SGD: in the eigenbasis of H
 *
 *     Tr(FΣ) = (η/b) Σᵢ wᵢ Gᵢᵢ,   wᵢ = fᵢ/(hᵢ(2 − ηhᵢ))
 *
 * The trace of G alone decides the risk, whatever its eigenvectors, iff all w are equal, that is iff
 * F ∝ 2H − ηH². At η → 0 that is F ∝ H. Source: Fisher, Proposition 5.9, summed against F.
 *
 * @throws UnstableError unless ηhᵢ < 2 for all i
 * @throws RangeError on lists of different lengths or values that are not positive
 * @example riskWeights({curvatures: [1, 4], metric: [1, 4], learningRate: 0}) // [0.5, 0.5]
 */
export function riskWeights({
  curvatures: h,
  metric: f,
  learningRate: eta
}: Omit<TraceMatchingOptions, "noise">): number[] {
  integer("curvatures.length", h.length, 1);
  if (f.length !== h.length)
    throw new RangeError(`metric must have ${h.length} entries; got ${f.length}`);
  numberIn("learningRate", eta, "[0, ∞)", x => x >= 0);
  return h.map((x, i) => {
    positive("curvatures", x);
    positive("metric", f[i]);
    const room = sumLessProduct(2, 0, eta, x);
    if (!(room > 0))
      throw new UnstableError(`learningRate must lie in [0, 2/λmax) = [0, ${2 / x}); got ${eta}`);
    return f[i] / (x * room);
  });
}

/**
 * The least and the greatest ratio of the stationary risk under noise of spectrum g to that under
 * isotropic noise of the same trace, over all rotations of the noise against the curvature:
 *
 *     ratio = d Σ wᵢGᵢᵢ/(Σ wᵢ · Σ gᵢ)
 *
 * The diagonal of a rotated matrix is majorised by its spectrum (Schur), so the extremes pair the
 * sorted w with the sorted g, in opposite and in equal order, and both are attained.
 *
 * @throws as `riskWeights`
 * @example
 * traceMatchingRange({curvatures: [1, 4], metric: [1, 4], noise: [1, 3], learningRate: 0}); // [1, 1]
 */
export function traceMatchingRange({noise, ...problem}: TraceMatchingOptions): [number, number] {
  const w = riskWeights(problem);
  if (noise.length !== w.length)
    throw new RangeError(`noise must have ${w.length} entries; got ${noise.length}`);
  for (const g of noise) positive("noise", g);
  const up = (a: number, b: number) => a - b;
  const weights = [...w].sort(up);
  const spectrum = [...noise].sort(up);
  const sum = (values: readonly number[]) => values.reduce((s, x) => s + x, 0);
  const scale = w.length / (sum(w) * sum(spectrum));
  const paired = (order: readonly number[]) => sum(order.map((g, i) => g * weights[i])) * scale;
  return [paired([...spectrum].reverse()), paired(spectrum)];
}
