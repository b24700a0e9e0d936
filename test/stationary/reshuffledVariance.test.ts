import {expect, test} from "vitest";
import {reshuffledVariance} from "../../lib/stationary/reshuffledVariance.js";

/** All orders of the list. */
function orders(list: number[]): number[][] {
  if (list.length < 2) return [list];
  return list.flatMap((x, i) => orders(list.filter((_, k) => k !== i)).map(rest => [x, ...rest]));
}

test("is the fixed point of an epoch, averaged over every order of its batches", () => {
  const batches = [1.5, -0.5, 0.25, -1.25];
  const noise = batches.reduce((sum, x) => sum + x * x, 0) / 4;
  for (const learningRate of [0.05, 0.4, 1.3]) {
    const {within, atEnd, average} = reshuffledVariance({
      curvature: 1,
      learningRate,
      noise,
      batches: 4
    });
    const all = orders(batches);
    const after = [0, 0, 0, 0];
    for (const order of all) {
      let kicked = 0;
      order.forEach((xi, j) => {
        kicked = (1 - learningRate) * kicked + learningRate * xi;
        after[j] += kicked ** 2 / all.length;
      });
    }
    after.forEach((kicks, j) => {
      expect(within[j]).toBeCloseTo((1 - learningRate) ** (2 * j + 2) * atEnd + kicks, 13);
    });
    expect(within[3]).toBeCloseTo(atEnd, 13);
    expect(average).toBeCloseTo(within.reduce((a, b) => a + b) / 4, 13);
  }
});

test("tends to x/3 and x²/12 of white noise's for flat directions", () => {
  const [m, learningRate] = [400, 1e-5];
  const {average, atEnd} = reshuffledVariance({curvature: 1, learningRate, noise: 1, batches: m});
  const white = learningRate / 2;
  expect(average / white / ((learningRate * m) / 3)).toBeCloseTo(1, 2);
  expect(atEnd / white / ((learningRate * m) ** 2 / 12)).toBeCloseTo(1, 2);
});

test("refuses an epoch of one batch", () => {
  const call = () => reshuffledVariance({curvature: 1, learningRate: 0.1, noise: 1, batches: 1});
  expect(call).toThrow("batches must be an integer ≥ 2; got 1");
});
