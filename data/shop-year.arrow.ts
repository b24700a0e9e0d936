import csv from "@observablehq/sample-datasets/pizza.csv";
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
import {categories, shopYear} from "../lib/sampling/pizzaShop.js";

const {weekday, sold, prices} = shopYear(csv, 2022);

export default tableExperiment({
  name: "shop-year",
  title: "A year of a shop's orders, by day and category",
  source: "Pizza Paradise, of Observable's sample data",
  spec: {prices},
  columns: () => ({
    day: Int32Array.from(sold, (_, t) => t + 1),
    weekday: Int32Array.from(weekday),
    ...Object.fromEntries(
      categories.map((name, i) => [name.toLowerCase(), Float64Array.from(sold, day => day[i])])
    )
  })
});
