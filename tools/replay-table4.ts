import {fisherPlateau} from "../lib/experiments/stationary/fisherPlateau.js";
import {NumpyKernel} from "../lib/random/numpy/kernel.js";
import {readCommand} from "./readCommand.js";

readCommand(
  `npx tsx tools/replay-table4.ts
  prints Tables 4 and 5 of the Fisher paper from its own random numbers`,
  {options: {}}
);

const start = performance.now();
const seconds = () => `${((performance.now() - start) / 1000).toFixed(2)} s`;
const kernel = await NumpyKernel.create();

console.log("Fisher paper, Table 4, with its own random numbers, in units of 1e-4");
for (const {horizon, anisotropic, isotropic} of fisherPlateau(kernel, {decayingHorizon: 600})) {
  if (horizon === 600) {
    const scaled = [anisotropic, isotropic].map(risk => (64 * horizon * risk).toFixed(3));
    console.log(`Table 5, N = ${64 * horizon}: N·Risk ${scaled.join(" / ")} (${seconds()})`);
  } else {
    const scaled = [anisotropic, isotropic].map(risk => (1e4 * risk).toFixed(3));
    console.log(`T = ${String(horizon).padStart(5)}: ${scaled.join(" / ")} (${seconds()})`);
  }
}
