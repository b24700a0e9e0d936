import {type Claim, isCheckable} from "./claim.js";

/** Modules as the objects that their exports make, by path below `claims/` and without extension. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Where a claim stands, and under which names its formula and its first measurement can be imported. */
export interface Origin {
  readonly section: string;
  readonly predicted: string;
  readonly measured: string;
}

/** @returns null for a claim whose functions are not exports of its section's sides */
export function originOf(claim: Claim, section: string, modules: Modules): Origin | null {
  if (!isCheckable(claim)) return null;
  const nameIn = (side: string, f: unknown) =>
    Object.entries(modules[`${section}.${side}`] ?? {}).find(([, value]) => value === f)?.[0];
  const predicted = nameIn("predicted", [claim.predicted].flat()[0]);
  const measured = nameIn("measured", claim.routes[0].measure);
  return predicted && measured ? {section, predicted, measured} : null;
}
