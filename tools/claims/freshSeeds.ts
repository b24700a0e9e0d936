import {calibration} from "../../claims/ledger/calibration.js";
import type {Claim} from "../../claims/ledger/claim.js";
import {freshEntry, simulatedClaims, standardScore} from "../../claims/ledger/freshScores.js";

/** Scores less probable than this are an error. */
const improbable = 1e-3;

/**
 * Runs the simulated ones of `claims` again with the `count` seeds after `baseSeed`, prints their scores and what
 * N(0, 1) says of them; returns what it refuses.
 */
export async function freshSeeds(
  claims: readonly Claim[],
  {
    count,
    baseSeed,
    json
  }: {readonly count: number; readonly baseSeed: number; readonly json: boolean}
): Promise<string[]> {
  const problems: string[] = [];
  const rows: {id: string; seed: number; z: number}[] = [];
  for (const simulated of simulatedClaims(claims))
    for (let seed = baseSeed + 1; seed <= baseSeed + count; seed++)
      rows.push({id: simulated.key, seed, z: standardScore(await freshEntry(simulated, seed))});
  if (json) console.log(JSON.stringify(rows, null, 2));
  else for (const {id, seed, z} of rows) console.log(`${id.padEnd(28)} ${seed} ${z.toFixed(2)}`);
  if (rows.length < 10) return problems;
  const {kolmogorovSmirnov, chiSquare, byClaim} = calibration(
    rows.map(({id, z}) => ({claim: id, z}))
  );
  if (!json)
    console.log(
      `\n${rows.length} scores of ${byClaim.length} simulations against N(0, 1): ` +
        `Kolmogorov–Smirnov p = ${kolmogorovSmirnov.pValue.toPrecision(2)}, ` +
        `χ²(${chiSquare.degrees}) p = ${chiSquare.pValue.toPrecision(2)}`
    );
  for (const [name, {pValue}] of Object.entries({kolmogorovSmirnov, chiSquare}))
    if (pValue < improbable)
      problems.push(`the scores are not standard normal: ${name} p = ${pValue.toPrecision(2)}`);
  for (const {claim, adjusted, extreme} of byClaim)
    if (adjusted < improbable)
      problems.push(
        `${claim}: its scores are not standard normal, p = ${adjusted.toPrecision(2)} after Bonferroni, the furthest z = ${extreme.toFixed(2)}`
      );
  return problems;
}
