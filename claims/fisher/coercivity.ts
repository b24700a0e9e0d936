import {ratioFamily, ratioPairs, spectraFamily, spectraPairs} from "../cases/coercivity.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close} from "../ledger/criterion.js";
import {bisection, minimisation} from "../ledger/route.js";
import * as measured from "./coercivity.measured.js";
import * as predicted from "./coercivity.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: spectraPairs,
    search: {family: spectraFamily, cases: 4},
    id: "FG-Ass6.2",
    part: "aligned",
    statement:
      "$\\mu_F>0$ whenever $H$ and $F$ are “sufficiently aligned”: over all relative rotations the least is $\\mu_F=\\frac{h_{\\max}+h_{\\min}}2-\\frac{\\kappa_F+1}{4\\sqrt{\\kappa_F}}(h_{\\max}-h_{\\min})$, attained",
    assumptions: ["H, F ≻ 0"],
    note: "A positive definite A turns a vector by an angle of sine (κ − 1)/(κ + 1) at most. Apply it to F and H − µ: uᵀF(H − µ)u ≥ 0 for all u if the two angles add up to 90° at most, and they do up to this µ.",
    predicted: predicted.least,
    routes: [
      bisection(
        "the largest µ for which (FH + HF)/2 − µF has a Cholesky factor, the extreme axes at 45° in one plane",
        measured.atHalfRightAngle
      ),
      minimisation("the least that turning F at will finds", measured.turnedDown, atLeast(1e-9))
    ],
    criterion: close(1e-7, "drawn metrics have condition numbers to 10³"),
    mutant: {description: "κ_F for its root", predicted: predicted.leastWithoutRoot}
  }),
  forCases({
    cases: ratioPairs,
    search: {family: ratioFamily},
    id: "FG-Ass6.2",
    part: "angle",
    statement:
      "$\\mu_F>0$ at every angle if and only if $(\\sqrt{\\kappa_H}-1)(\\sqrt{\\kappa_F}-1)<2$; beyond, in the plane, as long as $\\sin2\\varphi<\\frac{4\\sqrt{\\kappa_H\\kappa_F}}{(\\kappa_H-1)(\\kappa_F-1)}$",
    assumptions: ["H, F ≻ 0", "φ the angle between their axes"],
    predicted: predicted.limits,
    routes: [
      bisection(
        "the κ_F and the angle at which the determinant of FH + HF changes its sign, over 361 angles",
        measured.signChanges
      )
    ],
    criterion: close(1e-7, "a determinant near zero is a difference of large products"),
    mutant: {description: "1 for 2", predicted: predicted.limitsOfOne},
    tame: "an angle is one of a plane; all dimensions are in the claim beside it"
  })
];
