import * as cases from "../cases/orders.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {enumeration, quadrature} from "../ledger/route.js";
import * as measured from "./orders.measured.js";
import * as predicted from "./orders.predicted.js";

const inRange = close(1e-7, "orders leave the range of demand with a chance below 10⁻⁸");
const oneOrder = "one product; its rate, batch and level go through the cases";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.uniformOrders,
    id: "NF-I1",
    fixed: oneOrder,
    statement:
      "One product, uniform demand: orders at rest have the variance $\\Sigma = \\dfrac{(\\eta/b)\\,G}{2H - \\eta H^2(1 - 1/b)}$",
    assumptions: [
      "gradients that jump, $(p+h)\\mathbb 1[D\\le x]-p$",
      "orders within the range of demand"
    ],
    note: "At b = 1 it is the continuous value ηG/(2H), at any rate: an order that strays makes the jump less uncertain, and that takes away what a finite step adds.",
    predicted: [predicted.single, predicted.librarySingle],
    routes: [enumeration("the chain of orders, by elimination", measured.single)],
    criterion: inRange,
    mutant: {
      description: "noise that does not change with the order",
      predicted: predicted.singleConstant
    }
  }),
  forCases({
    cases: cases.sharedOrders,
    id: "NF-I2",
    fixed: "two equal products; rate and batch go through the cases",
    statement:
      "Products on one budget, independent uniform demands: $H\\Sigma+\\Sigma H = \\eta H\\Sigma H + \\frac\\eta b\\bigl[G - U^\\top\\operatorname{diag}(D_i^2(U\\Sigma U^\\top)_{ii})\\,U\\bigr]$",
    assumptions: ["$x = x_0 + U\\theta$ spends the budget", "orders within the range of demand"],
    predicted: predicted.shared,
    routes: [enumeration("the chain of orders of two products, by elimination", measured.shared)],
    criterion: inRange,
    mutant: {description: "the two products as one", predicted: predicted.sharedAsOne}
  }),
  forCases({
    cases: cases.twoOrders,
    id: "NF-I3",
    fixed: "one law of demand, at several widths; the orders go through the cases",
    statement:
      "The gradients of one day at two orders differ by $\\mathbb E\\,|\\psi(x)-\\psi(y)|^2 = (p+h)^2\\,|F(x)-F(y)|$",
    assumptions: ["F the law of demand"],
    note: "With a smooth loss it is of the order |x − y|². Whatever takes differences of one sample's gradients, for a Hessian or to reduce variance, gains less.",
    predicted: predicted.difference,
    routes: [quadrature("two million evenly likely demands", measured.difference)],
    criterion: close(1e-4, "a midpoint rule across a jump"),
    mutant: {description: "the square of F(x) − F(y)", predicted: predicted.differenceSquared}
  }),
  forCases({
    cases: cases.recordings,
    id: "NF-I4",
    fixed: "one formula of the number of demands",
    statement:
      "With n recorded demands, n odd, and $p = h$, $b = 1$: as η → 0 the variance of orders is $(\\eta p)^2\\,(2n^2-1)/4$",
    assumptions: [
      "the recorded demands differ",
      "a lattice of orders with the median midway between two of them"
    ],
    note: "It falls as η², not as η: below some rate the orders see the one kink that they are at.",
    predicted: predicted.kink,
    routes: [enumeration("the chain of orders, by elimination", measured.kink)],
    criterion: close(1e-9, "the line ends where a mass is below 10⁻¹⁶"),
    mutant: {description: "n²/2", predicted: predicted.kinkRounded}
  }),
  forCases({
    cases: cases.uniformOrders,
    id: "NF-I5",
    fixed: oneOrder,
    statement:
      "Under the same conditions the average of T orders has $T\\operatorname{Var}\\bar x \\to \\dfrac{G}{bH^2}\\cdot\\dfrac{2-\\eta H}{2-\\eta H(1-1/b)}$",
    assumptions: [
      "gradients that jump, $(p+h)\\mathbb 1[D\\le x]-p$",
      "orders within the range of demand"
    ],
    note: "Less than G/(bH²), which an average over fresh samples would have with noise that stays as it is.",
    predicted: predicted.average,
    routes: [enumeration("Poisson's equation of the chain, by elimination", measured.average)],
    criterion: inRange,
    mutant: {description: "G/(bH²)", predicted: predicted.averageSandwich}
  }),
  forCases({
    cases: cases.scenarioCounts,
    id: "NF-I6",
    fixed: "one formula of three numbers",
    statement:
      "The best order for n sampled demands, uniform and with $(n+1)p/(p+h)$ whole, leaves the excess cost $\\dfrac{G}{2H(n+2)}$",
    assumptions: ["the sampled demands are independent"],
    predicted: predicted.reused,
    routes: [quadrature("over the law of the order statistic", measured.reused)],
    criterion: close(1e-9, "Simpson's rule on 20 000 intervals"),
    mutant: {description: "G/(2Hn)", predicted: predicted.reusedSandwich}
  })
];
