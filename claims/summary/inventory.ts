import type {Inventory} from "../document.js";

/** What the summary of the Fisher paper says, in its order. */
export const inventory: Inventory = {
  "SM-1": ["Mini-batch covariance", "Abstract"],
  "SM-1/likelihood": [", likelihoods"],
  "SM-1/general": [", other losses"],
  "SM-2": ["Diffusion and stationary law", "Abstract"],
  "SM-3": ["Rates and lower bound", "Abstract"],
  "SM-3/rate": ["Rates of order 1/N"],
  "SM-3/oracle": ["Lower bound for martingale oracles"],
  "SM-3/subsuming": ["Martingale oracles and exchangeable ones"],
  "SM-4": ["Oracle complexity", "Abstract"],
  "SM-4/product": [", the product"],
  "SM-4/dimension": [" and the dimension"],
  "SM-5": ["Scalar temperature matching", "Abstract"],
  "SM-8": ["The abstract", "Abstract"],
  "SM-6": ["Limitations", "Limitations"],
  "SM-7": ["Future work", "Future work"]
};
