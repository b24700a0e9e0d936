import {drivenRecursionExperiment} from "../lib/experiments/diffusion/drivenRecursionExperiment.js";

const cells = (
  drive: "autoregressive" | "fractional" | "reshuffled" | "momentum",
  pairs: readonly (readonly [number, number])[],
  updates: number
) => pairs.map(([knob, step]) => ({drive, knob, step, updates}));

export default drivenRecursionExperiment({
  name: "noise-memory",
  title: "Stationary variance under noise with a memory",
  source: "notes, section 2.3, no auto-correlation and no momentum",
  seed: 236,
  replicates: 400,
  cells: [
    ...cells(
      "autoregressive",
      [
        [-0.9, 0.1],
        [-0.6, 0.1],
        [-0.3, 0.1],
        [0, 0.1],
        [0.3, 0.1],
        [0.6, 0.1],
        [0.9, 0.1]
      ],
      4000
    ),
    ...cells(
      "fractional",
      [
        [0.1, 0.02],
        [0.3, 0.02],
        [0.5, 0.02],
        [0.7, 0.02],
        [0.9, 0.02],
        [0.7, 0.08],
        [0.9, 0.08],
        [0.7, 0.32],
        [0.9, 0.32]
      ],
      3400
    ),
    ...cells(
      "reshuffled",
      [
        [100, 0.001],
        [100, 0.003],
        [100, 0.01],
        [100, 0.03],
        [100, 0.1],
        [100, 0.3],
        [100, 0.6]
      ],
      8000
    ),
    ...cells(
      "momentum",
      [
        [0, 0.02],
        [0.5, 0.02],
        [0.8, 0.02],
        [0.9, 0.02],
        [0.95, 0.02],
        [0.9, 0.5],
        [0.9, 2]
      ],
      8000
    )
  ]
});
