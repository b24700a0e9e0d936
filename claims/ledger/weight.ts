import type {Weight} from "./claim.js";

/** The weights of a correction, the gravest first. */
export const weights: readonly Weight[] = ["conclusion", "formula", "slip"];

/** What a correction does, in words. */
export const weightWords: Readonly<Record<Weight, string>> = {
  conclusion: "it changes a conclusion",
  formula: "it changes a formula or a constant",
  slip: "a slip"
};
