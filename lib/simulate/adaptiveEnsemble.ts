/** A symmetric 2×2 matrix: entries (1,1), (1,2), (2,2). */
export type Plane = readonly [number, number, number];

export interface AdaptiveEnsembleOptions {
  readonly method: "natural" | "adam" | "fixed";
  /** Λ/λ of the method "fixed". */
  readonly preconditioner?: Plane;
  /** K and the covariance at which iterates, and the statistic, begin; positive definite. */
  readonly hessian: Plane;
  readonly start: Plane;
  readonly learningRate: number;
  /** µ, undamped. */
  readonly momentum: number;
  /** ρ, the weight of the newest statistic. */
  readonly forgetting: number;
  /** A constant C, or c of C = cKΣ̂K with Σ̂ the ensemble's second moment. */
  readonly noise: {readonly covariance: Plane} | {readonly ratio: number};
  /** Iterates that share one preconditioner; 1 is the algorithm as one run has it. */
  readonly particles: number;
  /** Standard normals. */
  readonly next: () => number;
}

export interface AdaptiveEnsemble {
  /** Coordinates of the iterates, one after another in pairs; overwritten by `advance`. */
  readonly states: Float64Array;
  /** One update of every iterate. */
  advance(): void;
  /** Σ̂, the mean of wwᵀ over the iterates. */
  secondMoment(): Plane;
}

/**
 * Heavy ball in the plane, preconditioned by what the iterates themselves do
 *
 *     g = Kw + η,  J ← (1−ρ)J + ρ⟨Kw wᵀK⟩ (natural gradient) or ρ⟨ggᵀ⟩ (Adam),
 *     m ← µm + g,  w ← w − λJ⁻¹m or w − λJ^−½m,   ⟨·⟩ the mean over the ensemble
 *
 * The method "fixed" takes Λ = λ `preconditioner` instead. Nothing is a formula for its outcome: J is
 * made of the very vectors that are stepped. With noise in proportion, η = √c KLξ with LLᵀ = Σ̂ and
 * standard normal ξ; of a single iterate this is noise along its own gradient. The root of a 2×2 matrix
 * is (J + √det J)/√(tr J + 2√det J).
 * Source: finite-rate §6.4 and E.2.7–E.2.8.
 */
export function adaptiveEnsemble(options: AdaptiveEnsembleOptions): AdaptiveEnsemble {
  const {method, hessian: K, learningRate, momentum, forgetting, noise, particles, next} = options;
  const states = new Float64Array(2 * particles);
  const buffers = new Float64Array(2 * particles);
  const gradients = new Float64Array(2 * particles);
  const first = factor(options.start);
  for (let p = 0; p < particles; p++) {
    const [u, v] = [next(), next()];
    states[2 * p] = first[0] * u;
    states[2 * p + 1] = first[1] * u + first[2] * v;
  }
  const secondMoment = (): Plane => meanSquare(states, particles);
  const ratio = "ratio" in noise ? noise.ratio : 0;
  let statistic = turned(K, options.start);
  if (method === "adam") {
    const more = "ratio" in noise ? scaled(statistic, ratio) : noise.covariance;
    statistic = sum(statistic, more);
  }

  return {
    states,
    secondMoment,
    advance() {
      const push = noiseFactor(noise, K, secondMoment);
      const silent = "ratio" in noise && ratio === 0;
      for (let p = 0; p < particles; p++) {
        const [x, y] = [states[2 * p], states[2 * p + 1]];
        gradients[2 * p] = K[0] * x + K[1] * y;
        gradients[2 * p + 1] = K[1] * x + K[2] * y;
      }
      const drift = method === "natural" ? meanSquare(gradients, particles) : undefined;
      if (!silent)
        for (let p = 0; p < particles; p++) {
          const [u, v] = [next(), next()];
          gradients[2 * p] += push[0] * u + push[1] * v;
          gradients[2 * p + 1] += push[2] * u + push[3] * v;
        }
      let rate = options.preconditioner;
      if (method !== "fixed") {
        const newest = drift ?? meanSquare(gradients, particles);
        statistic = sum(scaled(statistic, 1 - forgetting), scaled(newest, forgetting));
        rate = inverse(method === "natural" ? statistic : root(statistic));
      }
      if (!rate) throw new RangeError("the method fixed must have a preconditioner; got none");
      const [l11, l12, l22] = scaled(rate, learningRate);
      for (let p = 0; p < particles; p++) {
        const a = momentum * buffers[2 * p] + gradients[2 * p];
        const b = momentum * buffers[2 * p + 1] + gradients[2 * p + 1];
        buffers[2 * p] = a;
        buffers[2 * p + 1] = b;
        states[2 * p] -= l11 * a + l12 * b;
        states[2 * p + 1] -= l12 * a + l22 * b;
      }
    }
  };
}

/** Rows of a factor of C: √c KL, or the Cholesky factor of a constant C. */
function noiseFactor(
  noise: AdaptiveEnsembleOptions["noise"],
  K: Plane,
  secondMoment: () => Plane
): readonly [number, number, number, number] {
  if ("covariance" in noise) {
    const l = factor(noise.covariance);
    return [l[0], 0, l[1], l[2]];
  }
  const size = Math.sqrt(noise.ratio);
  const [a, b, c] = factor(secondMoment());
  return [
    size * (K[0] * a + K[1] * b),
    size * K[1] * c,
    size * (K[1] * a + K[2] * b),
    size * K[2] * c
  ];
}

function meanSquare(pairs: Float64Array, count: number): Plane {
  let [a, b, c] = [0, 0, 0];
  for (let p = 0; p < count; p++) {
    const [x, y] = [pairs[2 * p], pairs[2 * p + 1]];
    a += x * x;
    b += x * y;
    c += y * y;
  }
  return [a / count, b / count, c / count];
}

/** l₁₁, l₂₁, l₂₂ with LLᵀ = S; a singular S, as of one iterate, is allowed. */
function factor([a, b, c]: Plane): Plane {
  const first = Math.sqrt(a);
  const second = first > 0 ? b / first : 0;
  const rest = c - second * second;
  return [first, second, rest > 0 ? Math.sqrt(rest) : 0];
}

/** KSK. */
function turned([p, q, r]: Plane, [a, b, c]: Plane): Plane {
  const [x, y, z, w] = [p * a + q * b, p * b + q * c, q * a + r * b, q * b + r * c];
  return [x * p + y * q, x * q + y * r, z * q + w * r];
}

const scaled = ([a, b, c]: Plane, by: number): Plane => [a * by, b * by, c * by];
const sum = (s: Plane, t: Plane): Plane => [s[0] + t[0], s[1] + t[1], s[2] + t[2]];

function inverse([a, b, c]: Plane): Plane {
  const det = a * c - b * b;
  return [c / det, -b / det, a / det];
}

function root([a, b, c]: Plane): Plane {
  const det = a * c - b * b;
  const s = Math.sqrt(det > 0 ? det : 0);
  const t = Math.sqrt(a + c + 2 * s);
  return [(a + s) / t, b / t, (c + s) / t];
}
