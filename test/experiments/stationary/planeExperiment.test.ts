import {expect, it} from "vitest";
import {planeExperiment} from "../../../lib/experiments/stationary/planeExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const replicates = 4000;
const eta = 1.6;
const batchSize = 10;
const settings = {batchSize, size: 50, learningRates: [eta], steps: 80};

it("counts what the two ellipses hold, and halves each coordinate", async () => {
  const curvatures = [1, 0.25];
  const rows = await runInProcess(
    planeExperiment({
      ...head,
      replicates,
      settings: {...settings, curvatures, noises: ["white", "hessian"]}
    })
  );
  expect(rows.map(({noise, coordinate}) => `${noise} ${coordinate}`)).toEqual([
    "white 1",
    "white 2",
    "hessian 1",
    "hessian 2"
  ]);
  expect(Object.keys(rows[0])).toEqual([
    "noise",
    "learningRate",
    "coordinate",
    "curvature",
    "exact",
    "continuous",
    "variance",
    "standardError",
    "middle",
    "insideExact",
    "insideContinuous",
    "replicates"
  ]);
  // How much longer than its continuous limit the law is along an axis, squared: 2/(2 − ηh).
  const longer = curvatures.map(h => 2 / (2 - eta * h));
  // Of directions, all alike in the exact law, each is left by e^(−r²/2) at its distance r.
  const turns = Array.from({length: 1000}, (_, k) => (2 * Math.PI * k) / 1000);
  const outside = turns.reduce((sum, turn) => {
    const square = longer[0] * Math.cos(turn) ** 2 + longer[1] * Math.sin(turn) ** 2;
    return sum + Math.exp(-9 / square / 2) / turns.length;
  }, 0);
  const shares = {insideExact: 1 - Math.exp(-9 / 2), insideContinuous: 1 - outside};
  for (const [k, row] of rows.map(numbersOf).entries()) {
    const h = curvatures[k % 2];
    const c = k < 2 ? 1 : h / batchSize;
    expect(row["curvature"]).toBe(h);
    expect(row["exact"]).toBeCloseTo((eta * c) / h / (2 - eta * h), 12);
    expect(row["continuous"]).toBeCloseTo((eta * c) / h / 2, 12);
    for (const name of ["insideExact", "insideContinuous"] as const) {
      const share = shares[name];
      expectNear(row[name] / replicates, share, Math.sqrt((share * (1 - share)) / replicates));
    }
    const deviation = Math.sqrt((eta * c) / h / (2 - eta * h));
    // The quartile of a normal law, whose density there is 0.3178: |θ| has twice that at its median.
    expectNear(row["middle"] / deviation, 0.67449, 0.5 / 0.63555 / Math.sqrt(replicates));
    expectNear(row["variance"], deviation ** 2, row["standardError"]);
    expectNear(row["standardError"] / deviation ** 2, Math.sqrt(2 / replicates), 0.001);
    expect(row["replicates"]).toBe(replicates);
  }
});

it("takes the printed ellipse, C = H/b, for batches as well", async () => {
  const experiment = planeExperiment({
    ...head,
    replicates: 100,
    settings: {...settings, curvatures: [0.5], noises: ["fresh", "without"]}
  });
  for (const row of await runInProcess(experiment))
    expect(row["exact"]).toBeCloseTo(eta / batchSize / (2 - eta * 0.5), 12);
});
