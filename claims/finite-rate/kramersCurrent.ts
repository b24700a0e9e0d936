import {coarseBarriers, walks} from "../cases/escape.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal} from "../ledger/criterion.js";
import {direct, enumeration, identity} from "../ledger/route.js";
import * as measured from "./kramersCurrent.measured.js";
import * as predicted from "./kramersCurrent.predicted.js";
import * as second from "./kramersCurrent.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: coarseBarriers,
    id: "LZU-Eq21-22",
    part: "current",
    statement:
      "$J = -\\lambda P\\nabla L - \\nabla(\\mathcal D P)$ with $\\mathcal D = \\frac12\\lambda^2C$, for the recursion (5)",
    assumptions: ["$C$ is the covariance of the gradient noise of one update; time counts updates"],
    note: "One update moves $w$ by $-\\lambda(\\nabla L+\\eta)$, whose variance is $\\lambda^2C$; and with $\\mathcal D = \\frac12C$ a parabola holds $\\Sigma = \\mathcal D/(\\lambda k) = C/(2\\lambda k)$, where (1) has $\\lambda C/(2k)$. (66) is in the units of (21) as well, where $C$ is the covariance of $\\lambda\\eta$; “$C = \\frac1Sk_a$” and $T_a = \\frac\\lambda{2S}k_a$ are in those of (5).",
    predicted: predicted.diffusionPerUpdate,
    printed: {
      weight: "slip",
      formula:
        "$J := -\\lambda P_c\\nabla L - \\mathcal D\\nabla P_c$, “$\\mathcal D := \\frac12C$ is the diffusion matrix”",
      predicted: predicted.diffusionPrinted,
      readings: [predicted.diffusionOfFlow]
    },
    routes: [
      enumeration("half the variance of one update, both signs of its noise", measured.oneUpdate),
      direct(
        "λk times the variance at which the diffusion of section 2, dw = −λKw dt + λ√C dW, settles",
        second.relaxed
      )
    ],
    criterion: close(1e-9, "the second route relaxes for 25 times"),
    mutant: {description: "𝒟 per unit of flow time, λC/2", predicted: predicted.diffusionOfFlow}
  }),
  forCases({
    cases: walks,
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
