import {expect, it} from "vitest";
import {decayingStepsExperiment} from "../../../lib/experiments/budgets/decayingStepsExperiment.js";
import {fisherTenDimensional} from "../../../lib/problems/fisherTenDimensional.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const groupSize = 4000;
const eta0 = 0.02;
const {curvatures, batchSize, noise} = fisherTenDimensional();

it("has after one step the moments of η₀ times the noise, to the fourth", async () => {
  const rows = await runInProcess(
    decayingStepsExperiment({
      ...head,
      replicates: 2 * groupSize,
      settings: {noise: ["anisotropic", "isotropic"], eta0, offset: 1, T: [1, 3], groupSize}
    })
  );
  expect(Object.keys(rows[0])).toEqual(["noise", "steps", "k", "g", "mean", "square"]);
  expect(rows.map(row => `${row["noise"]} ${row["steps"]} ${row["k"]} ${row["g"]}`)).toEqual(
    ["anisotropic 1", "anisotropic 3", "isotropic 1", "isotropic 3"].flatMap(cell =>
      Array.from({length: 22}, (_, i) => `${cell} ${Math.floor(i / 2)} ${i % 2}`)
    )
  );
  const of = (name: string, steps: number, k: number) =>
    rows
      .filter(row => row["noise"] === name && row["steps"] === steps && row["k"] === k)
      .map(numbersOf);
  const sum = (values: readonly number[]) => values.reduce((s, x) => s + x, 0);

  for (const name of ["anisotropic", "isotropic"] as const) {
    const G = noise[name];
    const unit = eta0 ** 2 / batchSize;
    const risk = unit * sum(curvatures.map((h, i) => h * G[i][i]));
    // Var θᵀHθ = 2 tr (HΣ)² of normal numbers.
    const variance =
      2 *
      unit ** 2 *
      sum(curvatures.map((h, i) => sum(curvatures.map((g, j) => h * g * G[i][j] ** 2))));
    for (const row of of(name, 1, 0)) {
      expectNear(row["mean"], risk, Math.sqrt(variance / groupSize));
      // Were H of rank one, so that nothing averages, Var z⁴ = 96 and E z⁴ = 3.
      expectNear(row["square"] / (risk ** 2 + variance), 1, Math.sqrt(96 / groupSize) / 3);
    }
    for (let k = 1; k <= 10; k++)
      for (const steps of [1, 3])
        for (const row of of(name, steps, k)) {
          // For a normal z, E z⁴ = 3 (E z²)²; their ratio varies as z⁴ − 6z² does, whose variance is 24.
          const apart = row["square"] / row["mean"] ** 2;
          expectNear(apart, 3, Math.sqrt(24 / groupSize));
        }
    const eigenvalues = Array.from({length: 10}, (_, k) => of(name, 1, k + 1)[0]["mean"] / unit);
    expectNear(sum(eigenvalues) / sum(G.map((row, i) => row[i])), 1, Math.sqrt(2 / groupSize));
    if (name === "isotropic") continue;
    // By the powers of G.
    let v = G.map(() => 1);
    let largest = 0;
    for (let step = 0; step < 500; step++) {
      v = G.map(row => sum(row.map((x, j) => x * v[j])));
      largest = Math.hypot(...v);
      v = v.map(x => x / largest);
    }
    expectNear(eigenvalues[0] / largest, 1, Math.sqrt(2 / groupSize));
    expect([...eigenvalues].sort((a, b) => b - a)).toEqual(eigenvalues);
  }
});
