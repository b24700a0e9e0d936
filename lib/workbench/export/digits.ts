import type {Measure} from "../types.js";

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const minus = "\u2212";

const raised = (exponent: number): string =>
  `${exponent < 0 ? "⁻" : ""}${[...String(Math.abs(exponent))].map(c => superscripts[Number(c)]).join("")}`;

/**
 * Three digits, as a table shows them: with a power of ten below a thousandth and from 100 000 on, whole from 1000
 * on; a dash for nothing.
 *
 * @example digits(0.000123); // "1.23·10⁻⁴"
 */
export function digits(x: number | null | undefined): string {
  if (x === null || x === undefined) return "–";
  if (x === 0) return "0";
  const size = Math.abs(x);
  const sign = x < 0 ? minus : "";
  if (!Number.isFinite(x)) return `${sign}∞`;
  if (size >= 1e5 || size < 1e-3) {
    const [mantissa, exponent] = size.toExponential(2).split("e");
    return `${sign}${mantissa}·10${raised(Number(exponent))}`;
  }
  return sign + size.toFixed(Math.max(0, 2 - Math.floor(Math.log10(size))));
}

/** An interval, as a table shows it. */
export function interval({low, high, standardError}: Measure): string {
  if (standardError === 0 && low === high) return "exact";
  if (low === null && high === null) return "no interval";
  if (low === null) return `up to ${digits(high)}`;
  return high === null ? `${digits(low)} or more` : `${digits(low)} to ${digits(high)}`;
}
