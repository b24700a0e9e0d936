import {drivenRecursionExperiment} from "../lib/experiments/diffusion/drivenRecursionExperiment.js";

const stiff = 0.5;
const flat = 0.002;

export default drivenRecursionExperiment({
  name: "assumption-effects",
  title: "One assumption dropped at a time, at the reference setting",
  source: "notes, sections 2.3 and 2.4",
  seed: 240,
  replicates: 400,
  cells: [
    {drive: "white", knob: 0, step: stiff, updates: 8000},
    {drive: "skewed", knob: 0, step: stiff, updates: 8000},
    {drive: "batch128", knob: 50_000, step: stiff, updates: 1000},
    {drive: "growing", knob: stiff / 128, step: stiff, updates: 8000},
    {drive: "clustered", knob: 50_000 / 8, step: stiff, updates: 4000},
    {drive: "runs", knob: 8, step: stiff, updates: 8000},
    {drive: "momentum", knob: 0.9, step: flat, updates: 20_000},
    {drive: "reshuffled", knob: 390, step: flat, updates: 23_400},
    {drive: "decaying", knob: 20, step: flat, updates: 40_000}
  ]
});
