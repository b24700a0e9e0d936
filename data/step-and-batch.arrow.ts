import {drivenRecursionExperiment} from "../lib/experiments/diffusion/drivenRecursionExperiment.js";

const cells = (
  drive: "white" | "skewed" | "decaying" | "finite" | "ordered" | "clustered" | "runs" | "growing",
  pairs: readonly (readonly [number, number])[],
  updates: number
) => pairs.map(([knob, step]) => ({drive, knob, step, updates}));

export default drivenRecursionExperiment({
  name: "step-and-batch",
  title: "Stationary variance where rate, batch or samples leave the assumptions",
  source: "notes, section 2.3, η constant and small, B ≪ n, i.i.d. samples, constant covariance",
  seed: 234,
  replicates: 400,
  cells: [
    ...cells(
      "white",
      [
        [0, 0.05],
        [0, 0.25],
        [0, 0.5],
        [0, 1],
        [0, 1.5],
        [0, 1.8],
        [0, 1.95]
      ],
      2000
    ),
    ...cells(
      "decaying",
      [
        [0.75, 0.05],
        [1, 0.05],
        [1.5, 0.05],
        [2, 0.05],
        [4, 0.05],
        [8, 0.05]
      ],
      8000
    ),
    ...cells(
      "finite",
      [
        [0.03125, 0.2],
        [0.125, 0.2],
        [0.25, 0.2],
        [0.5, 0.2],
        [0.75, 0.2],
        [0.90625, 0.2]
      ],
      1000
    ),
    ...cells(
      "ordered",
      [
        [0, 0.2],
        [0.3, 0.2],
        [0.6, 0.2],
        [0.8, 0.2],
        [0.9, 0.2]
      ],
      1000
    ),
    ...cells(
      "clustered",
      [
        [2, 0.2],
        [8, 0.2],
        [32, 0.2],
        [1024, 0.2]
      ],
      1000
    ),
    ...cells(
      "runs",
      [
        [2, 0.2],
        [4, 0.2],
        [8, 0.2],
        [16, 0.2]
      ],
      1000
    ),
    ...cells(
      "growing",
      [
        [0, 0.1],
        [0.1, 0.1],
        [0.2, 0.1],
        [0.3, 0.1]
      ],
      6000
    )
  ]
});
