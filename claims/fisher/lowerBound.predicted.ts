import {boundName, halfWidths, transcripts, vanTreesCases} from "../cases/bound.js";
import type {Numbers} from "../ledger/claim.js";

/** π²/δ². */
export const leastInformation = (): Numbers =>
  Object.fromEntries(halfWidths.map(d => [`δ = ${d}`, [(Math.PI / d) ** 2]]));

/** Without the 4 of ∇log π = 2∇√π/√π. */
export const leastInformationOfRoot = (): Numbers =>
  Object.fromEntries(halfWidths.map(d => [`δ = ${d}`, [(Math.PI / d) ** 2 / 4]]));

const bounds = (cases: readonly {c: number; N: number; halfWidth: number}[], c?: number): Numbers =>
  Object.fromEntries(cases.map(each => [boundName(each), [(c ?? each.c) / each.N]]));

export const enough = (): Numbers => bounds(vanTreesCases.enough);

export const tooFew = (): Numbers => bounds(vanTreesCases.tooFew);

/** c = 1. */
export const sharp = (): Numbers => bounds(vanTreesCases.enough, 1);

export const coinEnough = (): Numbers => bounds([transcripts.enough]);

export const coinTooFew = (): Numbers => bounds([transcripts.tooFew]);

export const coinSharp = (): Numbers => bounds([transcripts.enough], 1);
