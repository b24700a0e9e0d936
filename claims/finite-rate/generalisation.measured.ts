import {descend, flow} from "../../lib/problems/trainingRun.js";
import {wideNetwork} from "../../lib/problems/wideNetwork.js";
import type {Training} from "../cases/escape.js";

/** Deviations of the test error from the flow's at η and η/2, over one another. */
export const halved = ({hidden, time, rate, ...task}: Training) => {
  const network = wideNetwork(hidden);
  const start = Float64Array.from({length: 3 * hidden}, (_, j) => 1.3 * Math.cos(2.4 * j + 0.3));
  const limit = flow(network, start, task, {time, steps: 400}).test;
  const deviation = (learningRate: number) =>
    descend(network, start, task, {learningRate, time}).test - limit;
  return deviation(rate) / deviation(rate / 2);
};
