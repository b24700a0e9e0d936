import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type Claim, claimKey, isCheckable} from "../../claims/ledger/claim.js";
import {root as projectRoot} from "../root.js";
import type {Section} from "./closures.js";

type Module = Readonly<Record<string, unknown>>;

/**
 * What is wrong with where the claims of a section take their functions from, one line each: every
 * formula must be an export of the predicted side, every measurement one of a measured side, or the
 * import closures would say nothing about them.
 */
export async function strayFunctions(
  section: Section,
  claims: readonly Claim[],
  root = projectRoot
): Promise<string[]> {
  const load = async (path: string): Promise<Module> =>
    import(pathToFileURL(join(root, path)).href);
  const formulas = Object.values(await load(section.predicted));
  const sides = await Promise.all(section.measured.map(load));
  const measurements = sides.flatMap(side => Object.values(side));
  const problems: string[] = [];
  for (const claim of claims) {
    if (!isCheckable(claim)) continue;
    const {predicted, printed, condition, mutant, routes} = claim;
    const predictions: unknown[] = [
      ...[predicted].flat(),
      printed?.predicted,
      ...(printed?.readings ?? []),
      condition?.predicted,
      mutant.predicted
    ];
    const measured: unknown[] = [
      ...routes.map(route => route.measure),
      ...(condition?.routes?.map(route => route.measure) ?? []),
      mutant.measure
    ];
    const key = claimKey(claim);
    if (!predictions.every(f => f === undefined || formulas.includes(f)))
      problems.push(`${key}: a formula of it is not an export of ${section.predicted}`);
    if (!measured.every(f => f === undefined || measurements.includes(f)))
      problems.push(
        `${key}: a measurement of it is not an export of ${section.measured.join(" or ")}`
      );
    const of = (f: unknown) => sides.findIndex(side => Object.values(side).includes(f));
    if ((printed || condition) && new Set(routes.map(({measure}) => of(measure))).size < 2) {
      const two = routes.map(({method}) => method);
      if (new Set(two).size < 2) problems.push(`${key}: its two routes are one method, ${two[0]}`);
    }
  }
  return problems;
}
