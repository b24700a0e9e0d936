import { exp, log1p } from "./logarithm";
import {
  incrementHigh, incrementLow, nextDouble, nextHigh, nextLow, nextWord, output, setState, stateHigh, stateLow
} from "./pcg64";

const TAIL: f64 = 3.6541528853610088;
const INVERSE_TAIL: f64 = 0.27366123732975828;
const TABLES = memory.data(6144, 16);

/** Where the caller writes `zigguratTables`. */
export function tables(): usize {
  return TABLES;
}

// @ts-ignore: decorator
@inline
function integerOf(layer: usize): u64 {
  return load<u64>(TABLES + (layer << 3));
}

// @ts-ignore: decorator
@inline
function height(layer: usize): f64 {
  return load<f64>(TABLES + 4096 + (layer << 3));
}

// @ts-ignore: decorator
@inline
function magnitude(word: u64): u64 {
  return (word >> 9) & 0xfffffffffffff;
}

// @ts-ignore: decorator
@inline
function abscissa(word: u64): f64 {
  const x = <f64>(<i64>magnitude(word)) * load<f64>(TABLES + 2048 + ((<usize>word & 255) << 3));
  return reinterpret<f64>(reinterpret<u64>(x) | ((word & 0x100) << 55));
}

/** The normal that `word` begins when it falls outside its layer's core: 1.2 % of them. */
function outsideCore(first: u64): f64 {
  let word = first;
  while (true) {
    const layer = <usize>word & 255;
    const x = abscissa(word);
    if (magnitude(word) < integerOf(layer)) return x;
    if (layer == 0) return tail((magnitude(word) & 0x100) != 0);
    const low = height(layer);
    if ((height(layer - 1) - low) * nextDouble() + low < exp(-0.5 * x * x)) return x;
    word = nextWord();
  }
}

function tail(negative: bool): f64 {
  while (true) {
    const x = -INVERSE_TAIL * log1p(-nextDouble());
    const y = -log1p(-nextDouble());
    if (y + y > x * x) return negative ? -(TAIL + x) : TAIL + x;
  }
}

/** `count` standard normals at `out`, in NumPy's order. The state is in registers but for the slow path. */
export function fill(out: usize, count: usize): void {
  const c1 = incrementHigh;
  const c0 = incrementLow;
  let s1 = stateHigh;
  let s0 = stateLow;
  const end = out + (count << 3);
  for (let p = out; p < end; p += 8) {
    const low = nextLow(s0, c0);
    s1 = nextHigh(s1, s0, low, c1, c0);
    s0 = low;
    const word = output(s1, s0);
    let x = abscissa(word);
    if (magnitude(word) >= integerOf(<usize>word & 255)) {
      setState(s1, s0);
      x = outsideCore(word);
      s1 = stateHigh;
      s0 = stateLow;
    }
    store<f64>(p, x);
  }
  setState(s1, s0);
}
