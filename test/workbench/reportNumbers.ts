import type {Measure, NoiseNumbers, NoiseReport} from "../../lib/workbench/types.js";

const suffixes = {
  standardError: " standard error",
  low: " low",
  high: " high",
  bias: " bias"
} as const;

/** Every number of a report, with the leading five of each spectrum, by its path and, of a measure, its part. */
export function numbersOf(report: NoiseReport): Map<string, {expected: number; scale: number}> {
  const found = new Map<string, {expected: number; scale: number}>();
  const add = (key: string, expected: unknown, scale: unknown = expected) => {
    if (typeof expected === "number")
      found.set(key, {expected, scale: Math.max(Math.abs(expected), Math.abs(Number(scale)))});
  };
  const left = ["name", "blocks", "findings", "spectrum", "samples", "parameters", "sentence"];
  const grids = ["calls", "learningRates", "batchSizes", "lastRisk", "averagedRisk", "rowsNeeded"];
  const walk = (part: object, path: string) => {
    const isMeasure = "standardError" in part;
    for (const [key, x] of Object.entries(part)) {
      const own = path ? `${path}.${key}` : key;
      if (left.includes(key) || grids.includes(key) || key === "reason") continue;
      if (isMeasure && key === "value") add(path, x);
      else if (isMeasure && key in suffixes)
        add(path + suffixes[key as keyof typeof suffixes], x, (part as Measure).value ?? x);
      else if (typeof x === "number") add(own, x);
      else if (typeof x === "object" && x !== null) walk(x, own);
    }
  };
  const ofPart = (part: NoiseNumbers, path: string) => {
    walk(part, path);
    for (const key of ["values", "low", "high"] as const)
      part.spectrum[key].slice(0, 5).forEach((x, j) => {
        add(`${path && `${path}.`}spectrum.${key}.${j}`, x, part.spectrum.values[0]);
      });
  };
  ofPart(report, "");
  for (const [k, block] of report.blocks.entries()) ofPart(block, `blocks.${k}`);
  return found;
}
