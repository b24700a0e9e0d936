/** The arguments of (89), per eigendirection: curvatures k and the diagonal of C in their basis. */
export interface PrintedQhm {
  readonly curvatures: readonly number[];
  readonly noise: readonly number[];
  readonly learningRate: number;
  readonly momentum: number;
  readonly nu: number;
  /** (90) as printed, or with f and g in each other's place, where µ = 0 comes out right. */
  readonly reading: "printed" | "swapped";
}

/**
 * The training error of QHM as the finite-rate paper prints it, not as it is
 *
 *     L = (λ²/2) Tr[h(K)⁻¹KC],  h = (1/d){a + 2bK + cK² + [µ(1+µ)f + λ(1−µν(2+µ))g](1−A²)⁻¹}
 *
 * with a, b, c, d, A, α of (74) and f, g of (91), (92). For comparison on a page; ½ Tr K·`qhmCovariance`
 * is right, and neither reading equals it. Source: finite-rate (89)–(92).
 *
 * @example printedQhmError({curvatures: [1], noise: [1], learningRate: 1, momentum: 0, nu: 0, reading: "swapped"}) // 0.5
 */
export function printedQhmError(options: PrintedQhm): number {
  const {curvatures, noise, learningRate: l, momentum: m, nu: v} = options;
  const alpha = l * (1 - v + v * (1 - m));
  const a = -2 * m * (1 + m);
  const b = l * m * m * (1 - v);
  const c = l * l * (1 - m * m - 2 * m * v * (1 - m));
  const d = 1 + m * (m - 2 * v - 2 * m * v * (1 - v));
  return curvatures.reduce((sum, k, i) => {
    const A = m * (1 - l * (1 - v) * k);
    const first = 2 * (1 - m * m) * k + l * (-2 + m * (3 + m * (2 - 3 * v))) * k * k;
    const second =
      2 * (1 - m * m) +
      2 * l * (-1 + m * (2 + m - 2 * m * v)) * k -
      2 * l * m * (1 - v) * alpha * k * k;
    const [f, g] = options.reading === "printed" ? [first, second] : [second, first];
    const h =
      (a +
        2 * b * k +
        c * k * k +
        (m * (1 + m) * f + l * (1 - m * v * (2 + m)) * g) / (1 - A * A)) /
      d;
    return sum + (l * l * k * noise[i]) / (2 * h);
  }, 0);
}
