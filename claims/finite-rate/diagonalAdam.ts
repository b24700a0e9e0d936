import {alone, together} from "../cases/diagonalAdam.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {augmented, direct} from "../ledger/route.js";
import * as measured from "./diagonalAdam.measured.js";
import * as predicted from "./diagonalAdam.predicted.js";
import * as second from "./diagonalAdam.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: alone,
    id: "LZU-6.4-Adam",
    statement:
      "at the stationary point Adam with the diagonal $\\hat\\Lambda = \\lambda/\\sqrt{\\mathbb E[\\operatorname{diag}(g^2)]}$ has the $\\Sigma = \\frac{\\lambda^2(1+c)}4I$ of the full matrix: “such approximation is in fact not bad”",
    assumptions: ["$C = cK\\Sigma K$, no momentum"],
    note: "Where $K$ is not diagonal, every *variance* is still that of (27), but all parameters are fully correlated: with noise in proportion to the signal only one direction is left, $\\Sigma = \\frac{\\lambda^2(1+c)}4zz^\\top$ with signs $z = \\operatorname{sign}(Kz)$, for which $\\hat\\Lambda Kz = \\frac2{1+c}z$.",
    predicted: predicted.isotropic,
    condition: {
      text: "$K$ is diagonal: no two parameters curve together.",
      cases: together,
      routes: [
        augmented(
          "the Σ that SGD with the diagonal Λ keeps, by damped iteration",
          measured.diagonalAdam
        ),
        direct("400 steps of the covariance map with the diagonal Λ, ρ = ½", second.diagonalAdam)
      ]
    },
    routes: [
      augmented(
        "the Σ that SGD with the diagonal Λ keeps, by damped iteration",
        measured.diagonalAdam
      ),
      direct("400 steps of the covariance map with the diagonal Λ, ρ = ½", second.diagonalAdam)
    ],
    criterion: close(1e-9, "the damped iteration stops there"),
    tame: "that K is diagonal is the condition",
    mutant: {description: "λ for λ²", predicted: predicted.isotropicFirst}
  })
];
