export {normals} from "./normals";
export {shape} from "./shape";
export {advance} from "./advance";
export {advanceScheduled} from "./scheduled";
export {advanceMomentum} from "./momentum";
export {regressFresh, regressFixed} from "./regression";
export {sumFirst, sumDiagonal, sumPlane, sumProducts, sumPowers} from "./moments";

/** The first byte that the caller may use. */
export function heapBase(): usize {
  return __heap_base;
}
