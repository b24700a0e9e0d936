import {curvedLosses} from "../cases/beyondLinear.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {quadrature} from "../ledger/route.js";
import * as measured from "./beyondLinear.measured.js";
import * as predicted from "./beyondLinear.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: curvedLosses,
    fixed: "an expansion, seen on two losses in each of one and two directions",
    id: "FG-Prop5.9",
    part: "next-order",
    statement:
      "On a loss with third derivatives $T$ and fourth derivatives $Q$ the mean at rest is $-\\frac12H^{-1}T{:}\\Sigma_\\eta$, and the covariance $\\Sigma_\\eta$ and a term of second order in the noise, at any stable $\\eta$",
    assumptions: ["Gaussian noise, the same everywhere", "η < 2/λmax"],
    note: "The paper stops at the linear recursion. On the line, as η → 0, the term is s⁴(T²/h² − Q/(2h)) with s² = Σ.",
    predicted: predicted.nextOrder,
    routes: [
      quadrature(
        "the law on a lattice, carried on until nothing changes, extrapolated to no noise",
        measured.nextOrder
      )
    ],
    criterion: close(1e-5, "the noise is extrapolated to zero"),
    mutant: {
      description: "the term of the diffusion, η → 0, at a finite step",
      predicted: predicted.nextOrderOfFlow
    }
  })
];
