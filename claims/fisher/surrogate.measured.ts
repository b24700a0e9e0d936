import {diagonal, identity, multiply, scale, subtract, trace} from "../brute/arrays.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {type DiagonalMetric, tenDimensional} from "../cases/fisher.js";
import type {Rows} from "../cases/matrices.js";

const {curvatures: h, anisotropic, isotropic, batchSize, learningRate} = tenDimensional;
const hessian = diagonal(h);

/** ∫ e^{−Hs} τG e^{−Hs} ds. */
const settled = (G: Rows) => lyapunovIntegral(hessian, scale(G, learningRate / batchSize));

/** Tr FΣ. */
export const risk = ({metric}: DiagonalMetric) =>
  trace(multiply(diagonal(metric), settled(anisotropic)));

/** Tr HΣ under G⋆ over that under white noise of the same trace. */
export const equalTotals = () => {
  const [one, other] = [anisotropic, isotropic].map(G => trace(multiply(hessian, settled(G))));
  return one / other;
};

/** The same for V = ∫ e^{−(η₀H − ½)s} η₀²G e^{−(η₀H − ½)s} ds, η₀ = 1.2. */
export const decayingTotals = () => {
  const pull = subtract(scale(hessian, 1.2), scale(identity(h.length), 0.5));
  const [one, other] = [anisotropic, isotropic].map(G =>
    trace(multiply(hessian, lyapunovIntegral(pull, scale(G, 1.44))))
  );
  return one / other;
};
