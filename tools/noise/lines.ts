import {guideTo} from "../../lib/workbench/export/findingGuide.js";
import type {BudgetOptimum, FloorCheck, Measure, NoiseReport} from "../../lib/workbench/types.js";

const digits = (value: number | null): string =>
  value === null ? "–" : String(Number(value.toPrecision(6)));

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

/** A number with its interval and, where something is missing, the reason. */
function measureLine(name: string, {value, low, high, standardError, reason}: Measure): string {
  const interval =
    standardError === 0 || (low === null && high === null)
      ? ""
      : `  (${digits(low)} to ${high === null ? "∞" : digits(high)})`;
  return `${name.padEnd(26)}${digits(value)}${interval}${reason ? `  ${reason}` : ""}`;
}

const named: Readonly<Record<string, string>> = {
  trace: "Tr G",
  meanNormSquared: "‖g‖²",
  noiseScale: "Tr G/‖g‖²",
  largestEigenvalue: "λ₁ of G",
  effectiveDimension: "Tr G/λ₁",
  participationRatio: "(Tr G)²/Tr G²",
  conditionNumber: "λ₁/λ_d",
  covarianceError: "relative error of G"
};

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

/** A report as the terminal shows it: the sentence, the findings, the numbers, the blocks. */
export function linesOf(report: NoiseReport): string[] {
  const {hessian, stationary, budget} = report;
  const numbers = (of: object) =>
    Object.entries(named).map(([key, name]) =>
      measureLine(name, (of as Record<string, Measure>)[key])
    );
  return [
    report.sentence,
    "",
    ...report.findings.flatMap(({code, severity, message}) => [
      `${severity}: ${code}: ${message}`,
      `  see ${guideTo(code).links.join(", ")}`
    ]),
    ...(report.findings.length ? [""] : []),
    `${counted(report.samples, "row")} of ${counted(report.parameters, "parameter")}`,
    ...numbers(report),
    ...(hessian
      ? [
          "",
          measureLine("Tr HG/gᵀHg", hessian.noiseScale),
          measureLine("Tr HG/(‖H‖‖G‖)", hessian.alignment),
          measureLine("‖HG − GH‖/(‖H‖‖G‖)", hessian.commutator),
          measureLine("µ_F", hessian.fisherStrongConvexity)
        ]
      : []),
    ...(stationary
      ? [
          "",
          measureLine("largest stable η", stationary.limit),
          measureLine("Tr Σ", stationary.traceCovariance),
          measureLine("floor, ½ Tr HΣ", stationary.floor),
          measureLine("floor of the diffusion", stationary.continuousFloor),
          ...(stationary.check ? [checkLine(stationary.check)] : [])
        ]
      : []),
    ...(budget
      ? [
          "",
          ...optimumLines("best last iterate", budget.last),
          ...optimumLines("best average", budget.averaged)
        ]
      : []),
    ...report.blocks.flatMap(block => ["", block.name, ...numbers(block)])
  ];
}
