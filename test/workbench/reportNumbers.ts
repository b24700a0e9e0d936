import type {Measure, NoiseReport} from "../../lib/workbench/types.js";

const suffixes = {
  standardError: " standard error",
  low: " low",
  high: " high",
  bias: " bias"
} as const;

/** Every number of a report but for blocks and the spectrum, by its path and, of a measure, its part. */
export function numbersOf(report: NoiseReport): Map<string, {expected: number; scale: number}> {
  const found = new Map<string, {expected: number; scale: number}>();
  const add = (key: string, expected: unknown, scale: unknown = expected) => {
    if (typeof expected === "number")
      found.set(key, {expected, scale: Math.max(Math.abs(expected), Math.abs(Number(scale)))});
  };
  const left = ["blocks", "findings", "spectrum", "samples", "parameters", "sentence"];
  const grids = ["calls", "learningRates", "batchSizes", "lastRisk", "averagedRisk", "rowsNeeded"];
  const walk = (part: object, path: string) => {
    const isMeasure = "standardError" in part;
    for (const [key, x] of Object.entries(part)) {
      const own = path ? `${path}.${key}` : key;
      if ((!path && left.includes(key)) || grids.includes(key) || key === "reason") continue;
      if (isMeasure && key === "value") add(path, x);
      else if (isMeasure && key in suffixes)
        add(path + suffixes[key as keyof typeof suffixes], x, (part as Measure).value ?? x);
      else if (typeof x === "number") add(own, x);
      else if (typeof x === "object" && x !== null) walk(x, own);
    }
  };
  walk(report, "");
  for (const key of ["values", "low", "high"] as const)
    report.spectrum[key].slice(0, 5).forEach((x, j) => {
      add(`spectrum.${key}.${j}`, x, report.spectrum.values[0]);
    });
  return found;
}
