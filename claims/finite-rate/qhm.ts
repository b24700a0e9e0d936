import {quasiHyperbolicRun} from "../cases/problems.js";
import {type CaseMeasurement, type Claim, forCases, type Named} from "../ledger/claim.js";
import {equal, sampled} from "../ledger/criterion.js";
import {augmented, simulation} from "../ledger/route.js";
import * as measured from "./qhm.measured.js";
import * as predicted from "./qhm.predicted.js";
import * as second from "./qhm.second.js";

const exact = equal(1000);

const routes = <Case extends Named>(
  steady: CaseMeasurement<Case>,
  simulated: CaseMeasurement<Case>
) => [
  augmented(
    "the state (w, m) stepped as in (72): the sum of what each past step leaves behind",
    steady
  ),
  simulation("512 runs of 8 000 steps of (72) after the burn-in", simulated, sampled())
];

const correlation =
  "The proof drops E[wₜηₜ₋₁ᵀ] = −αC, which (77), (78) and (80) need: with β = λ(1−ν), M gains −2αβC, X gains −µαβC, G gains µαβ(I−αK)C. In (75) α²C is meant for λ²α²C, since α has its λ.";

export const claims: readonly Claim[] = [
  forCases({
    cases: quasiHyperbolicRun,
    id: "LZU-Thm11",
    statement:
      "$\\mu(1+\\mu)(X+X^\\top) + \\lambda[1-\\mu(1+\\mu-\\mu\\nu)](XK+KX^\\top) + a\\Sigma + b(K\\Sigma+\\Sigma K) + cK\\Sigma K = [d\\lambda^2 - 2\\mu(1+\\mu)\\alpha\\beta]\\,C$, $X = (1-\\mu^2)Q + \\mu\\alpha QK + \\lambda[-1+\\mu(1+\\mu-\\mu\\nu)]KQ - \\mu\\alpha\\beta KQK - \\mu\\alpha\\beta(I-A)Z$, $Q - AQA = \\Sigma$, $Z - AZA = C$, $\\beta = \\lambda(1-\\nu)$",
    assumptions: ["(72), stable", "checked where K and C do not commute"],
    note: `${correlation} Reading uncertain in (86), where K²Σ and KΣK stand for QK and KQ: three readings are tried, (73) as extracted, with X as (84)–(85) derive it, and with the weight of XK + KXᵀ that follows; none holds. That weight is a slip apart: at ν = 1, where β = 0 and nothing is dropped, the printed one is 1 − 2µ − µ² and heavy ball has 1 − µ.`,
    predicted: [predicted.corrected, predicted.library],
    printed: {
      weight: "formula",
      consequenceOf: "LZU-Eq75-81/moments",
      formula:
        "$\\mu(1+\\mu)(X+X^\\top) + \\lambda[1-\\mu\\nu(2+\\mu)](XK+KX^\\top) + a\\Sigma + b(K\\Sigma+\\Sigma K) + cK\\Sigma K = d\\lambda^2C$, $X = \\mu\\alpha K^2\\Sigma + \\lambda[-1+\\mu(1+\\mu-\\mu\\nu)]K\\Sigma K - \\lambda\\mu(1-\\nu)\\alpha K(KQ+QK)K + (1-\\mu^2)Q$",
      predicted: predicted.printedSystem,
      readings: [predicted.derivedSystem, predicted.reweightedSystem]
    },
    routes: routes(measured.steadyState, second.simulated),
    criterion: exact,
    mutant: {
      description: "the correlation αC with the other sign",
      predicted: predicted.correctedOtherSign
    }
  }),
  forCases({
    cases: quasiHyperbolicRun,
    id: "LZU-Cor7",
    statement:
      "$L_{\\text{train}} = \\frac12\\operatorname{Tr}\\frac{\\lambda(1-\\mu^2)I + \\beta'(2\\alpha-\\lambda(1-\\mu))K}{[(1-\\mu)I+\\beta'K]\\,[2(1+\\mu)I-(\\alpha+\\beta')K]}\\,C$, $\\beta' = \\lambda\\mu(1-\\nu)$",
    assumptions: ["as Theorem 11"],
    note: `${correlation} Two readings of (90) are tried, f and g as printed and in each other's place.`,
    predicted: predicted.error,
    printed: {
      weight: "formula",
      consequenceOf: "LZU-Eq75-81/moments",
      formula:
        "$L_{\\text{train}} = \\frac{\\lambda^2}2\\operatorname{Tr}[h(K)^{-1}KC]$ with $h$ of (90)–(92)",
      predicted: predicted.errorAsPrinted,
      readings: [predicted.errorSwapped]
    },
    routes: routes(measured.error, second.simulatedError),
    criterion: exact,
    mutant: {description: "α for 2α", predicted: predicted.errorOther}
  }),
  {
    id: "LZU-Rem-QHM",
    statement:
      "(72) has the covariance of (6) at $\\nu = 0$, and that of (7) at $\\nu = 1$ with $\\lambda \\to \\lambda/(1-\\mu)$",
    assumptions: ["read of the algorithm; (73) as printed has neither"],
    predicted: predicted.limits,
    routes: [augmented("the state (w, m) stepped as in (72) at both ends", measured.ends)],
    criterion: exact,
    mutant: {description: "the rate rescaled at ν = 0 as well", predicted: predicted.limitsBoth}
  }
];
