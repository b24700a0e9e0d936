import {identity, multiply, scale, subtract, trace} from "../brute/arrays.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {curvatures: h, anisotropic, isotropic, batchSize, learningRate} = tenDimensional;
const hessian = h.map((x, i) => h.map((_, j) => (i === j ? x : 0)));

/** ∫ e^{−Hs} τG e^{−Hs} ds. */
const settled = (G: Rows) => lyapunovIntegral(hessian, scale(G, learningRate / batchSize));

export const euclideanRisk = (): Numbers => ({"Tr Σ": [trace(settled(anisotropic))]});
export const fisherRisk = (): Numbers => ({
  "Tr HΣ": [trace(multiply(hessian, settled(anisotropic)))]
});

/** Tr HΣ under G⋆ over that under white noise of the same trace. */
export const equalTotals = (): Numbers => {
  const [one, other] = [anisotropic, isotropic].map(G => trace(multiply(hessian, settled(G))));
  return {"constant step": [one / other]};
};

/** The same for V = ∫ e^{−(η₀H − ½)s} η₀²G e^{−(η₀H − ½)s} ds, η₀ = 1.2. */
export const decayingTotals = (): Numbers => {
  const pull = subtract(scale(hessian, 1.2), scale(identity(h.length), 0.5));
  const [one, other] = [anisotropic, isotropic].map(G =>
    trace(multiply(hessian, lyapunovIntegral(pull, scale(G, 1.44))))
  );
  return {"decaying steps": [one / other]};
};
