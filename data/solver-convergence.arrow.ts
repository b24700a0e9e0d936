import {solverConvergenceExperiment} from "../lib/experiments/diffusion/solverConvergenceExperiment.js";

export default solverConvergenceExperiment({
  name: "solver-convergence",
  title: "Errors of the Fokker–Planck solver on grids that are refined",
  source: "notes, equation (24)",
  seed: 24
});
