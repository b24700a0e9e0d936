import {driftConstant} from "../../budgets/driftConstant.js";
import {fisherStrongConvexity} from "../../budgets/fisherStrongConvexity.js";
import {robbinsMonroProductLimit} from "../../budgets/robbinsMonroProductLimit.js";
import {symmetricEigen} from "../../linalg/symmetricEigen.js";
import {
  type BoundPair,
  cubic,
  flatteningPairs,
  gentle,
  gradedPairs,
  planePairs,
  products,
  rescaled,
  schedules,
  weightExponents
} from "../boundCases.js";
import {binaryModel} from "../cases.js";
import type {Numbers} from "../claim.js";
import {tenDimensional} from "../fisherCases.js";

const perPair = (pairs: readonly BoundPair[], f: (pair: BoundPair) => number): Numbers =>
  Object.fromEntries(pairs.map(pair => [pair.name, [f(pair)]]));

const traceOf = (h: BoundPair["hessian"]) => h.reduce((sum, row, i) => sum + row[i], 0);
const largest = (m: BoundPair["hessian"]) => Math.max(...symmetricEigen(m).values);
const smallest = (m: BoundPair["hessian"]) => Math.min(...symmetricEigen(m).values);

/** F of the logistic model, Σ p(1−p) xxᵀ over its inputs. */
export function information(): Numbers {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const sums = new Array<number>(d * d).fill(0);
  for (const x of inputs) {
    const logit = x.reduce((sum, v, i) => sum + v * parameters[i], 0);
    const weight = 1 / (2 + 2 * Math.cosh(logit)) / inputs.length;
    for (let k = 0; k < d * d; k++) sums[k] += weight * x[Math.floor(k / d)] * x[k % d];
  }
  return {"logistic regression": sums};
}

/** F, were it E xxᵀ/4, the largest it can be. */
export function largestInformation(): Numbers {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  return {
    "logistic regression": Array.from({length: d * d}, (_, k) =>
      inputs.reduce((sum, x) => sum + (x[Math.floor(k / d)] * x[k % d]) / 4 / inputs.length, 0)
    )
  };
}

/** The diagonal of F = H in Experiments 4 to 6. */
export const metricOfExperiments = (): Numbers => ({"diagonal of F": tenDimensional.curvatures});

export const driftConstants = (): Numbers =>
  perPair(planePairs, ({hessian, metric}) => driftConstant(hessian, metric));

/** M² for c₀: the Euclidean constant. */
export const smoothnessSquared = (): Numbers =>
  perPair(planePairs, ({hessian}) => largest(hessian) ** 2);

const coercive = [...planePairs.slice(0, 2), ...gradedPairs];

/** 2(Tr H)², where µ_F ≥ 0. */
export const traceBounds = (): Numbers =>
  perPair(coercive, ({hessian}) => 2 * traceOf(hessian) ** 2);

/** 2M², without the dimension. */
export const normBounds = (): Numbers =>
  perPair(coercive, ({hessian}) => 2 * largest(hessian) ** 2);

/** The same bound where µ_F < 0. */
export const traceBoundsFlattening = (): Numbers =>
  perPair(flatteningPairs, ({hessian}) => 2 * traceOf(hessian) ** 2);

/** 1 − 2µη + c₀η², c₀ a multiple of the largest L″² on the neighbourhood. */
const cubicFactors = (rate: number, multiple: number) => (): Numbers => ({
  "three rates": cubic.rates.map(
    eta => 1 - 2 * rate * eta + multiple * (1 + cubic.radius) ** 2 * eta ** 2
  )
});
/** With the slowest rate on the neighbourhood, 1 − r/2, and c₀ = M². */
export const neighbourhoodFactors = cubicFactors(1 - cubic.radius / 2, 1);
/** With the rate at the minimum and c₀ = 10 M². */
export const minimumFactors = cubicFactors(1, 10);
/** With the rate half way. */
export const halfwayFactors = cubicFactors(1 - cubic.radius / 4, 1);

/** Exponents of the risk with steps η₀/t: min(1, 2η₀λmin(H)). */
export const exponents = (): Numbers =>
  Object.fromEntries(
    planePairs.map(({name, hessian}) => [
      name,
      schedules.map(eta0 => -Math.min(1, 2 * eta0 * smallest(hessian)))
    ])
  );

/** The same with µ_F for λmin(H), as the printed threshold would have it. */
export const exponentsInMetric = (): Numbers =>
  Object.fromEntries(
    planePairs.map(({name, hessian, metric}) => [
      name,
      schedules.map(eta0 => -Math.min(1, 2 * eta0 * fisherStrongConvexity(hessian, metric)))
    ])
  );

const constants = (
  pick: (eta0: number, mu: number, metric: readonly number[]) => number
): Numbers =>
  Object.fromEntries(
    rescaled.map(({name, hessian, metric, eta0}) => [name, [pick(eta0, hessian, metric)]])
  );
const traceSquare = (metric: readonly number[]) => metric.reduce((sum, f) => sum + f * f, 0);

/** C₁ Tr F²/µ_F with C₁ = η₀²µ_F/(2η₀µ_F − 1). */
export const leadingTerms = (): Numbers =>
  constants((eta0, mu, metric) => (eta0 ** 2 * traceSquare(metric)) / (2 * eta0 * mu - 1));

/** With one C₁ for all three, that of the first. */
export function leadingTermsUniversal(): Numbers {
  const [{hessian: mu, eta0}] = rescaled;
  const universal = (eta0 ** 2 * mu) / (2 * eta0 * mu - 1);
  return constants((_, each, metric) => (universal * traceSquare(metric)) / each);
}

const traced = [...planePairs, ...gradedPairs];
export const traceReduction = (): Numbers =>
  perPair(traced, ({metric}) => {
    const top = largest(metric);
    return top ** 2 * (traceOf(metric) / top);
  });

/** λmax d_eff: one power of λmax too few. */
export const traceReductionOnce = (): Numbers => perPair(traced, ({metric}) => traceOf(metric));

const weightCases = (slopes: readonly number[], remainder: number): Numbers => ({
  "Σ (t/T)ᵖ t⁻²": slopes,
  "remainder, ρ = √t": [remainder]
});
export const weightSlopes = (): Numbers =>
  weightCases(
    weightExponents.map(p => -Math.min(1, p)),
    -0.5
  );
export const weightSlopesPrinted = (): Numbers =>
  weightCases(
    weightExponents.map(() => -1),
    -1
  );
/** −p throughout: the border at 1 forgotten. */
export const weightSlopesUnbounded = (): Numbers =>
  weightCases(
    weightExponents.map(p => -p),
    -0.5
  );

/** One curvature, η₀µ = 5 000: decaying steps over the plateau at their own temperature. */
export const samePlateau = (): Numbers => ({"risk over plateau": [1]});
export const plateauFar = (): Numbers => ({
  "risk over plateau, η₀µ = 0.6": [1],
  "plateau at µ_F/2 over plateau at µ_F, F = H": [2]
});
/** With ½ for the exponent's 1: what η₀µ = 1 gives. */
export const plateauTwice = (): Numbers => ({"risk over plateau": [2]});

export const matching = (): Numbers => ({"T grows at b = 64": [-1]});
export const matchingBatch = (): Numbers => ({"b grows at T = 10": [-1]});
export const squareRoot = (): Numbers => ({"T grows at b = 64": [-0.5]});

const perProduct = (f: (a: number, c0: number) => number): Numbers =>
  Object.fromEntries(products.map(({a, c0}) => [`a = ${a}, c₀ = ${c0}`, [f(a, c0)]]));
export const productLimits = (): Numbers => perProduct(robbinsMonroProductLimit);
/** The first-order form, 1/Γ(1 − a), in which c₀ is forgotten. */
export const productLimitsFirstOrder = (): Numbers =>
  perProduct(a => robbinsMonroProductLimit(a + 1e-9, 0));

/** 2^a e^{π²c₀/6}, and |α_k|e^{a/k} for the factors that are negative. */
export const productBounds = (): Numbers =>
  perProduct((a, c0) => {
    let bound = 2 ** a * Math.exp((Math.PI ** 2 * c0) / 6);
    for (let k = 1; k <= a; k++) {
      const factor = 1 - a / k + c0 / (k * k);
      if (factor < 0) bound *= Math.max(1, -factor * Math.exp(a / k));
    }
    return bound;
  });

/** (38) with C₂ = e^{π²c₀η₀²/6}, C₁ = 2^aC₂η₀²µ_F a/(a − 1) and C₃ = 0, a = 2µ_Fη₀, b = 1. */
const bounds = (power: number) => (): Numbers =>
  Object.fromEntries(
    gentle.pairs.flatMap(({name, hessian, metric}) =>
      gentle.eta0.map(eta0 => {
        const mu = fisherStrongConvexity(hessian, metric);
        const a = 2 * mu * eta0;
        const second = Math.exp((Math.PI ** 2 * driftConstant(hessian, metric) * eta0 ** 2) / 6);
        const first = (2 ** a * second * eta0 ** 2 * mu * a) / (a - 1);
        const [x, y] = gentle.start;
        const start = metric[0][0] * x * x + metric[1][1] * y * y;
        const square = metric[0][0] ** 2 + metric[1][1] ** 2;
        return [
          `${name}, η₀ = ${eta0}`,
          gentle.horizons.map(T => (first * square) / (mu * T ** power) + (second * start) / T ** a)
        ];
      })
    )
  );
export const upperBounds = bounds(1);
/** With T^{−3/2} for T^{−1}. */
export const upperBoundsSteeper = bounds(1.5);
