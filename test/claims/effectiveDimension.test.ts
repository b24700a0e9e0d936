import {expect, test} from "vitest";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";

/** Mean and standard error of Tr Ĝ/λmax(Ĝ) over 4 000 samples of eight normal gradients. */
function estimated(variances: readonly [number, number]) {
  const [m, samples] = [8, 4000];
  const {next} = normals(
    uniforms({seed: 1, experiment: "d_eff", cell: variances.join(), replicate: 0})
  );
  let [sum, squares] = [0, 0];
  for (let k = 0; k < samples; k++) {
    const rows = Array.from({length: m}, () => variances.map(v => Math.sqrt(v) * next()));
    const mean = variances.map((_, i) => rows.reduce((s, row) => s + row[i], 0) / m);
    const G = variances.map((_, i) =>
      variances.map((__, j) =>
        rows.reduce((s, row) => s + ((row[i] - mean[i]) * (row[j] - mean[j])) / (m - 1), 0)
      )
    );
    const value = effectiveDimension(G);
    sum += value;
    squares += value * value;
  }
  const mean = sum / samples;
  return {mean, error: Math.sqrt((squares / samples - mean ** 2) / samples)};
}

test("the plug-in effective dimension errs to either side", () => {
  const equal = estimated([1, 1]);
  expect(equal.mean + 5 * equal.error).toBeLessThan(2);
  const far = estimated([1, 0.01]);
  expect(far.mean - 5 * far.error).toBeGreaterThan(1.01);
});
