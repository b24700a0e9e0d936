import {guideTo} from "../../lib/workbench/export/findingGuide.js";
import {
  budgetNumber,
  linksOfNumber,
  type NamedNumber,
  namedNumbers,
  runNumbers
} from "../../lib/workbench/export/namedNumbers.js";
import type {
  BudgetOptimum,
  FloorCheck,
  Measure,
  NoiseNumbers,
  NoiseReport
} from "../../lib/workbench/types.js";

const curvedKeys = ["curved-noise-scale", "alignment", "commutator", "strong-convexity"];

const digits = (value: number | null): string =>
  value === null ? "–" : String(Number(value.toPrecision(6)));

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

/** A number with its interval and, where something is missing, the reason. */
function measureLine(name: string, {value, low, high, standardError, reason}: Measure): string {
  const interval =
    (standardError === 0 && low === high) || (low === null && high === null)
      ? ""
      : `  (${digits(low)} to ${high === null ? "∞" : digits(high)})`;
  return `${name.padEnd(26)}${digits(value)}${interval}${reason ? `  ${reason}` : ""}`;
}

/** What the terminal calls a number where that is not its symbol. */
const names: Readonly<Record<string, string>> = {
  largest: "λ₁ of G",
  "covariance-error": "relative error of G",
  "strong-convexity": "µ_F",
  limit: "largest stable η",
  floor: "floor, ½ Tr HΣ",
  "continuous-floor": "floor of the diffusion"
};

/** The numbers of a report that are there, each with what it rests on where that is asked for. */
const numberLines = (
  report: NoiseNumbers,
  named: readonly NamedNumber[],
  links: boolean
): string[] =>
  named.flatMap(number => {
    const measure = number.of(report as NoiseReport);
    if (!measure) return [];
    return [
      measureLine(names[number.key] ?? number.symbol, measure),
      ...(links ? [`  see ${linksOfNumber(number).join(", ")}`] : [])
    ];
  });

/** Those of a table and of a block alone, and those with a Hessian. */
const [plain, beside] = [false, true].map(curved =>
  namedNumbers.filter(({key}) => curvedKeys.includes(key) === curved)
);

/** An optimum with its intervals, and the region in which the risk stays within 5 % of the least. */
function optimumLines(
  name: string,
  {learningRate, batchSize, risk, region}: BudgetOptimum
): string[] {
  const {learningRate: rates, batchSize: batches} = region;
  return [
    measureLine(`${name}, η`, learningRate),
    `${"  batch size".padEnd(26)}${batchSize}`,
    measureLine("  excess loss", risk),
    `${"  within 5 % of that".padEnd(26)}η from ${digits(rates[0])} to ${digits(rates[1])}, b from ${batches[0]} to ${batches[1]}, the other one at its best`
  ];
}

function checkLine({measured, standardError, predicted, z, runs, left}: FloorCheck): string {
  const without = left ? `, without ${left} slow modes` : "";
  return `${"floor, simulated".padEnd(26)}${digits(measured)} ± ${digits(standardError)}  predicted ${digits(predicted)}, z = ${z.toFixed(1)} (${runs} runs${without})`;
}

/**
 * A report as the terminal shows it: the sentence, the findings, the numbers, the blocks; `links` has the addresses of
 * what each number rests on below it.
 */
export function linesOf(report: NoiseReport, {links = false} = {}): string[] {
  const {hessian, stationary, budget} = report;
  return [
    report.sentence,
    "",
    ...report.findings.flatMap(({code, severity, message}) => [
      `${severity}: ${code}: ${message}`,
      `  see ${guideTo(code).links.join(", ")}`
    ]),
    ...(report.findings.length ? [""] : []),
    `${counted(report.samples, "row")} of ${counted(report.parameters, "parameter")}`,
    ...numberLines(report, plain, links),
    ...(hessian ? ["", ...numberLines(report, beside, links)] : []),
    ...(stationary
      ? [
          "",
          ...numberLines(report, runNumbers, links),
          ...(stationary.check ? [checkLine(stationary.check)] : [])
        ]
      : []),
    ...(budget
      ? [
          "",
          ...optimumLines("best last iterate", budget.last),
          ...optimumLines("best average", budget.averaged),
          ...(links ? [`  see ${linksOfNumber(budgetNumber).join(", ")}`] : [])
        ]
      : []),
    ...report.blocks.flatMap(block => ["", block.name, ...numberLines(block, plain, false)])
  ];
}
