import {transformSync} from "esbuild";

/** The functions of `Math` whose results the language fixes to the bit. */
const fixed = new Set([
  ...["abs", "sign", "min", "max", "sqrt"],
  ...["floor", "ceil", "round", "trunc", "fround", "imul", "clz32"]
]);
const constants = new Set(["PI", "E", "LN2", "LN10", "LOG2E", "LOG10E", "SQRT2", "SQRT1_2"]);

/**
 * What a module's code leaves to the engine's rounding: functions of `Math`, by their names, and powers, but for
 * 2 to a whole number that is written out.
 */
export function inexactArithmetic(source: string): string[] {
  const {code} = transformSync(source, {
    loader: "ts",
    legalComments: "none",
    minifyWhitespace: true
  });
  const functions = [...code.matchAll(/\bMath\b(?:\.(\w+))?/g)]
    .map(match => match[1] ?? "Math")
    .filter(name => !fixed.has(name) && !constants.has(name));
  const powers = [...code.replace(/\b2\s?\*\*\s?-?\d+(?:e\d+)?\b/g, "").matchAll(/\*\*/g)].map(
    () => "**"
  );
  return [...new Set([...functions, ...powers])].sort();
}

/** Methods of `ml-matrix` that work entry by entry with the engine's functions, or with its powers. */
export const inexactMethods =
  /(?<!\bMath)\.(?:pow|mpow|expm1|exp|log1p|log2|log10|log|cbrt|a?cosh?|a?sinh?|a?tanh?|variance|standardDeviation)\(/g;
