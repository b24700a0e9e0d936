import type {Curved} from "../cases/geometry.js";

/** The bound in the metric F is no larger than the other. */
export const noLarger = () => 1;

/** Smaller by the dimension, and more in one dimension as well. */
export const muchSmaller = ({hessian}: Curved) => 1 / (1 + hessian.length);
