import {benchmark} from "../cases/fisher.js";
import {grid} from "../cases/named.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close, equal, sampled} from "../ledger/criterion.js";
import {augmented, direct, enumeration, identity, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./verification.measured.js";
import * as predicted from "./verification.predicted.js";
import * as second from "./verification.second.js";

const ten = "the paper's own matrices, steps 1.2/(t + 50), b = 64";

export const claims: readonly Claim[] = [
  forCases({
    cases: grid({eta: benchmark.rates}),
    id: "FG-Eq47-48",
    fixed: "one pair that does not commute; for all pairs see Corollary 5.7",
    statement:
      "$d\\theta = -\\eta H\\theta\\,dt + \\sqrt{2\\eta/b}\\,F^{1/2}dW$ settles into $H\\Sigma+\\Sigma H = \\frac2bF$, whatever $\\eta$",
    assumptions: ["H ≻ 0"],
    note: "The right side is 2/b, not the η/b of Corollary 5.7: the noise of (47) is that of SGD for G = (2/η)F.",
    predicted: predicted.balance,
    routes: [
      quadrature(
        "∫ e^{−ηHs} (2η/b)F e^{−ηHs} ds at two rates, F not commuting with H",
        measured.integrals
      )
    ],
    criterion: equal(256),
    mutant: {
      description: "the right side of Corollary 5.7, (η/b)F",
      predicted: predicted.balanceOfSgd
    }
  }),
  forCases({
    cases: [{name: "stiff, flat"}],
    id: "FG-Fig2",
    fixed: "one printed figure",
    statement: "on logarithmic axes both stationary variances fall with slope $-1$ in $b$",
    assumptions: ["H = diag(1, 0.1), F = I, η = 0.05, Δt = 1"],
    predicted: predicted.slopes,
    routes: [
      simulation(
        "512 runs of 8 000 steps at b = 1, 8, 64 and 512, each with noise of its own",
        measured.simulatedSlopes
      )
    ],
    criterion: sampled(),
    mutant: {
      description: "−½, the slope of the standard deviation",
      predicted: predicted.slopesOfDeviation
    }
  }),
  forCases({
    cases: [{name: "last label of the angle, lowest label of Σ₁₁ in 10⁻³"}],
    id: "FG-Tab3",
    part: "angles",
    fixed: "labels of one figure and one table",
    statement: "Experiment 3 sweeps the angle over $[0, \\pi/3]$",
    assumptions: ["Figure 7 shows the sweep at b = 64"],
    note: "Figure 7's angle axis ends at the label 60. A sweep to 90° would show 80 there, and 0.008 on the axis of Σ₁₁. Read from labels, not from data. For Experiment 2 the text says [0, π/3] and the table [0, π/2]; which of the two was run cannot be told.",
    printed: {
      weight: "slip",
      formula: "$\\phi \\in [0, \\pi/2]$",
      predicted: predicted.axesOfTable
    },
    predicted: predicted.axesOfText,
    routes: [
      identity("the labels as Figure 7 prints them", measured.printedAxes),
      enumeration("the labels inside a sweep to π/3, the text's own end", second.walkedAxes)
    ],
    criterion: equal(1),
    mutant: {description: "π/4", predicted: predicted.axesOfHalf}
  }),
  forCases({
    cases: [{name: "N"}],
    id: "FG-Tab3",
    part: "samples",
    fixed: "numbers of one table",
    statement: "$T = 600\\ldots9\\,600$ at $b = 64$ are the $N = Tb$ of Table 5",
    assumptions: ["T doubles"],
    predicted: predicted.samples,
    routes: [identity("the first column of Table 5", measured.printedSamples)],
    criterion: equal(1),
    mutant: {description: "b = 32", predicted: predicted.samplesOfHalf}
  }),
  forCases({
    cases: [{name: "figures and tables"}],
    id: "FG-Tab6",
    fixed: "one table",
    statement: "six scripts make Figures 2 to 10 and Tables 4 and 5, each once",
    assumptions: ["the archive itself is not at hand"],
    predicted: predicted.scripts,
    routes: [
      enumeration(
        "the figures and tables of the paper that show computed numbers",
        measured.captions
      )
    ],
    criterion: equal(1),
    mutant: {description: "without bounds.py", predicted: predicted.scriptsWithoutBounds}
  }),
  forCases({
    cases: [{name: "slope at T = 2¹⁸"}],
    id: "FG-C-verif",
    part: "slopes",
    fixed: "one printed experiment",
    statement: "the log–log slope of the risk in $N$ tends to $-1$",
    assumptions: [ten],
    note: "Over the printed N it is −0.98 exactly, see Figure 4.",
    predicted: predicted.limitSlope,
    routes: [
      direct(
        "each mode's variance to T = 2¹⁹; the slope over the last doubling",
        measured.localSlope
      )
    ],
    criterion: close(2e-4, "of order t₀/T at T = 2¹⁸"),
    mutant: {description: "1/√N", predicted: predicted.limitSlopeRoot}
  }),
  forCases({
    cases: [{name: "stiff, flat"}],
    id: "FG-C-verif",
    part: "variances",
    fixed: "one printed experiment",
    statement:
      "“OU stationary variances match Lyapunov predictions to <1 %”: time averages over 500 runs of 195 000 steps against the discrete equation (49), whose three standard errors are below that",
    assumptions: ["Experiment 1 as printed", "5 000 steps of burn-in"],
    note: "Against the equation that Figure 2 draws, (48), the stiff variance is off by 2.56 % exactly; from last states alone the standard error is 6.3 %.",
    predicted: predicted.promise,
    routes: [
      simulation(
        "the spread of the time averages of 512 runs, scaled to the printed length",
        measured.threeErrors
      ),
      direct("the sum over all lags, one by one", second.threeErrorsByLags)
    ],
    condition: {
      text: "variances are time averages, and the benchmark is (49)",
      cases: [{name: "against (48), last states"}],
      routes: [
        augmented(
          "the recursion's stiff variance over the diffusion's; √(2/499) for last states",
          measured.elsewhere
        ),
        simulation(
          "three million steps against 1/(bh); the spread of variances of 500 states",
          second.simulatedElsewhere
        )
      ]
    },
    criterion: atMost(0),
    mutant: {description: "to <0.1 %", predicted: predicted.smallerPromise}
  }),
  forCases({
    cases: [{name: "ranks"}],
    id: "FG-C-verif",
    part: "directions",
    fixed: "one printed experiment",
    statement:
      "“directional variance ratios align with the eigenstructure of $G^\\star$”: the three leading ones, in expectation",
    assumptions: [ten],
    note: "Over all ten the order is not that of the eigenvalues, and at 800 replicates the printed order of the second and third is chance.",
    predicted: predicted.leadingRanks,
    routes: [
      direct(
        "ranks of the exact ratios at T = 2 400, eigenvectors by the power method",
        measured.recursedLeading
      ),
      identity(
        "covariances as sums over kicks, eigenvectors by Jacobi's rotations",
        second.summedLeading
      )
    ],
    condition: {
      text: "for the three leading eigenvectors of this matrix",
      predicted: predicted.eigenvalueRanks,
      routes: [
        direct("ranks of all ten ratios", measured.recursedRanks),
        identity("the same from sums over kicks", second.summedRanks)
      ]
    },
    criterion: equal(1),
    mutant: {description: "the second and third exchanged", predicted: predicted.swappedRanks}
  }),
  forCases({
    cases: [{name: "n Cov"}],
    fixed: "one wrong model, for which the two differ",
    id: "FG-ExpA",
    part: "estimate",
    statement:
      "under misspecification estimates scatter as the sandwich $H^{-1}JH^{-1}/n$ and not as $H^{-1}/n$",
    assumptions: ["a probit with a square that the logistic model lacks", "1 200 samples per fit"],
    note: "What a wrong model costs; Experiment A measures J, not the sandwich.",
    predicted: predicted.sandwich,
    routes: [simulation("420 fits of 1 200 labels each", measured.fits)],
    criterion: sampled(
      "a variance from 420 fits is worth 7 %; the sandwich is twice the inverse Hessian"
    ),
    mutant: {description: "H⁻¹, were the model right", predicted: predicted.inverseHessian}
  }),
  forCases({
    cases: [{name: "λ₁ … λ₄"}],
    id: "FG-AppC",
    part: "spectrum",
    fixed: "one matrix",
    statement:
      "$G^\\star$ of seed 7 has eigenvalues in $[0.5, 5]$, in equal ratios: 5.00, 3.87, 3.00, 2.32, …",
    assumptions: ["the matrix recovered by replay, see Table 4"],
    predicted: predicted.spectrum,
    routes: [
      direct("the power method with deflation on the recovered matrix", measured.eigenvalues)
    ],
    criterion: close(1e-9, "the power method's convergence"),
    mutant: {description: "in equal distances", predicted: predicted.spectrumEven}
  }),
  forCases({
    cases: [{name: "relative change of the risk"}],
    id: "FG-AppC",
    part: "rounding",
    fixed: "one printed experiment",
    statement:
      "floating-point differences of platforms change Monte Carlo estimates by $\\lesssim1\\,\\%$",
    assumptions: ["the same random numbers", "a contracting recursion"],
    note: "By far: single precision, with 10⁹ times the rounding error of double, changes the sixth digit or a later one. A percent is what other random numbers make.",
    predicted: predicted.rounding,
    routes: [
      simulation("the same 200 runs in single and in double precision", measured.roundingChange)
    ],
    criterion: atMost(0),
    mutant: {
      description: "other random numbers instead of other rounding",
      measure: measured.redrawnChange
    }
  })
];
