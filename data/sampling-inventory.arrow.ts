import csv from "@observablehq/sample-datasets/pizza.csv";
import {rulesExperiment} from "../lib/experiments/sampling/rulesExperiment.js";
import {shopYear} from "../lib/sampling/pizzaShop.js";
import {shopProblem} from "../lib/sampling/shopProblem.js";

const years = {now: shopYear(csv, 2022), before: shopYear(csv, 2021)};
const costs = {ingredients: 0.3, capacity: 1};

export default rulesExperiment(
  {
    name: "sampling-inventory",
    title: "A shop's orders: what each rule for the batch leaves",
    source: "Fisher, §1.1; demand from the Pizza Paradise of Observable's sample data",
    seed: 21,
    replicates: 200,
    settings: {
      versions: ["near", "far", "recorded"],
      budgets: [1024, 4096],
      pilotShare: 0.2,
      spacing: 2,
      rounds: 2,
      batchSizes: [1, 2, 4, 8, 16, 32, 64, 128],
      halvings: 9,
      searched: 40
    }
  },
  version =>
    shopProblem(
      years,
      version === "recorded" ? "days" : "laws",
      costs,
      version === "near" ? "equal shares" : "last year"
    )
);
