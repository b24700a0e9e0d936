import {coefficients, mixture, plainRows, rows} from "../cases/tableOne.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal} from "../ledger/criterion.js";
import {augmented, direct} from "../ledger/route.js";
import * as measured from "./tableOne.measured.js";
import * as predicted from "./tableOne.predicted.js";

const exact = equal(1e4);
const limiting = close(1e-3, "a small λ stands for the limit");
const commuting = "C commutes with K";
const theSum =
  "what each past step leaves behind, summed; NGD by damped iteration, Adam by its map";

export const claims: readonly Claim[] = [
  forCases({
    cases: rows,
    id: "LZU-Tab1",
    part: "covariances",
    fixed:
      "printed cells; drawn problems are those of Corollary 1, Theorems 10 and 12 and Corollary 9",
    statement:
      "SGD $\\lambda[K(2I-\\lambda K)]^{-1}C$, SGDM $\\lambda[\\frac K{1+\\mu}(2I-\\frac{\\lambda K}{1+\\mu})]^{-1}\\frac C{1-\\mu^2}$, DNM $\\frac{1+\\mu}{1-\\mu}\\frac\\lambda{2(1+\\mu)-\\lambda}K^{-2}C$, NGD $\\frac12K^{-1}[Q+\\frac\\lambda{2(1+\\mu)}I]$, Adam $\\frac{\\lambda^2(1+c)}4I$",
    assumptions: [commuting, "Adam: C = cKΣK"],
    predicted: predicted.covariances,
    routes: [augmented(`Σ of each optimiser: ${theSum}`, measured.covariances)],
    criterion: exact,
    mutant: {description: "1−µ for 1−µ² in SGDM", predicted: predicted.covariancesOther}
  }),
  forCases({
    cases: rows,
    id: "LZU-Tab1",
    part: "errors",
    fixed: "printed cells; drawn problems are those of Theorem 5 and Corollaries 8 and 10",
    statement:
      "SGD $\\frac\\lambda2\\operatorname{Tr}[(2I-\\lambda K)^{-1}C]$, SGDM $\\frac\\lambda{2(1-\\mu)}\\operatorname{Tr}[(2I-\\frac\\lambda{1+\\mu}K)^{-1}C]$, DNM $\\frac{1+\\mu}{1-\\mu}\\frac\\lambda{4(1+\\mu)-2\\lambda}\\operatorname{Tr}[K^{-1}C]$, NGD $\\frac14\\operatorname{Tr}[Q+\\frac\\lambda{2(1+\\mu)}I]$, Adam $\\frac{\\lambda^2(1+c)}8\\operatorname{Tr}K$",
    assumptions: ["Adam: C = cKΣK", "without commuting: Theorem 5, Corollaries 8 and 10"],
    predicted: predicted.errors,
    routes: [augmented(`½ Tr KΣ of each optimiser: ${theSum}`, measured.errors)],
    criterion: exact,
    mutant: {description: "4(1+µ) for 4(1+µ) − 2λ in DNM", predicted: predicted.errorsOther}
  }),
  forCases({
    cases: mixture,
    id: "LZU-Tab1",
    part: "mixture-covariance",
    fixed: "printed cells; drawn problems are those of Theorem 11",
    statement: "$\\Sigma = K^{-1}P(K)R(K)^{-1}C$ with $P$, $R$ of the corrected Corollary 7",
    assumptions: [commuting],
    note: "The cell is that of (90), and has the errors that are charged at Corollary 7; f and g are tried as printed and in each other's place.",
    predicted: predicted.qhmCovariances,
    printed: {
      weight: "formula",
      consequenceOf: "LZU-Cor7",
      formula: "$\\lambda^2h(K)^{-1}C$, $h$ of (90)",
      predicted: predicted.qhmCovariancesPrinted,
      readings: [predicted.qhmCovariancesSwapped]
    },
    routes: [
      augmented("what each past step leaves behind, summed", measured.qhmCovariances),
      direct("the covariance stepped 600 times from rest", measured.qhmCovariancesStepped)
    ],
    criterion: close(1e-10, "600 steps are not all"),
    mutant: {description: "ν = 1", predicted: predicted.qhmCovariancesBall}
  }),
  forCases({
    cases: mixture,
    id: "LZU-Tab1",
    part: "mixture-error",
    fixed: "printed cells; drawn problems are those of Corollary 7",
    statement:
      "$\\frac12\\operatorname{Tr}[P(K)R(K)^{-1}C]$ with $P$, $R$ of the corrected Corollary 7",
    assumptions: ["for any C"],
    note: "As for its Σ.",
    predicted: predicted.qhmError,
    printed: {
      weight: "formula",
      consequenceOf: "LZU-Cor7",
      formula: "$\\frac{\\lambda^2}2\\operatorname{Tr}[h(K)^{-1}KC]$, $h$ of (90)",
      predicted: predicted.qhmErrorPrinted,
      readings: [predicted.qhmErrorSwapped]
    },
    routes: [
      augmented("½ Tr KΣ, what each past step leaves behind, summed", measured.qhmError),
      direct("½ Tr KΣ, stepped 600 times from rest", measured.qhmErrorStepped)
    ],
    criterion: close(1e-10, "600 steps are not all"),
    mutant: {description: "the first order alone", predicted: predicted.qhmErrorFirst}
  }),
  forCases({
    cases: plainRows,
    id: "LZU-Tab1",
    part: "earlier-covariances",
    fixed: "printed cells; drawn problems are those of (1)",
    statement:
      "to first order in $\\lambda$: SGD $\\frac\\lambda2K^{-1}C$, SGDM $\\frac\\lambda{2(1-\\mu)}K^{-1}C$",
    assumptions: [commuting, "small λ"],
    predicted: predicted.firstOrders,
    routes: [augmented("Σ/λ at λ = 10⁻⁵", measured.firstOrders)],
    criterion: limiting,
    mutant: {description: "1−µ² for 1−µ in SGDM", predicted: predicted.firstOrdersOther}
  }),
  forCases({
    cases: mixture,
    id: "LZU-Tab1",
    part: "earlier-mixture-covariance",
    fixed: "printed cells; drawn problems are those of Theorem 11",
    statement: "to first order in $\\lambda$: QHM $\\frac\\lambda2K^{-1}C$",
    assumptions: [commuting, "small λ", "QHM as (72), with the damped buffer"],
    note: "1/(1−µ) belongs to the undamped buffer of (5). The table's own error for QHM, λ/4 Tr C + …, is half the trace of K with ½λK⁻¹C, and not with the printed Σ.",
    predicted: predicted.firstOrders,
    printed: {
      weight: "formula",
      formula: "$\\frac\\lambda{2(1-\\mu)}K^{-1}C + O(\\lambda^2)$",
      predicted: predicted.qhmFirstOrderPrinted
    },
    routes: [
      augmented("Σ/λ at λ = 10⁻⁵", measured.firstOrders),
      direct(
        "Σ/λ stepped from rest at λ = 0.005 and 0.01, extrapolated",
        measured.qhmFirstOrderStepped
      )
    ],
    criterion: limiting,
    mutant: {description: "a factor 1−µν", predicted: predicted.qhmFirstOrderMixed}
  }),
  forCases({
    cases: coefficients,
    id: "LZU-Tab1",
    part: "earlier-errors",
    fixed: "printed cells; drawn problems are those of Theorem 5 and Corollary 7",
    statement:
      "SGD $\\frac\\lambda4\\operatorname{Tr}C+\\frac{\\lambda^2}8\\operatorname{Tr}KC$, SGDM $\\frac\\lambda{4(1-\\mu)}\\operatorname{Tr}C+\\frac{\\lambda^2}8\\frac1{1-\\mu^2}\\operatorname{Tr}KC$, QHM $\\frac\\lambda4\\operatorname{Tr}C+\\frac{\\lambda^2}8[1+\\frac{2\\mu\\nu}{1-\\mu}(\\frac{2\\mu\\nu}{1+\\mu}-1)]\\operatorname{Tr}KC$, up to $O(\\lambda^3)$",
    assumptions: ["QHM as (72)"],
    predicted: predicted.series,
    routes: [
      augmented("both coefficients, from ½ Tr KΣ at λ = 10⁻⁴ and twice that", measured.series)
    ],
    criterion: limiting,
    mutant: {description: "1+µ for 1−µ in QHM's bracket", predicted: predicted.seriesOther}
  })
];
