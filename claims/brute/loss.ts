import type {Rows} from "../cases/matrices.js";
import {product, trace} from "./arrays.js";

/** ½ Tr KΣ. */
export const loss = ({hessian}: {readonly hessian: Rows}, sigma: Rows): number =>
  trace(product(hessian, sigma)) / 2;
