import type {Weight} from "./claim.js";

/** The weights of a correction in words, the gravest first. */
export const weightWords: Readonly<Record<Weight, string>> = {
  conclusion: "it changes a conclusion",
  formula: "it changes a formula or a constant",
  slip: "a slip"
};
