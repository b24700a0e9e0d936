import {type Item, sourceOf} from "../../claims/inventory.js";
import {refutedOutcome} from "../../claims/ledger/claimEvidence.js";
import type {Evidence} from "../claims/evidenceFile.js";

/** A correction as an `\item` of a list in LaTeX, for those who mend the document. */
export function erratumLatex(row: Evidence, item: Item | undefined): string {
  const {label, section, printed, condition, statement} = row;
  const outcome = refutedOutcome(row);
  const parts = [
    `\\item \\textbf{${plain(label)}} (${plain(item ? sourceOf(item) : section)}).`,
    printed ? `As printed: ${latexOf(printed.formula)}.` : "",
    `${condition ? "Under a condition" : "It should read"}: ${latexOf(statement)}.`,
    condition ? `Condition: ${latexOf(condition.text)}` : "",
    outcome
      ? `At ${plain(outcome.where)}: ${condition ? "without it" : "printed"} ${number(outcome.predicted)}, measured ${number(outcome.measured)}.`
      : ""
  ];
  return parts.filter(Boolean).join(" ");
}

/** Text with TeX between dollars, its own signs escaped. */
export const latexOf = (text: string): string =>
  text
    .split(/(\$[^$]+\$)/)
    .map((piece, i) => (i % 2 ? piece : plain(piece)))
    .join("");

const plain = (text: string) =>
  text
    .replace(/[\\{}]/g, "")
    .replace(/[%&#_]/g, "\\$&")
    .replace(/“/g, "``")
    .replace(/”/g, "''")
    .replace(/\^/g, "\\^{}");

function number(x: number): string {
  const [mantissa, exponent] = x.toExponential(3).split("e");
  const power = Number(exponent);
  return Math.abs(power) < 4
    ? `$${Number(x.toPrecision(4))}$`
    : `$${mantissa} \\cdot 10^{${power}}$`;
}
