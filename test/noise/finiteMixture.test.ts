import fc from "fast-check";
import {expect, test} from "vitest";
import {batchCovariance} from "../../lib/noise/batchCovariance.js";
import {drawMixture, enumerateMixture, mixtureCovariances} from "../../lib/noise/finiteMixture.js";
import {twoPopulations} from "../../lib/noise/twoPopulations.js";
import {uniforms} from "../../lib/random/uniforms.js";

test("formulas and enumeration agree at every level", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0, max: 3, noNaN: true}),
      fc.integer({min: 2, max: 5}),
      fc.integer({min: 1, max: 5}),
      (separation, n, b) => {
        const populations = twoPopulations(separation);
        const batch = Math.min(b, n);
        const exact = mixtureCovariances(populations, n, batch);
        const found = enumerateMixture(populations, n, batch);
        // c = 40 on 3ⁿ ≤ 243 weighted terms with entries up to 5.
        const tolerance = 40 * 243 * Number.EPSILON * exact.unconditional.norm();
        for (const level of ["givenData", "givenPopulation", "unconditional"] as const)
          expect(exact[level].clone().sub(found[level]).norm()).toBeLessThan(tolerance);
      }
    ),
    {numRuns: 20}
  );
});

test("a conditional mean that does not vary leaves two levels equal; b = n leaves one zero", () => {
  const {givenData, givenPopulation, unconditional} = mixtureCovariances(twoPopulations(0), 4, 4);
  expect(unconditional.clone().sub(givenPopulation).norm()).toBeLessThan(1e-15);
  expect(givenData.norm()).toBe(0);
});

test.each(["population", "nothing"] as const)("batches drawn with %s fixed follow", held => {
  const populations = twoPopulations(1);
  const {means} = drawMixture(populations, {
    datasetSize: 6,
    batchSize: 3,
    batches: 20_000,
    held,
    source: uniforms({seed: 3, experiment: "mixture test", cell: held, replicate: 0})
  });
  const {covariance, standardErrors} = batchCovariance({
    values: means,
    batches: 20_000,
    dimension: 2
  });
  const exact =
    held === "nothing"
      ? mixtureCovariances(populations, 6, 3).unconditional
      : mixtureCovariances([{...populations[0], weight: 1}], 6, 3).givenPopulation;
  for (const i of [0, 1])
    for (const j of [0, 1])
      expect(
        Math.abs(covariance.get(i, j) - exact.get(i, j)) / standardErrors.get(i, j)
      ).toBeLessThan(4);
});

test("with the data fixed and b = n nothing varies", () => {
  const {means} = drawMixture(twoPopulations(1), {
    datasetSize: 5,
    batchSize: 5,
    batches: 50,
    held: "data",
    source: uniforms({seed: 3, experiment: "mixture test", cell: "data", replicate: 0})
  });
  for (let k = 1; k < 50; k++) expect(means[2 * k]).toBeCloseTo(means[0], 14);
});

test("names what is out of range", () => {
  const [first] = twoPopulations(1);
  expect(() => mixtureCovariances([first], 4, 2)).toThrow(/weights must sum to 1; got 0.5/);
  expect(() => mixtureCovariances(twoPopulations(1), 4, 5)).toThrow(/batchSize/);
  expect(() => twoPopulations(-1)).toThrow(/separation must lie in \[0, 10\]; got -1/);
});
