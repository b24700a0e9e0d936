import {expect, test} from "vitest";
import {noiseReport} from "../../lib/workbench/noiseReport.js";
import type {NoiseReport} from "../../lib/workbench/types.js";
import {uniformSource} from "../statistics/uniformSource.js";

/** Fifty normal rows of two parameters about a mean, with a curvature and a run at batch size b. */
function reportOf(mean: number, b: number, seed: number): NoiseReport {
  const source = uniformSource(seed);
  const data = Array.from({length: 100}, () => mean + source.normal());
  return noiseReport(
    {rows: 50, columns: 2, data},
    {
      rows: "per-sample",
      population: "sample",
      hessian: [1, 1],
      run: {learningRate: 0.1, batchSize: b}
    }
  );
}

/** The first report of many seeds whose noise scale is as wanted. */
function found(
  mean: number,
  b: number,
  isWanted: (scale: NoiseReport["noiseScale"]) => boolean
): NoiseReport {
  for (let seed = 1; seed < 400; seed++) {
    const report = reportOf(mean, b, seed);
    if (isWanted(report.noiseScale)) return report;
  }
  throw new Error("no seed has such a noise scale");
}

test.each<[string, number, number, (scale: NoiseReport["noiseScale"]) => boolean, RegExp]>([
  [
    "no upper end, b below the lower one",
    0.2,
    1,
    s => s.value !== null && s.high === null && (s.low as number) > 1,
    /^b = 1 is at most 0\.\d+ of the critical batch, which is above [\d.]+, perhaps \d+, but the upper end is not known: about \d+ rows would show it; /
  ],
  [
    "no upper end, b above the lower one",
    0.2,
    1000,
    s => s.value !== null && s.high === null && (s.low as number) > 1,
    /^b = 1000 may be on either side of the critical batch, which is above [\d.]+, perhaps \d+, but the upper end is not known: /
  ],
  [
    "no value",
    0.02,
    2,
    s => s.value === null && (s.low as number) > 2,
    /^b = 2 is at most 0\.\d+ of the critical batch, which is above [\d.]+; the mean gradient is lost in the noise, and these rows cannot say how far above; /
  ],
  [
    "both ends",
    2,
    4,
    s => s.high !== null,
    /^b = 4 is [\d.]+ of the critical batch 0\.\d+ \(0\.\d+ to 0\.\d+\); /
  ]
])("the sentence says where b stands with %s", (_, mean, b, isWanted, words) => {
  const {sentence} = found(mean, b, isWanted);
  expect(sentence).toMatch(words);
});

test("a critical batch with neither end is not said to be above zero", () => {
  const data = [1, 2, 3, 4, 5, 7];
  const {sentence, noiseScale} = noiseReport(
    {rows: 3, columns: 2, data},
    {rows: "per-sample", population: "sample"}
  );
  expect([noiseScale.low, noiseScale.high]).toEqual([0, null]);
  expect(sentence).toMatch(
    /^The critical batch is perhaps [\d.]+, but neither end of the interval is known: about \d+ rows would show it; /
  );
});
