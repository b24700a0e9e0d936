import {type Claim, type Context, claimKey} from "./claim.js";
import {type ClaimResult, runClaim} from "./runClaim.js";

/** What became of a claim: plain data, so the claim itself, which holds functions, is left out. */
export type ClaimRun = {readonly key: string; readonly seconds: number} & (
  | {readonly result: Omit<ClaimResult, "claim">}
  | {readonly error: string}
);

/** Runs the claims of a section one by one; one that gives no verdict does not keep the others from theirs. */
export async function runSection(claims: readonly Claim[], context: Context): Promise<ClaimRun[]> {
  const runs: ClaimRun[] = [];
  for (const claim of claims) {
    const key = claimKey(claim);
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    try {
      const {claim: _, ...result} = await runClaim(claim, context);
      runs.push({key, seconds: seconds(), result});
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const named = message.startsWith(`${key}: `) ? message : `${key}: ${message}`;
      runs.push({key, seconds: seconds(), error: named});
    }
  }
  return runs;
}

/** What kept claims from their verdicts, a line each; undefined where all have one. */
export function faultsOf(runs: readonly ClaimRun[]): string | undefined {
  const faults = runs.flatMap(run => ("error" in run ? run.error : []));
  return faults.length ? faults.join("\n") : undefined;
}
