import {printedScale, scaledSteps} from "../lib/experiments/scaledSteps.js";
import type {Sidecar} from "./provenance.js";

/** What every builder's spec begins with, and what the sidecar says in other words. */
type Head = "name" | "title" | "source" | "seed" | "settings";

/** Parameters of a run by name: the settings in a builder's spec and what stands beside them, such as replicates. */
export type ParametersOf<Spec extends {readonly settings: object}> = Spec["settings"] &
  Omit<Spec, Head>;

/** Names that the runtime asks of the value of any cell, to see whether it is a promise or a generator. */
const askedOfAll = new Set(["then", "next", "return"]);

/**
 * The parameters with which an experiment ran, from the sidecar that the provenance line shows. `Spec` is
 * what its builder takes; the build refuses a name that the type has not.
 *
 * @throws Error naming loader and setting, where one is read that the spec has not; Error where the sidecar
 * leaves the spec out
 * @example const {learningRate, replicates} = parametersOf<AngleSweepSpec>(sidecar);
 */
export function parametersOf<Spec extends {readonly settings: object}>({
  loader,
  spec
}: Pick<Sidecar, "loader" | "spec">): ParametersOf<Spec> {
  if (!spec)
    throw new Error(
      `${loader}: its spec is not in the sidecar, which leaves out what is longer than 4000 characters of JSON`
    );
  return new Proxy(spec, {
    get(target, name) {
      if (name in target || typeof name === "symbol" || askedOfAll.has(name))
        return Reflect.get(target, name);
      const names = Object.keys(target).join(", ");
      throw new Error(`${loader}: the spec has no ${name}; it has ${names}`);
    }
  }) as ParametersOf<Spec>;
}

/** A spec of runs that a scale shortens, after a burn-in that it leaves alone. */
interface Shortened {
  readonly settings: {readonly steps: number; readonly burnIn?: number};
}

/**
 * The steps that ran, of an experiment that a scale below 1 shortens by `scaledSteps`; the spec has those
 * of scale 1. Predictions and captions take these.
 */
export function ranSteps(sidecar: Pick<Sidecar, "loader" | "spec" | "scale">): number {
  const {steps} = parametersOf<Shortened>(sidecar);
  const {burnIn = 0} = sidecar.spec as Partial<Shortened["settings"]>;
  return scaledSteps({steps, burnIn}, printedScale(sidecar.scale));
}

/**
 * The replicates that ran, of an experiment of which a scale takes that share, never below `least`; the spec has those of
 * scale 1. Captions name these.
 */
export function ranReplicates(
  sidecar: Pick<Sidecar, "loader" | "spec" | "scale">,
  least = 2
): number {
  const {replicates} = parametersOf<{settings: object; replicates: number}>(sidecar);
  return Math.max(least, Math.floor(replicates * sidecar.scale));
}
