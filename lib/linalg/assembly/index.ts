// The dense kernel: products of matrices, the symmetric eigenproblem and the real Schur form in float64, with the
// bits of the plain loops in `lib/linalg/` and in `ml-matrix`. Lanes hold
// different entries of a result, never parts of one sum, so that every sum runs in the order of its loop.
export {crossproduct} from "./crossproduct";
export {centre} from "./centre";
export {multiply} from "./multiply";
export {compensated} from "./compensated";
export {tridiagonalise} from "./tridiagonal";
export {diagonalise} from "./implicit";
export {hessenberg, francis} from "./schur";

/** The first free address: everything from here on belongs to the caller. */
export function heapBase(): usize {
  return __heap_base;
}
