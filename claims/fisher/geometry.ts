import {commutingPairFamily, pairFamily} from "../cases/families/pairs.js";
import {alignedAxes, distances, turnedAxes} from "../cases/geometry.js";
import {allPairs, commutingPairs, pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, drawn, equal} from "../ledger/criterion.js";
import {bisection, direct} from "../ledger/route.js";
import * as measured from "./geometry.measured.js";
import * as predicted from "./geometry.predicted.js";

const theLargest = "the largest µ for which (FH + HF)/2 − µF has a Cholesky factor";

export const claims: readonly Claim[] = [
  forCases({
    cases: allPairs,
    search: {family: pairFamily, criterion: drawn},
    id: "FG-Def3.12",
    statement:
      "$\\mu_F = \\lambda_{\\min}\\operatorname{Sym}(F^{1/2}HF^{-1/2})$, the largest $\\mu$ with $u^\\top FHu \\ge \\mu\\,u^\\top Fu$, and the same for $F^{-1}$",
    assumptions: ["F ≻ 0"],
    note: "A definition; checked is what Lemma 6.4 uses it for.",
    predicted: predicted.strongConvexityOfBoth,
    routes: [bisection(theLargest, measured.largestMuOfBoth)],
    criterion: equal(2000),
    mutant: {
      description: "λmin of F^½HF^−½ itself, which is λmin(H)",
      predicted: predicted.smallestCurvatureTwice
    }
  }),
  forCases({
    cases: commutingPairs,
    search: {family: commutingPairFamily, criterion: drawn},
    tame: "that H and F commute is its hypothesis",
    id: "FG-Rem3.14",
    part: "commuting",
    statement: "If $H$ and $F$ commute, $\\mu_F = \\lambda_{\\min}(H)$",
    assumptions: ["F ≻ 0"],
    predicted: predicted.smallestCurvature,
    routes: [bisection(theLargest, measured.largestMu)],
    criterion: equal(2000),
    mutant: {description: "λmin(F) for λmin(H)", predicted: predicted.smallestInformation}
  }),
  forCases({
    cases: allPairs,
    search: {family: pairFamily},
    id: "FG-Rem3.14",
    part: "not-commuting",
    statement: "Otherwise $\\mu_F \\le \\lambda_{\\min}(H)$, and it can be strictly smaller",
    assumptions: ["F ≻ 0"],
    note: "It is never larger: the eigenvalues of F^½HF^−½ lie in its numerical range. That it can be smaller, and below 0, is shown with the sentence on geometry.",
    predicted: predicted.smallestCurvature,
    routes: [bisection(theLargest, measured.largestMu)],
    criterion: atMost(1e-9),
    mutant: {description: "always smaller by a tenth", predicted: predicted.smallerCurvature}
  }),
  forCases({
    cases: [turnedAxes],
    id: "FG-Ass6.2",
    part: "independent",
    fixed: "it says that there is such a pair: one is enough",
    statement: "$\\mu_F > 0$ does not follow from $H \\succ 0$ and $F \\succ 0$",
    assumptions: [],
    predicted: predicted.negative,
    routes: [
      bisection(
        "µ_F for H = diag(1, 20) and F with eigenvalues 1 and 50, turned by 30°",
        measured.largestMu
      )
    ],
    criterion: atMost(0),
    mutant: {description: "the same spectra, axes aligned", cases: [alignedAxes]}
  }),
  forCases({
    cases: pairs,
    search: {family: pairFamily, criterion: drawn},
    id: "FG-Rem6.3",
    part: "product",
    statement:
      "$d_{\\mathrm{eff}} = \\operatorname{Tr}F/\\lambda_{\\max}(F)$, and $\\operatorname{Tr}F/\\lambda_{\\min}(F) = \\kappa_F d_{\\mathrm{eff}}$ (Remark 7.7)",
    assumptions: ["F ≻ 0"],
    predicted: predicted.stableRank,
    routes: [direct("extreme eigenvalues by powers of F and of F⁻¹", measured.byPowers)],
    criterion: equal(500),
    mutant: {description: "the Frobenius for the operator norm", predicted: predicted.frobeniusRank}
  }),
  forCases({
    cases: distances,
    id: "FG-Lem6.1",
    fixed: "one regression shows the constant; the inequality for all pairs is that of Section 9.3",
    statement:
      "If $F(\\theta)$ is Lipschitz and $\\theta_t \\to \\theta^\\star$, then $(1-\\epsilon)F \\preceq F(\\theta_t) \\preceq (1+\\epsilon)F$ in the end; $\\epsilon = \\kappa_F\\,\\|F(\\theta_t)-F\\|/\\|F\\|$ will do",
    assumptions: ["F ≻ 0 (Assumption 3.10)"],
    note: "The constant is not printed. The monitor of §9.3 has no κ_F in it, and bounds nothing alone.",
    predicted: predicted.frozenBounds,
    routes: [
      bisection(
        "the least ε for a logistic regression at four distances, by Cholesky factors",
        measured.frozenLeast
      )
    ],
    criterion: atMost(1e-14),
    mutant: {description: "the monitor alone, without κ_F", predicted: predicted.frozenMonitor}
  })
];
