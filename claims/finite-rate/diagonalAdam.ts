import {alone, correlated, together} from "../cases/diagonalAdam.js";
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
    note: "The map has other stationary points, all with the variances of (27), since on the range of Σ $\\hat\\Lambda K$ is $\\frac2{1+c}$. For every vector of signs with $z = \\operatorname{sign}(Kz)$, whatever $K$, $\\frac{\\lambda^2(1+c)}4zz^\\top$ is one; where $K$ is diagonal, every Σ with these variances.",
    predicted: predicted.isotropic,
    condition: {
      text: "$K$ is diagonal, and the parameters are uncorrelated at the start: then no two of them are ever correlated.",
      cases: [...together, ...correlated],
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
