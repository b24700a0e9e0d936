import {evenNoise, unevenNoise, walks} from "../cases/escape.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal} from "../ledger/criterion.js";
import {direct, enumeration, identity} from "../ledger/route.js";
import * as measured from "./kramersCurrent.measured.js";
import * as predicted from "./kramersCurrent.predicted.js";
import * as second from "./kramersCurrent.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: evenNoise,
    id: "LZU-Eq21-22",
    part: "current",
    statement: "$J = -\\lambda P\\nabla L - \\mathcal D\\nabla P$ with $\\mathcal D = \\frac12C$",
    assumptions: ["$C$ is the covariance of $\\lambda\\eta$, as in (66); time counts updates"],
    note: "A matter of units: if $C$ is the covariance of $\\eta$, as in (5), then $\\mathcal D = \\frac12\\lambda^2C$. (66) and (21) agree on the first; the text after (69) has the second, and there the two meet.",
    predicted: predicted.uniform,
    condition: {
      text: "The noise is the same everywhere. SGD draws its noise where it stands, so that the current is $-\\lambda P\\nabla L-\\nabla(\\mathcal DP)$: where $|k|/S$ steps from $k_a$ to $|k_b|$, $\\mathcal DP$ is continuous and not $P$.",
      cases: unevenNoise,
      routes: [
        enumeration(
          "half the variance of one update, and P on one side over P on the other, a walk on a ring whose moves are as likely as the noise has it",
          measured.updateAndRatio
        ),
        direct(
          "the same of a walk whose moves are as long as the noise has it",
          second.updateAndRatio
        )
      ]
    },
    routes: [
      enumeration(
        "half the variance of one update, both signs of its noise, and P on one side over P on the other",
        measured.updateAndRatio
      ),
      direct(
        "λk times the variance at which the diffusion of section 2 settles, and the ratio of a walk with longer moves",
        second.updateAndRatio
      )
    ],
    criterion: close(1e-9, "the second route relaxes for 25 times"),
    fixed: "one formula, in one dimension",
    mutant: {description: "𝒟 per unit of flow time, λC/2", predicted: predicted.uniformOfFlow}
  }),
  forCases({
    cases: walks,
    fixed: "which of two quotients is a rate",
    id: "LZU-Eq21-22",
    part: "rate",
    statement: "$\\gamma = \\int_{\\partial a}J\\cdot dS\\big/P(w\\in V_a)$",
    assumptions: ["what leaves starts anew"],
    note: "A walker that leaves with probability 0.1 at each move: $P = 1$, $J = 0.1$, the rate is 0.1 and not 10. (23) and (71) are rates, $J/P$ in their exponential, and the title of Figure 6(b) is “escape rate”.",
    predicted: predicted.currentOverInside,
    printed: {
      weight: "slip",
      formula: "$\\gamma := P(w\\in V_a)\\big/\\int_{\\partial a}J\\cdot dS$",
      predicted: predicted.insideOverCurrent
    },
    routes: [
      enumeration(
        "one over the mean number of moves that a walk stays, its law move by move",
        measured.exitRate
      ),
      identity("the same from the mean times of gaining one site", second.exitRate)
    ],
    criterion: equal(1e5),
    mutant: {
      description: "the probability of the last site for the current",
      predicted: predicted.siteOverInside
    }
  })
];
