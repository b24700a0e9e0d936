import {adaptiveExperiment} from "../lib/experiments/stationary/adaptiveExperiment.js";

const particles = 4000;

export default adaptiveExperiment({
  name: "self-made-ensembles",
  title: "Natural gradient and Adam in ensembles that share one preconditioner",
  source: "finite-rate, Corollary 6 and Theorem 10",
  seed: 1,
  settings: {hessian: [1, 0.2, 0.3], noise: [1, 0.5, 0.6], start: [1.2, 0, 2.5], learningRate: 1},
  cells: [0.25, 0.5, 0.9, 1.5].flatMap(noise =>
    [
      {forgetting: 1, particles, ensembles: 12, steps: 110, burnIn: 50},
      {forgetting: 0.5, particles, ensembles: 12, steps: 110, burnIn: 50},
      // A long memory is long in settling: |z|ᵗ = (1−ρ)^½ᵗ.
      {forgetting: 0.1, particles, ensembles: 8, steps: 240, burnIn: 180}
    ].flatMap(shared => [
      {...shared, method: "natural" as const, momentum: 0, noise},
      {...shared, method: "natural" as const, momentum: 0.6, noise},
      {...shared, method: "adam" as const, momentum: 0, noise}
    ])
  )
});
