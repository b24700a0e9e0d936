import csv from "@observablehq/sample-datasets/pizza.csv";
import {settledOrdersExperiment} from "../lib/experiments/sampling/settledOrdersExperiment.js";
import {shopYear} from "../lib/sampling/pizzaShop.js";

export default settledOrdersExperiment(
  {
    name: "sampling-inventory-rest",
    title: "Excess cost of a shop's orders at rest",
    source:
      "Fisher, §1.1 and Corollary 5.7; demand from the Pizza Paradise of Observable's sample data",
    seed: 20,
    replicates: 200,
    runs: [
      {
        demand: "laws",
        batchSize: 1,
        learningRates: [0.4, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002]
      },
      {demand: "laws", batchSize: 8, learningRates: [0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.02]},
      {demand: "laws", batchSize: 64, learningRates: [0.5, 0.4, 0.3, 0.2, 0.1]},
      {demand: "uniform", batchSize: 1, learningRates: [0.05, 0.02, 0.01]},
      {demand: "uniform", batchSize: 8, learningRates: [0.2, 0.1, 0.05]},
      {demand: "uniform", batchSize: 64, learningRates: [0.4, 0.2, 0.1]},
      {demand: "days", batchSize: 1, learningRates: [0.2, 0.05, 0.01, 0.002]},
      {
        demand: "one week",
        batchSize: 1,
        learningRates: [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005]
      }
    ],
    burnIn: 8,
    relaxations: 40,
    ingredients: 0.3,
    capacity: 1
  },
  shopYear(csv, 2022)
);
