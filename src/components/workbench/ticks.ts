import {digits} from "../../lib/workbench/export/digits.js";
import {powerOfTen} from "../format.js";

/** Ticks of a log axis over these values: powers of ten, or a few numbers where it spans less than one and a half. */
export function logTicks(values: readonly number[]): {
  ticks: number | number[];
  tickFormat: (x: number) => string;
} {
  const positive = values.filter(x => x > 0);
  const [low, high] = [Math.log10(Math.min(...positive)), Math.log10(Math.max(...positive))];
  if (high - low < 1.5) return {ticks: 3, tickFormat: short};
  const every = Math.ceil((high - low) / 7);
  const exponents: number[] = [];
  for (let k = Math.ceil(low); k <= high; k++) if (k % every === 0) exponents.push(k);
  return {
    ticks: exponents.map(k => 10 ** k),
    tickFormat: x => powerOfTen(Math.round(Math.log10(x)))
  };
}

/** A number on an axis, without zeros that say nothing. */
export function short(x: number): string {
  const text = digits(x);
  return text.includes("·")
    ? text
    : String(Number(text.replace("\u2212", "-"))).replace("-", "\u2212");
}
