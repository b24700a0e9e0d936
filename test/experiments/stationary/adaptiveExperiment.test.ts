import {describe, expect, it} from "vitest";
import {adaptiveExperiment} from "../../../lib/experiments/stationary/adaptiveExperiment.js";
import {gaussianStream} from "../../../lib/random/gaussianStream.js";
import {streamState} from "../../../lib/random/stream.js";
import {adaptiveEnsemble} from "../../../lib/simulate/adaptiveEnsemble.js";
import {preconditionedCovariance} from "../../../lib/stationary/preconditionedCovariance.js";

const cell = {
  method: "fixed" as const,
  preconditioner: {name: "skew", entries: [0.8, 0.5, 1] as const},
  momentum: 0.4,
  forgetting: 1,
  noise: "constant" as const,
  particles: 8,
  ensembles: 420,
  steps: 260,
  burnIn: 100
};
const experiment = adaptiveExperiment({
  name: "adaptive: test",
  title: "test",
  source: "none",
  seed: 3,
  settings: {hessian: [1, 0.2, 0.3], noise: [1, 0.5, 0.6], start: [1, 0, 1], learningRate: 1},
  cells: [cell]
});

describe("adaptiveExperiment", () => {
  it("finds the covariance of theorem 3 with a fixed preconditioner, |z| ≤ 4 from 420 ensembles", async () => {
    const results = await Promise.all(experiment.jobs(1).map(job => experiment.run(job)));
    const table = experiment.table(results, 1);
    const exact = preconditionedCovariance({
      hessian: [
        [1, 0.2],
        [0.2, 0.3]
      ],
      noise: [
        [1, 0.5],
        [0.5, 0.6]
      ],
      preconditioner: [
        [0.8, 0.5],
        [0.5, 1]
      ],
      momentum: 0.4
    });
    for (const [column, i, j] of [
      ["s11", 0, 0],
      ["s12", 0, 1],
      ["s22", 1, 1]
    ] as const)
      expect(
        Math.abs((Number(table[column][0]) - exact.get(i, j)) / Number(table[`${column}Error`][0]))
      ).toBeLessThanOrEqual(4);
    expect(Number(table["loss"][0])).toBeCloseTo(
      (Number(table["s11"][0]) + 0.4 * Number(table["s12"][0]) + 0.3 * Number(table["s22"][0])) / 2,
      10
    );
  });

  it("takes fewer ensembles at a smaller scale, and no fewer than two", () => {
    expect(experiment.jobs(0.1)[0].ensembles).toBe(42);
    expect(experiment.jobs(0.001)[0]).toMatchObject({ensembles: 2, particles: 8});
    expect(experiment.vary({learningRate: "0.5"}).spec["learningRate"]).toBe(0.5);
  });
});

describe("adaptiveEnsemble", () => {
  const options = {
    hessian: [1, 0.2, 0.3] as const,
    start: [1, 0, 1] as const,
    learningRate: 0.5,
    momentum: 0,
    forgetting: 1,
    particles: 6
  };
  const next = () =>
    gaussianStream(streamState({seed: 1, experiment: "e", cell: "c", replicate: 0}));

  it("bounces a single noiseless iterate of Adam by λ along its own gradient", () => {
    // J = gg' alone is singular: with memory it is not, and the first step has length below λ√(1/ρ).
    const ensemble = adaptiveEnsemble({
      ...options,
      method: "adam",
      forgetting: 0.5,
      particles: 1,
      noise: {ratio: 0},
      next: next()
    });
    const before = Float64Array.from(ensemble.states);
    ensemble.advance();
    const move = Math.hypot(ensemble.states[0] - before[0], ensemble.states[1] - before[1]);
    expect(move).toBeLessThan(0.5 * Math.SQRT2);
    expect(move).toBeGreaterThan(0);
  });

  it("refuses the method fixed without a preconditioner", () => {
    const ensemble = adaptiveEnsemble({
      ...options,
      method: "fixed",
      noise: {ratio: 1},
      next: next()
    });
    expect(() => ensemble.advance()).toThrow(/preconditioner/);
  });
});
