import {integer, numberIn, positive} from "../check.js";

export interface DriftRecursionOptions {
  /** µ_F, of any sign. */
  readonly convexity: number;
  /** c₀ ≥ µ_F². */
  readonly driftConstant: number;
  /** Tr F²/b. */
  readonly noise: number;
  readonly eta0: number;
  /** V₁ = ‖θ₁ − θ⋆‖²_F. */
  readonly start: number;
  /** The T ≥ 2 at which to look, ascending. */
  readonly horizons: readonly number[];
}

/**
 * What the one-step drift allows with steps η₀/t, at each T of `horizons`
 *
 *     V_{t+1} = (1 − 2µ_F η_t + c₀η_t²) V_t + η_t² Tr F²/b
 *
 * the bound that Theorem 6.5 states in closed form. For η₀ > 1/(2µ_F), T·V_T tends to
 * η₀² Tr F²/(b(2η₀µ_F − 1)). May be Infinity where it overflows. Source: Fisher, Lemma 6.4, Theorem 6.5.
 *
 * @throws RangeError unless c₀ ≥ µ_F², η₀ and noise > 0, start ≥ 0, horizons ascending ≥ 2
 * @example
 * driftRecursion({convexity: 1, driftConstant: 1, noise: 1, eta0: 1, start: 0, horizons: [101]}); // [0.01]
 */
export function driftRecursion(options: DriftRecursionOptions): number[] {
  const {convexity, driftConstant, noise, eta0, start, horizons} = options;
  numberIn("convexity", convexity, "(−∞, ∞)", Number.isFinite);
  const least = convexity * convexity * (1 - 1e-9);
  numberIn("driftConstant", driftConstant, "[convexity², ∞)", x => x >= least);
  positive("noise", noise);
  positive("eta0", eta0);
  numberIn("start", start, "[0, ∞)", x => x >= 0);
  let value = start;
  let t = 1;
  return horizons.map(T => {
    integer("horizons", T, t + 1);
    for (; t < T; t++) {
      const eta = eta0 / t;
      value = (1 - 2 * convexity * eta + driftConstant * eta * eta) * value + eta * eta * noise;
    }
    return value;
  });
}
