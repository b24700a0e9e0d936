import type {Inventory} from "../document.js";

/** What this site says of its own about sampling as a decision, page by page. */
export const inventory: Inventory = {
  "NF-Q1": ["Proposition Q1", "Queue"],
  "NF-Q2": ["Proposition Q2", "Queue"],
  "NF-Q3": ["Proposition Q3", "Queue"],
  "NF-Q3/perturbation": [", perturbation"],
  "NF-Q3/likelihood-ratio": [", likelihood ratio"],
  "NF-Q4": ["Proposition Q4", "Queue"],
  "NF-I1": ["Proposition I1", "Inventory"],
  "NF-I2": ["Proposition I2", "Inventory"],
  "NF-I3": ["Proposition I3", "Inventory"],
  "NF-I4": ["Proposition I4", "Inventory"],
  "NF-I5": ["Proposition I5", "Inventory"],
  "NF-I6": ["Proposition I6", "Inventory"],
  "NF-S1": ["Proposition S1", "Scenarios"],
  "NF-S2": ["Proposition S2", "Scenarios"],
  "NF-S3": ["Proposition S3", "Scenarios"],
  "NF-D1": ["Proposition D1", "Stream"],
  "NF-D2": ["Proposition D2", "Stream"],
  "NF-D3": ["Proposition D3", "Stream"],
  "NF-C1": ["Proposition C1", "Four problems"]
};
