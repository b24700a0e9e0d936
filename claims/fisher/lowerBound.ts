import {coinCases, halfWidths, vanTreesCases} from "../cases/bound.js";
import {grid} from "../cases/named.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close} from "../ledger/criterion.js";
import {enumeration, identity, minimisation, quadrature} from "../ledger/route.js";
import * as measured from "./lowerBound.measured.js";
import * as predicted from "./lowerBound.predicted.js";
import * as second from "./lowerBound.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: grid({halfWidth: halfWidths}),
    id: "FG-Ass6.7",
    fixed: "one number, π², and its scaling with δ",
    statement:
      "On every cube of half-width $\\delta$ there is a prior as (iv) wants it; the least $J_\\pi$ is $\\pi^2/\\delta^2$ per coordinate",
    assumptions: ["π smooth on all of ℝ^d: zero at the border of Θ_loc"],
    note: "J_π cannot be had below π²/δ²: it grows without limit as Θ_loc shrinks. (iii) follows from (ii) on compact sets. The uniform prior has no gradient inside, but jumps at the border; with J_π = 0 van Trees' inequality would be false.",
    predicted: predicted.leastInformation,
    routes: [
      minimisation(
        "the least 4∫(√π)′² on a grid, by inverse iteration, extrapolated",
        measured.leastPrior
      )
    ],
    criterion: close(1e-6, "differences of fourth order are left"),
    mutant: {description: "∫(√π)′² without its 4", predicted: predicted.leastInformationOfRoot}
  }),
  forCases({
    cases: vanTreesCases.enough,
    id: "FG-Thm6.8",
    fixed: "one small N refutes it; large N is covered by van Trees",
    statement:
      "$\\inf\\sup\\operatorname{E}\\|\\hat\\theta_N-\\theta\\|_F^2\\ge c\\,d/N$ for $N\\ge\\frac c{1-c}\\frac{\\pi^2}{\\delta^2}$, any $c<1$",
    assumptions: ["Gaussian location of unit information on a cube of half-width δ"],
    note: "No c > 0 serves all N: below N = c/((1 − c)δ²) the estimator that is best among the linear ones has a smaller worst risk. With N → ∞ at fixed Θ_loc, c → 1; with Θ_loc → θ⋆ at fixed N, as the proof's ε → 0 wants it, c → 0. The data are printed as drawn from P_θ⋆; P_θ is meant.",
    predicted: predicted.bound,
    condition: {
      text: "N δ² large: N after Θ_loc",
      cases: vanTreesCases.tooFew,
      routes: [
        enumeration("the worst risk of the best linear estimator over 401 θ", measured.linearRisk),
        identity("δ², the worst risk of the guess in the middle", second.guessRisk)
      ]
    },
    routes: [
      quadrature(
        "the Bayes risk under the prior cos², which no worst risk can be below: the posterior's variance",
        measured.bayesRisk
      ),
      identity(
        "the same by Brown's identity, from the information of the marginal law",
        second.brownRisk
      )
    ],
    criterion: atLeast(0),
    mutant: {description: "c = 1", predicted: predicted.sharp}
  }),
  forCases({
    cases: coinCases.enough,
    id: "FG-Prop6.10",
    part: "bound",
    fixed: "one coin refutes it at small N",
    statement:
      "$\\inf\\sup\\operatorname{E}\\|\\hat\\theta_N-\\theta\\|^2_{F(\\theta)}\\ge c\\,d/N$",
    assumptions: ["coins of bias ½ ± δ, F(p) = 1/(p(1 − p))"],
    note: "As Theorem 6.8: c = ½ holds for δ = 0.45 and N = 12, and fails for δ = 0.05 and N = 10, where guessing ½ is better than the bound.",
    predicted: predicted.bound,
    condition: {
      text: "N after Θ_loc: N F δ² ≥ π²c/(1 − c)",
      cases: coinCases.tooFew,
      routes: [
        identity("the worst risk of the guess ½", measured.coinGuess),
        enumeration(
          "the worst risk of a share of heads shrunk towards ½, over all counts",
          second.shrunkRisk
        )
      ]
    },
    routes: [
      enumeration(
        "the Bayes risk under the prior cos², over all 4 096 transcripts",
        measured.coinRisk
      ),
      quadrature("the same over the number of heads", second.headsRisk)
    ],
    criterion: atLeast(0),
    mutant: {description: "c = 1", predicted: predicted.sharp}
  })
];
