import {atAngles, bands, contours, ends, turned} from "../cases/fisher.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal, sampled} from "../ledger/criterion.js";
import {augmented, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./angleSweep.measured.js";
import * as predicted from "./angleSweep.predicted.js";

const setting = "H = diag(1, 0.1), F(φ) = R(φ) diag(1.5, 0.5) R(φ)ᵀ";
const step = "η = 0.05 and Δt = 1";
const chosen = "b = 64, which the text gives for Figure 5 alone; all of Σ is proportional to 1/b";

export const claims: readonly Claim[] = [
  forCases({
    cases: atAngles(...turned.angles),
    id: "FG-Exp2",
    fixed: "one printed experiment",
    statement:
      "simulated $\\Sigma_{11}$ and $\\Sigma_{22}$ follow the discrete equation (49) as $F(\\varphi)$ turns",
    assumptions: [setting, step, chosen],
    note: "The text sweeps [0, π/3], its Table 3 [0, π/2]; the formula is the same.",
    predicted: predicted.discreteVariances,
    routes: [
      simulation(
        "512 runs of Euler–Maruyama of 25 000 steps after the burn-in at 0°, 30° and 60°",
        measured.simulatedVariances
      )
    ],
    criterion: sampled(),
    mutant: {
      description: "the continuous equation (48), 2.6 % lower in the stiff direction",
      predicted: predicted.continuousVariances
    }
  }),
  forCases({
    cases: atAngles(10, 30, 60, 75),
    id: "FG-Fig3",
    fixed: "one printed figure",
    statement:
      "the transfer is exact: over the variances under isotropic noise, $\\Sigma_{11}$ is $1+\\tfrac12\\cos2\\varphi$ and $\\Sigma_{22}$ is $1-\\tfrac12\\cos2\\varphi$, at every step size",
    assumptions: [setting, "checked at ηλmax = 0.8"],
    predicted: predicted.transfer,
    routes: [
      augmented(
        "the fixed point of the covariance recursion, turned and isotropic",
        measured.recursedShares
      )
    ],
    criterion: equal(256),
    mutant: {description: "cos φ for cos 2φ", predicted: predicted.transferOnce}
  }),
  forCases({
    cases: atAngles(15, 30, 60),
    id: "FG-Exp3",
    fixed: "one printed experiment",
    statement:
      "$\\Sigma_{12} = \\frac2b\\frac{F_{12}(\\varphi)}{h_1+h_2}$ under turned noise and 0 under the trace-matched surrogate, with $\\operatorname{Tr}(H\\Sigma) = \\operatorname{Tr}F/b$ for both",
    assumptions: [setting, "continuous time", chosen],
    predicted: predicted.cross,
    routes: [quadrature("∫ e^{−Hs} (2/b)F e^{−Hs} ds", measured.integrals)],
    criterion: equal(256),
    mutant: {description: "2√(h₁h₂) for h₁ + h₂", predicted: predicted.crossGeometric}
  }),
  forCases({
    cases: contours,
    id: "FG-Fig5",
    fixed: "one printed figure",
    statement:
      "ellipses $\\theta^\\top\\Sigma^{-1}\\theta = -2\\ln0.05 = 5.991$ hold 95 % and tilt by $\\tfrac12\\arg(\\Sigma_{11}-\\Sigma_{22}+2i\\Sigma_{12})$, which is not the angle of the noise",
    assumptions: [setting],
    note: "The text does not print the radius; one that used the 1.96 of a single Gaussian would hold 85 %.",
    predicted: predicted.ellipses,
    routes: [
      quadrature(
        "mass in rings, and the direction of largest variance by golden section",
        measured.contours
      )
    ],
    criterion: close(1e-6, "a maximum is found to the root of the rounding error"),
    mutant: {
      description: "1.96², the 95 % point of one coordinate",
      predicted: predicted.ellipsesOneDimensional
    }
  }),
  forCases({
    cases: bands,
    id: "FG-Fig6",
    fixed: "one printed figure",
    statement:
      "one run's time average of $\\theta_1\\theta_2$ has the mean $\\Sigma_{12}$ and the variance $\\frac{\\Sigma_{11}\\Sigma_{22}+\\Sigma_{12}^2}{n}\\bigl[1+2\\sum_k(1-\\frac kn)(a_1a_2)^k\\bigr]$, $a_i = 1-\\eta h_i$, over $n = 1\\,700$ steps",
    assumptions: [setting, step, "T = 2 500, burn-in 800", chosen],
    note: "The signal at 45° is less than two standard deviations of a single run, and the bands of six seeds part there in about half of all such figures.",
    predicted: predicted.bands,
    routes: [
      simulation("6 144 runs of the printed length at 30° and at 0°", measured.simulatedBands)
    ],
    criterion: sampled(
      "a variance from 6 144 runs is worth 2 % at best; 8 standard errors are 15 %"
    ),
    mutant: {description: "1 700 independent draws", predicted: predicted.bandsIndependent}
  }),
  forCases({
    cases: ends,
    id: "FG-Fig7",
    fixed: "one printed figure",
    statement:
      "at $b = 64$ and from 0° to 60°, $\\Sigma_{11}$ falls from 0.0234 to 0.0117 and $\\Sigma_{22}$ rises from 0.078 to 0.195; the surrogate stays at 0.0156 and 0.156",
    assumptions: [setting, "continuous time", "b = 64"],
    note: "The tick labels of both axes, 0.012 to 0.024 and 0.06 to 0.2, frame these ranges.",
    predicted: predicted.marginals,
    routes: [quadrature("∫ e^{−Hs} (2/b)F e^{−Hs} ds at both ends", measured.integratedMarginals)],
    criterion: equal(256),
    mutant: {description: "the range of Table 3, up to 90°", predicted: predicted.marginalsTable}
  })
];
