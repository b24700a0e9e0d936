import {expect, it} from "vitest";
import {replayExperiment} from "../../../lib/experiments/stationary/replayExperiment.js";
import {head, runInProcess} from "../runInProcess.js";

const spec = {
  ...head,
  settings: {T: [300, 800], decayingT: 600},
  printed: {anisotropic: [0.1, 0.2], isotropic: [0.3, 0.4]}
};

it("rows lie beside what is printed, and a smaller scale leaves the last ones out", async () => {
  const experiment = replayExperiment(spec);
  const rows = await runInProcess(experiment, 0.3);
  expect(rows.map(({experiment: e, T, noise, printed}) => [e, T, noise, printed])).toEqual([
    [4, 300, "anisotropic", 0.1],
    [4, 300, "isotropic", 0.3]
  ]);
  // What the paper prints for T = 300, to its last digit.
  expect(rows.map(({risk}) => Number(risk).toExponential(2))).toEqual(["8.55e-4", "8.60e-4"]);
  expect(experiment.jobs(1)[0]).toEqual({horizons: [300, 800], decaying: true});
  expect(() => experiment.vary({T: "10"})).toThrow("its random numbers are the paper's");
});
