// PCG64: s ← a s + c modulo 2¹²⁸, in halves of 64 bits; the word is the XSL-RR permutation of the new s.

const HIGH: u64 = 0x2360ed051fc65da4;
const LOW: u64 = 0x4385df649fccf645;

export let stateHigh: u64 = 0;
export let stateLow: u64 = 0;
export let incrementHigh: u64 = 0;
export let incrementLow: u64 = 0;

export function setState(high: u64, low: u64): void {
  stateHigh = high;
  stateLow = low;
}

export function setIncrement(high: u64, low: u64): void {
  incrementHigh = high;
  incrementLow = low;
}

// @ts-ignore: decorator
@inline
export function nextLow(low: u64, increment: u64): u64 {
  return low * LOW + increment;
}

/** The upper half of the next state; `next` is its lower half. */
// @ts-ignore: decorator
@inline
export function nextHigh(high: u64, low: u64, next: u64, increment: u64, lowIncrement: u64): u64 {
  const a0 = low & 0xffffffff;
  const a1 = low >> 32;
  const b0 = LOW & 0xffffffff;
  const b1 = LOW >> 32;
  const t = a0 * b0;
  const u = a1 * b0 + (t >> 32);
  const v = a0 * b1 + (u & 0xffffffff);
  const product = a1 * b1 + (u >> 32) + (v >> 32);
  const carry = <u64>(next < lowIncrement);
  return product + low * HIGH + high * LOW + increment + carry;
}

// @ts-ignore: decorator
@inline
export function output(high: u64, low: u64): u64 {
  return rotr<u64>(high ^ low, high >> 58);
}

export function nextWord(): u64 {
  const low = nextLow(stateLow, incrementLow);
  const high = nextHigh(stateHigh, stateLow, low, incrementHigh, incrementLow);
  stateLow = low;
  stateHigh = high;
  return output(high, low);
}

export function nextDouble(): f64 {
  return <f64>(nextWord() >> 11) * (1.0 / 9007199254740992.0);
}
