import {descend, flow} from "../../lib/problems/trainingRun.js";
import {wideNetwork} from "../../lib/problems/wideNetwork.js";
import {training} from "../cases/escape.js";
import type {Numbers} from "../ledger/claim.js";

/** Deviations of the test error from the flow's at η and η/2, over one another. */
export const halved = (): Numbers => {
  const {hidden, time, rate, inputs, targets, testInputs, testTargets} = training;
  const network = wideNetwork(hidden);
  const start = Float64Array.from({length: 3 * hidden}, (_, j) => 1.3 * Math.cos(2.4 * j + 0.3));
  const task = {inputs, targets, testInputs, testTargets};
  const limit = flow(network, start, task, {time, steps: 400}).test;
  const deviation = (learningRate: number) =>
    descend(network, start, task, {learningRate, time}).test - limit;
  return {"δ(η)/δ(½η)": [deviation(rate) / deviation(rate / 2)]};
};
