export { incrementHigh, incrementLow, setIncrement, setState, stateHigh, stateLow } from "./pcg64";
export { log1p } from "./logarithm";
export { fill, tables } from "./normal";
export { replay } from "./replay";

export function heapBase(): usize {
  return __heap_base;
}
