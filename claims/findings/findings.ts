import type {ClaimEvidence} from "../ledger/claimEvidence.js";
import * as finiteRate from "./finiteRate.js";
import * as fisher from "./fisher.js";
import type {Picture} from "./picture.js";

/** What the front page says first, and the claim that decides it. */
export interface Finding {
  /** The claim's key in the ledger. */
  readonly claim: string;
  /** One sentence; formulas between dollars. */
  readonly sentence: string;
  /** How far the print is from what holds, in a word or two. */
  readonly apart: string;
  readonly picture: (evidence: Readonly<Record<string, ClaimEvidence>>) => Picture;
}

/** The ten findings of the front page, in its order: the only place where they are chosen and worded. */
export const findings: readonly Finding[] = [
  {
    claim: "LZU-4.6",
    sentence:
      "A large step weakens the pull of the minimum; the printed effective loss strengthens it.",
    apart: "opposite sign",
    picture: finiteRate.effectiveLoss
  },
  {
    claim: "LZU-Rem-NGD1/reached",
    sentence: "Without memory the noiseless natural gradient never settles: it is chaotic.",
    apart: "chaos",
    picture: finiteRate.naturalGradient
  },
  {
    claim: "FG-Rem4.7/flat-directions",
    sentence: "Batch noise lies along the informative directions, not along the flat ones.",
    apart: "inverted",
    picture: fisher.directions
  },
  {
    claim: "LZU-Thm11",
    sentence: "The printed covariance of quasi-hyperbolic momentum is negative.",
    apart: "negative variance",
    picture: finiteRate.quasiHyperbolic
  },
  {
    claim: "FG-Thm5.4/limit",
    sentence:
      "With the batch size fixed, the limit of small steps is the gradient flow, not a diffusion.",
    apart: "the noise vanishes",
    picture: fisher.fixedBatch
  },
  {
    claim: "FG-Thm7.3/bound",
    sentence:
      "Theorem 7.3 depends on the units of the loss: multiply the loss by a large number, and the bound fails.",
    apart: "factor M missing",
    picture: fisher.units
  },
  {
    claim: "LZU-Thm9",
    sentence: "The prefactor of the printed escape rate is upside down.",
    apart: "inverted",
    picture: finiteRate.kramers
  },
  {
    claim: "FG-Thm6.5/rate",
    sentence:
      "The least curvature $\\lambda_{\\min}(H)$ sets the rate; the printed condition, on the slower $\\mu_F$, suffices but demands too large a step.",
    apart: "another threshold",
    picture: fisher.threshold
  },
  {
    claim: "LZU-4.5-stab/sufficient",
    sentence: "Heavy ball’s “only necessary” condition of stability is sufficient as well.",
    apart: "sufficient",
    picture: finiteRate.heavyBall
  },
  {
    claim: "FG-Tab4/entries",
    sentence: "Table 4 can be reproduced to the last printed digit, from a recovered seed.",
    apart: "all ten entries",
    picture: fisher.tableFour
  }
];
