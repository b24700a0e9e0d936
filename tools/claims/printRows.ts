import type {LedgerRow} from "../../claims/ledger/ledgerRow.js";
import type {ClaimResult} from "../../claims/ledger/runClaim.js";

/** One line per claim, and how many there are of each verdict and each weight. */
export function printRows(rows: readonly (LedgerRow & {seconds: number})[]): void {
  for (const {key, verdict, method, where, predicted, measured, deviation, z, seconds} of rows) {
    const score = Number.isFinite(z) ? `z = ${z.toFixed(1)}` : deviation.toExponential(0);
    const time = `${seconds.toFixed(2)} s  `;
    const numbers =
      method === ""
        ? ""
        : `${number(predicted)}  ${number(measured)}  ${score.padStart(9)}  ${time}${method.split(", ")[0]}: ${where}`;
    console.log(`${key.padEnd(24)} ${verdict.padEnd(17)} ${numbers}`.trimEnd());
  }
  if (rows.length === 0) return;
  const total = rows.reduce((sum, {seconds}) => sum + seconds, 0);
  const corrections = rows.filter(({weight}) => weight !== "");
  const weighed = counted(corrections.map(row => (row.consequenceOf ? "inherited" : row.weight)));
  console.log(
    `\n${rows.length} ${rows.length === 1 ? "claim" : "claims"}, ${total.toFixed(1)} s of computing: ${counted(rows.map(row => row.verdict))}` +
      (corrections.length ? `\ncorrections: ${weighed}` : "")
  );
}

/** How often each word stands in a list: `3 holds · 1 fails`. */
function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, n]) => `${n} ${word}`).join(" · ");
}

/** What became of each mutant, and of each prediction scaled up. */
export function printMutants(results: readonly ClaimResult[]): void {
  let [rejected, scaledRejected, scaledUp] = [0, 0, 0];
  const checked = results.filter(({mutant}) => mutant);
  for (const {key, mutant, scaled} of checked) {
    if (mutant?.rejected) rejected++;
    if (scaled) scaledUp++;
    if (scaled?.rejected) scaledRejected++;
    const factor = scaled
      ? `×${scaled.factor.toFixed(3)} ${scaled.rejected ? "rejected" : "PASSES"}`
      : "a bound";
    console.log(
      `${key.padEnd(24)} ${mutant?.rejected ? "rejected" : "PASSES"}  ${factor.padEnd(17)} ${mutant?.description}`
    );
  }
  console.log(
    `\n${rejected} of ${checked.length} mutants and ${scaledRejected} of ${scaledUp} scaled predictions rejected`
  );
}

function number(x: number): string {
  return x.toPrecision(6).padStart(12);
}
