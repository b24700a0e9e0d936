import {adaptiveExperiment} from "../lib/experiments/stationary/adaptiveExperiment.js";

const shared = {momentum: 0, particles: 1, ensembles: 200, steps: 4500, burnIn: 1500};

export default adaptiveExperiment({
  name: "self-made-runs",
  title: "Natural gradient and Adam, each run with the memory of its own gradients",
  source: "finite-rate, Corollaries 6 and 9, Theorem 10",
  seed: 1,
  settings: {
    hessian: [1, 0.2, 0.3],
    noise: [1, 0.5, 0.6],
    start: [0.4, 0, 0.8],
    learningRate: 0.3
  },
  cells: (["natural", "adam"] as const).flatMap(method =>
    ([0, "constant", 0.5] as const).flatMap(noise =>
      [0.3, 0.1, 0.03, 0.01].map(forgetting => ({...shared, method, noise, forgetting}))
    )
  )
});
