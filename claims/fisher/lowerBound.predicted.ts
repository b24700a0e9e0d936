import type {VanTrees} from "../cases/bound.js";

/** π²/δ². */
export const leastInformation = ({halfWidth: d}: {halfWidth: number}) => (Math.PI / d) ** 2;

/** Without the 4 of ∇log π = 2∇√π/√π. */
export const leastInformationOfRoot = ({halfWidth: d}: {halfWidth: number}) =>
  (Math.PI / d) ** 2 / 4;

/** c/N, d = 1. */
export const bound = ({c, N}: VanTrees) => c / N;

/** c = 1. */
export const sharp = ({N}: VanTrees) => 1 / N;
