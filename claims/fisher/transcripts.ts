import {exchangeable, oracles} from "../cases/bound.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close, equal} from "../ledger/criterion.js";
import {direct, enumeration, identity, quadrature} from "../ledger/route.js";
import * as measured from "./transcripts.measured.js";
import * as predicted from "./transcripts.predicted.js";
import * as second from "./transcripts.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [{name: "asked at θ⋆", moved: 0}],
    id: "FG-Ass6.9",
    part: "queries",
    fixed: "one regression, asked at two points",
    statement:
      "A call at the query $\\theta^\\star$ has $\\operatorname{E}Y=0$ and $\\operatorname{E}YY^\\top=F$",
    assumptions: ["a correctly specified likelihood"],
    note: "SGD asks at θ_t, where E Y = ∇L(θ_t). Remark 6.11's “satisfies Assumption 6.9 with equality in (iii)” is about θ⋆ alone.",
    predicted: predicted.atTheOptimum,
    condition: {
      text: "the query is θ⋆",
      cases: [{name: "asked elsewhere", moved: 1}],
      routes: [
        enumeration(
          "all inputs and labels of a logistic regression, asked elsewhere",
          measured.gradients
        ),
        identity("the labels averaged by hand", second.gradients)
      ]
    },
    routes: [
      enumeration("all inputs and labels of a logistic regression", measured.gradients),
      identity("the labels averaged by hand", second.gradients)
    ],
    criterion: equal(100),
    mutant: {description: "E xxᵀ/4 for F", predicted: predicted.atTheOptimumLargest}
  }),
  forCases({
    cases: oracles,
    id: "FG-Ass6.9",
    part: "information",
    fixed: "one quiet oracle refutes it",
    statement:
      "$N$ answers $H(\\theta_t-\\theta)+\\zeta_t$ with $\\operatorname{Cov}\\zeta=G$ tell $N\\,HG^{-1}H$ about $\\theta$, whatever the queries",
    assumptions: ["Gaussian ζ"],
    note: "A second moment bounds an information from below, not from above: the less an oracle scatters, the more it tells. h = 1, g = 0.01: E Y² = 0.01 at θ⋆, well under I₁ = 1; each call tells 100. Proposition 6.10 adds I_t ⪯ F as an assumption of its own, and needs it.",
    predicted: predicted.information,
    printed: {
      weight: "conclusion",
      formula:
        "“Under Assumption 6.9 … the total information available to any $\\mathcal F_N$-measurable estimator is bounded by $NI_1$”",
      predicted: predicted.budget,
      criterion: atMost(0)
    },
    routes: [
      quadrature(
        "the integral of (∂p)²/p over two answers, the second query chosen by the first answer",
        measured.transcriptIntegral
      ),
      direct("the inverse of the risk of Newton steps after two answers", measured.attained)
    ],
    criterion: close(1e-5, "differences over 10⁻³ leave 10⁻⁶"),
    mutant: {description: "h²g", predicted: predicted.informationUpsideDown}
  }),
  forCases({
    cases: [{name: "SGD on labels"}],
    id: "FG-Prop6.10",
    part: "information",
    fixed: "all transcripts of one oracle are enumerated",
    statement:
      "Queries chosen by earlier answers do not add information: $I_N(\\theta)=N\\,I_1(\\theta)$ if the data are independent draws from $P_\\theta$",
    assumptions: [
      "an answer is a function of the query and of a fresh draw, and tells which draw it was"
    ],
    note: "This is data processing, and needs neither (ii) nor (iii) of Assumption 6.9. Answers that do not tell the draw leave $I_N\\preceq N\\,I_1$.",
    predicted: predicted.transcriptInformation,
    routes: [
      enumeration("all 256 transcripts of eight steps of SGD on labels", measured.transcriptSums)
    ],
    criterion: close(1e-6, "differences over 10⁻⁴ leave 10⁻⁸"),
    mutant: {
      description: "the information at the query in place of that at θ",
      predicted: predicted.transcriptInformationAtQuery
    }
  }),
  forCases({
    cases: exchangeable,
    id: "FG-Rem6.11",
    fixed: "numbers τ² and N of one mixture",
    statement:
      "For a mixture of independent draws the conditional informations add up to that of all: $N/(1+N\\tau^2)\\le N\\,I_1$",
    assumptions: ["exchangeable normals of variance 1 + τ² and covariance τ²"],
    note: "Its first sentence, equality in (iii) for independent draws, is true at the query θ⋆ only: FG-Ass6.9. Draws without replacement have negative covariance, and the later ones tell more than the first.",
    predicted: predicted.mixtureInformation,
    routes: [
      enumeration("regressions of each draw on those before it", measured.chainRule),
      identity("1ᵀC⁻¹1", second.jointInformation)
    ],
    criterion: equal(1000),
    mutant: {
      description: "N I₁, as for independent draws",
      predicted: predicted.independentInformation
    }
  })
];
