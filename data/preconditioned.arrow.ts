import {adaptiveExperiment} from "../lib/experiments/stationary/adaptiveExperiment.js";

const shared = {
  method: "fixed" as const,
  forgetting: 1,
  noise: "constant" as const,
  particles: 10,
  ensembles: 480,
  steps: 1100,
  burnIn: 300
};

export default adaptiveExperiment({
  name: "preconditioned",
  title: "Stationary covariance of preconditioned heavy ball in the plane",
  source: "finite-rate, Theorems 3 and 12",
  seed: 1,
  settings: {hessian: [1, 0.2, 0.3], noise: [1, 0.5, 0.6], start: [1, 0, 1], learningRate: 1},
  cells: [
    {name: "identity", entries: [1.2, 0, 1.2] as const},
    // 1.2 K⁻¹, det K = 0.26.
    {name: "Newton", entries: [0.36 / 0.26, -0.24 / 0.26, 1.2 / 0.26] as const},
    {name: "diagonal", entries: [1.2, 0, 4] as const},
    {name: "skew", entries: [0.8, 0.5, 1] as const}
  ].flatMap(preconditioner => [0, 0.6].map(momentum => ({...shared, preconditioner, momentum})))
});
