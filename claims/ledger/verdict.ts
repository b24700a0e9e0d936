import type {Outcome} from "./compare.js";
import {VerdictError} from "./errors.js";

export type Verdict = "holds" | "holds, corrected" | "conditional" | "fails" | "not checkable";

/**
 * The verdict that outcomes allow: `held` of the form that should hold, route by route, and
 * `refuted` of the printed form or of the counterexample, if there is one; `held` comes from `routes`
 * routes, of which there must be two before anything is said to fail.
 *
 * @throws VerdictError where routes contradict one another, or nothing needed correcting
 */
export function decide(
  key: string,
  held: readonly Outcome[],
  kind: "corrected" | "conditional",
  refuted: readonly Outcome[] | null,
  routes: number
): Verdict {
  const holds = agreed(key, held, "the form that should hold");
  if (refuted === null) {
    if (!holds && routes < 2)
      throw new VerdictError(
        key,
        `it fails on one route alone, which is no verdict yet: a second must agree (${describe(held[0])})`
      );
    return holds ? "holds" : "fails";
  }
  const name = kind === "corrected" ? "the printed form" : "the counterexample";
  const stands = agreed(key, refuted, name);
  if (!holds)
    throw new VerdictError(
      key,
      `neither ${name} nor the form that should hold does (${describe(held[0])})`
    );
  if (stands) throw new VerdictError(key, `${name} holds after all (${describe(refuted[0])})`);
  return kind === "corrected" ? "holds, corrected" : "conditional";
}

function agreed(key: string, outcomes: readonly Outcome[], name: string): boolean {
  const {passes} = outcomes[0];
  const other = outcomes.find(outcome => outcome.passes !== passes);
  if (other)
    throw new VerdictError(
      key,
      `its routes contradict one another on ${name}: ${describe(outcomes[0])}; ${describe(other)}`
    );
  return passes;
}

const describe = ({where, predicted, measured, tolerance}: Outcome) =>
  `${where}: predicted ${predicted}, measured ${measured}, tolerance ${tolerance}`;
