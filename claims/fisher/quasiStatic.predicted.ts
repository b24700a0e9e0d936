import type {Numbers} from "../ledger/claim.js";

/** One curvature, η₀µ = 5 000: decaying steps over the plateau at their own temperature. */
export const samePlateau = (): Numbers => ({"risk over plateau": [1]});

export const plateauFar = (): Numbers => ({
  "risk over plateau, η₀µ = 0.6": [1],
  "plateau at µ_F/2 over plateau at µ_F, F = H": [2]
});

/** With ½ for the exponent's 1: what η₀µ = 1 gives. */
export const plateauTwice = (): Numbers => ({"risk over plateau": [2]});
