const thin = "\u2009";
const minus = "\u2212";
const superscripts: Record<string, string> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹"
};

/** A whole number with thin spaces between groups of three and a true minus sign. */
export function whole(x: number): string {
  if (!Number.isFinite(x)) return fixed(x, 0);
  return (Math.round(x) < 0 ? minus : "") + grouped(Math.abs(Math.round(x)).toFixed(0));
}

/** Five digits or more before the point with thin spaces between groups of three. */
const grouped = (digits: string): string =>
  digits.replace(/^\d{5,}/, before => before.replace(/\B(?=(\d{3})+$)/g, thin));

/** A number with a fixed count of decimals, a true minus sign and groups of three; what rounds to zero has no sign. */
export function fixed(x: number, decimals: number): string {
  const text = x.toFixed(decimals).replace("Infinity", "∞");
  if (/^-[0.]+$/.test(text)) return text.slice(1);
  return text.startsWith("-") ? minus + grouped(text.slice(1)) : grouped(text);
}

/** A number with an explicit sign, as z-scores are shown; what rounds to zero has none. */
export function signed(x: number, decimals = 1): string {
  const text = fixed(x, decimals);
  return x > 0 && /[^0.]/.test(text) ? `+${text}` : text;
}

/** A number times a power of ten, e.g. 2.1·10⁻¹⁵. */
export function scientific(x: number, decimals = 1): string {
  if (x === 0) return "0";
  if (!Number.isFinite(x)) return fixed(x, 0);
  const [mantissa, exponent] = x.toExponential(decimals).split("e");
  return `${mantissa.replace("-", minus)}·${powerOfTen(Number(exponent))}`;
}

/** 10 with a superscript, for log axes. */
export function powerOfTen(exponent: number): string {
  return `10${[...String(exponent)].map(c => superscripts[c]).join("")}`;
}

/** A measured value with its standard error, both to the same decimals. */
export function withError(value: number, standardError: number, decimals: number): string {
  return `${fixed(value, decimals)} ± ${fixed(standardError, decimals)}`;
}

/** A percentage. */
export function percent(x: number, decimals = 1): string {
  return `${fixed(100 * x, decimals)}${thin}%`;
}
