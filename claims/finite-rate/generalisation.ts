import {training} from "../cases/escape.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {direct} from "../ledger/route.js";
import * as measured from "./generalisation.measured.js";
import * as predicted from "./generalisation.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [training],
    id: "LZU-Fig7",
    part: "small-rates",
    fixed: "one printed figure, on a network of our own",
    statement:
      "at vanishing rates the test error is that of the gradient flow, up to a deviation in proportion to the rate",
    assumptions: ["full batch, equal flow time, a network of tanh units"],
    note: "The flow, not its linearisation: the tangent kernel has an error of its own at any width.",
    predicted: predicted.firstOrder,
    routes: [
      direct(
        "a network of four units trained at η = 0.004 and 0.002, beside its flow by Runge and Kutta",
        measured.halved
      )
    ],
    criterion: close(1e-3, "the next order is that of η itself"),
    mutant: {description: "a second-order method", predicted: predicted.secondOrder}
  }),
  {
    id: "LZU-Fig7",
    part: "curves",
    statement:
      "at larger rates training deviates from the tangent-kernel prediction, “sometimes for the better, sometimes for the worse”",
    assumptions: [],
    reason:
      "The figure is reproduced from another paper; the text names neither the task nor the networks nor the rates. The page's own experiment shows deviations of both signs near the edge of stability."
  }
];
