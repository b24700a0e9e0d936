import {expect, test} from "vitest";
import {reusedRisk} from "../../lib/budgets/reusedRisk.js";

const one = {curvatures: [0.7], variances: [1], weights: [2], learningRate: () => 0.4};

test("is the mean over every data set of two tosses and every choice of single samples", () => {
  const steps = 3;
  let sum = 0;
  for (let tosses = 0; tosses < 4; tosses++)
    for (let picks = 0; picks < 8; picks++) {
      let theta = 0;
      for (let t = 0; t < steps; t++) {
        const sample = (tosses >> ((picks >> t) & 1)) & 1 ? 1 : -1;
        theta -= 0.4 * (0.7 * theta + sample);
      }
      sum += (2 * theta ** 2) / 32;
    }
  expect(reusedRisk({...one, batchSize: 1, samples: 2, steps})).toBeCloseTo(sum, 14);
});

test("tends to the risk of the data's minimum, and forgets nothing more", () => {
  const far = {...one, batchSize: 4, samples: 4, steps: 400};
  expect(reusedRisk(far)).toBeCloseTo(2 / (0.7 ** 2 * 4), 12);
});

test("names what is out of range", () => {
  expect(() => reusedRisk({...one, batchSize: 5, samples: 4, steps: 1})).toThrow(
    /batchSize must be an integer in \[1, 4\]; got 5/
  );
});
