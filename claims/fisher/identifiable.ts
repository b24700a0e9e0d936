import {logisticFamily, redundantFamily} from "../cases/families/laws.js";
import {atTruth, besideTruth, kicked, productFamily, redundant} from "../cases/identifiable.js";
import {binaryModel} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {direct, enumeration, identity} from "../ledger/route.js";
import * as measured from "./identifiable.measured.js";
import * as predicted from "./identifiable.predicted.js";
import * as second from "./identifiable.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [redundant],
    search: {family: redundantFamily, criterion: close(1e-6, "a rank is decided with a tolerance")},
    id: "FG-Def3.5",
    part: "first-order",
    statement:
      "$\\operatorname{range}H(\\theta^\\star)$ is the span of the directions along which the loss of a sample varies at first order",
    assumptions: ["the model contains the truth"],
    note: "The text has “the loss varies at first order; formally … range(H(θ))”. With L for the loss the span is empty at θ⋆, where ∇L = 0; with a sample's loss it is range(G), and equal to range(H) for a likelihood.",
    predicted: predicted.rangeOfLikelihood,
    condition: {
      text: "range G = range H at θ⋆, as for a correctly specified likelihood. ℓ = ½(θ₁ − z₁)² + z₂θ₂ with E z₂ = 0 varies along θ₂ at first order in every sample, and H = diag(1, 0)",
      cases: [kicked],
      predicted: predicted.rangeOfLoss,
      routes: [
        enumeration("the gradients of all four samples, by Gram and Schmidt", measured.spanOfKicks),
        direct("powers of I − G/Tr G, which leave the kernel of G", second.spanOfKicks)
      ]
    },
    routes: [
      enumeration(
        "the gradients of all inputs and labels, by Gram and Schmidt",
        measured.spanOfScores
      ),
      direct("powers of I − G/Tr G, which leave the kernel of G", second.spanOfScores)
    ],
    criterion: close(1e-9, "a rank is decided with a tolerance"),
    mutant: {description: "every direction", predicted: predicted.everything}
  }),
  forCases({
    cases: [atTruth],
    search: {
      family: productFamily,
      criterion: close(1e-6, "a rank is decided with a tolerance")
    },
    id: "FG-Def3.5",
    part: "support",
    statement:
      "For a likelihood $\\operatorname{range}H(\\theta)=\\operatorname{supp}F(\\theta)$: “or equivalently $\\operatorname{supp}(F(\\theta))$ in the likelihood case”",
    assumptions: ["the model contains the truth"],
    note: "Off the truth F has rank one and H = ∇p∇pᵀ + (p − p⋆)∇²p has more, p the mean and p⋆ the true one. Where the parameters are redundant in a linear way, as in a regression whose inputs depend on one another, the two agree everywhere.",
    predicted: predicted.rangeOfProduct,
    condition: {
      text: "θ = θ⋆: of a Gaussian with mean θ₁θ₂ the parameters are redundant, and H(θ) is regular beside the true mean, however near θ₁θ₂ is to it",
      cases: [besideTruth],
      routes: [
        direct("scores at three observations, by Gram and Schmidt", measured.spanOfProductScores),
        direct("powers of I − F/Tr F, F by three nodes", second.supportOfProduct)
      ]
    },
    routes: [
      direct("scores at three observations, by Gram and Schmidt", measured.spanOfProductScores),
      direct("powers of I − F/Tr F, F by three nodes", second.supportOfProduct)
    ],
    criterion: close(1e-9, "a rank is decided with a tolerance"),
    mutant: {description: "every direction", predicted: predicted.everything}
  }),
  forCases({
    cases: [{name: "θ = 0.3"}],
    fixed: "a sign",
    id: "FG-Rem3.4",
    part: "sign",
    statement:
      "For $\\ell = -\\log p_\\theta$ the gradient is $\\psi = -s_\\theta$, as §3.3 has it",
    assumptions: ["a logistic regression"],
    note: "Again in Remark 4.7. No formula is touched, as ψψᵀ does not know the sign; read literally, SGD would climb.",
    predicted: predicted.negativeScores,
    printed: {weight: "slip", formula: "$\\psi = s_\\theta$", predicted: predicted.scores},
    routes: [
      enumeration("central differences of −log p", measured.differences),
      identity("−log p and its slope carried along together", second.dualNumbers)
    ],
    criterion: close(1e-8, "differences over 10⁻⁵ leave 10⁻¹⁰"),
    mutant: {
      description: "labels −1 and 1 in the formula for 0 and 1",
      predicted: predicted.doubledScores
    }
  }),
  forCases({
    cases: [binaryModel],
    search: {
      family: logisticFamily,
      criterion: close(1e-5, "a curvature by differences"),
      cases: 8
    },
    id: "FG-Rem4.7",
    part: "flat-directions",
    statement:
      "For a likelihood $\\operatorname{Var}(v^\\top g_B) = \\frac1bv^\\top Fv$: the noise is largest along the directions of most information, and least along the statistically flat ones",
    assumptions: ["a correctly specified logistic regression, at θ⋆"],
    note: "From the paragraph on “why small batches can work”. It follows from the paper's own Fisher alignment, G = F, in one line. The stationary covariance does not favour flat directions either: it is (τ/2)I (Remark 5.8).",
    predicted: predicted.noiseShares,
    printed: {
      weight: "conclusion",
      formula: "“the identified covariance concentrates noise along statistically flat directions”",
      predicted: predicted.noiseSharesPrinted
    },
    routes: [
      enumeration(
        "every batch of two; flattest and stiffest direction by powers of the differences of the mean gradient",
        measured.everyBatch
      ),
      enumeration(
        "scatter of the scores along the axes of −E ∂² log p, found by Jacobi's rotations",
        second.axes
      )
    ],
    criterion: close(1e-6, "a curvature by differences"),
    mutant: {description: "the same in all directions", predicted: predicted.noiseSharesEven}
  })
];
