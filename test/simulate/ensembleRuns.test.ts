import {expect, test} from "vitest";
import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {adaptiveEnsemble} from "../../lib/simulate/adaptiveEnsemble.js";
import {type EnsembleRun, ensembleRuns} from "../../lib/simulate/ensembleRuns.js";

const run = (replicate: number): EnsembleRun => ({
  method: "natural",
  hessian: [1, 0.2, 0.3],
  start: [2, 0.1, 3],
  learningRate: 0.7,
  momentum: 0.2,
  forgetting: 0.4,
  noise: {ratio: 0.5},
  particles: 16,
  address: {seed: 1, experiment: "ensembles", cell: "natural", replicate}
});

test("each run is the ensemble of its own stream, wherever the work is cut", () => {
  const runs = [run(0), run(1)];
  const work = ensembleRuns({runs, steps: 50});
  let cuts = 0;
  let next = work.next();
  for (; !next.done; next = work.next()) cuts++;
  expect(cuts).toBe(4);
  const tracks = next.value;
  for (const [k, {address, ...options}] of runs.entries()) {
    const alone = adaptiveEnsemble({...options, next: gaussianStream(streamState(address))});
    expect(tracks[k].moments[0]).toEqual(alone.secondMoment());
    for (let t = 1; t <= 50; t++) {
      alone.advance();
      expect(tracks[k].moments[t]).toEqual(alone.secondMoment());
    }
    expect(tracks[k].states).toEqual(alone.states);
  }
  expect(tracks[0].states).not.toEqual(tracks[1].states);
});

test("a negative number of steps is refused", () => {
  expect(() => ensembleRuns({runs: [run(0)], steps: -1}).next()).toThrow(
    /steps must be an integer/
  );
});
