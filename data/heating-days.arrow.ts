import csv from "@observablehq/sample-datasets/weather.csv";
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
import {heatingDays} from "../lib/sampling/heating.js";

const days = heatingDays(csv, ["Seattle", "New York"]);

export default tableExperiment({
  name: "heating-days",
  title: "Degrees below 18 °C in two cities, day by day",
  source: "Readings of NOAA, from Observable's sample data",
  spec: {days: days.length},
  columns: () => ({
    seattle: Float64Array.from(days, ([first]) => first),
    newYork: Float64Array.from(days, ([, second]) => second)
  })
});
