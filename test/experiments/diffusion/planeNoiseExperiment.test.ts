import {expect, test} from "vitest";
import {planeNoiseExperiment} from "../../../lib/experiments/diffusion/planeNoiseExperiment.js";
import {rotatedCovariance} from "../../../lib/linalg/rotatedCovariance.js";
import {sgdCovariance} from "../../../lib/stationary/sgdCovariance.js";

const cells = [
  {flat: 0.5, along: 1, across: 0, angle: 30, learningRate: 0.2, updates: 300},
  {flat: 0.8, along: 2, across: 0.5, angle: 70, learningRate: 0.5, updates: 300}
];
const experiment = planeNoiseExperiment({
  name: "plane noise",
  title: "",
  source: "",
  seed: 3,
  replicates: 400,
  cells
});

test("measures the exact covariance, singular noise included", async () => {
  const table = experiment.table(
    await Promise.all(experiment.jobs(1).map(job => experiment.run(job))),
    1
  );
  cells.forEach(({flat, along, across, angle, learningRate}, i) => {
    const S = sgdCovariance({
      hessian: [
        [1, 0],
        [0, flat]
      ],
      noise: rotatedCovariance([along, across], angle),
      learningRate
    });
    const w = [-Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
    const exact = {
      s11: S.get(0, 0),
      s12: S.get(0, 1),
      s22: S.get(1, 1),
      across: w[0] ** 2 * S.get(0, 0) + 2 * w[0] * w[1] * S.get(0, 1) + w[1] ** 2 * S.get(1, 1)
    };
    const column = (name: string) => (table[name] as Float64Array)[i];
    for (const name of ["s11", "s12", "s22"] as const) {
      const z = (column(name) - exact[name] / learningRate) / column(`${name}Error`);
      expect(Math.abs(z)).toBeLessThan(4);
    }
    const z = (column("acrossVariance") - exact.across / learningRate) / column("acrossError");
    expect(Math.abs(z)).toBeLessThan(4);
  });
});
