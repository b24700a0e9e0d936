export {normals} from "./normals";
export {shape} from "./shape";
export {advance} from "./advance";
export {sumFirst, sumSquares, sumPlane, sumProducts} from "./moments";

/** The first byte that the caller may use. */
export function heapBase(): usize {
  return __heap_base;
}
