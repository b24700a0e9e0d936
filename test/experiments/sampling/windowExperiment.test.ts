import {expect, it} from "vitest";
import {windowExperiment} from "../../../lib/experiments/sampling/windowExperiment.js";
import {transactionsOf} from "../../../lib/sampling/transactions.js";
import {flights as read} from "../../sampling/data.js";
import {head, runInProcess} from "../runInProcess.js";

const flights = read("flights-5k.json");

const few = flights.slice(0, 600);

it("is online logistic regression in windows, its loss told before each flight is seen", async () => {
  const settings = {b: [1, 7], temperatures: [0.01]};
  const rows = await runInProcess(windowExperiment({...head, replicates: 2, settings}, few));
  const {optimum} = transactionsOf(few);
  // The same features, from the flights alone.
  const standard = (x: number[]) => {
    const mean = x.reduce((sum, a) => sum + a / x.length, 0);
    const spread = Math.sqrt(x.reduce((sum, a) => sum + (a - mean) ** 2 / (x.length - 1), 0));
    return x.map(a => (a - mean) / spread);
  };
  const hour = standard(
    few.map(({date}) => Number(date.slice(11, 13)) + Number(date.slice(14, 16)) / 60)
  );
  const columns = [
    few.map(() => 1),
    standard(hour),
    standard(hour.map(x => x * x)),
    standard(few.map(({distance}) => distance))
  ];
  const y = few.map(({delay}) => (delay >= 15 ? 1 : 0));
  const score = (i: number, w: readonly number[]) =>
    w.reduce((s, a, j) => s + a * columns[j][i], 0);
  const loss = (i: number, w: readonly number[]) =>
    Math.log1p(Math.exp(score(i, w))) - y[i] * score(i, w);
  for (const b of settings.b) {
    let w = [...optimum];
    let total = 0;
    let sum = [0, 0, 0, 0];
    for (let i = 0; i < 600; i++) {
      if (i >= 300) total += loss(i, w) - loss(i, optimum);
      const miss = 1 / (1 + Math.exp(-score(i, w))) - y[i];
      sum = sum.map((s, j) => s + miss * columns[j][i]);
      if ((i + 1) % b) continue;
      w = w.map((a, j) => a - 0.01 * sum[j]);
      sum = [0, 0, 0, 0];
    }
    const row = rows.find(each => each["order"] === "in order" && each["b"] === b);
    expect(row?.["excess"]).toBeCloseTo(total / 300, 10);
  }
  // Where flights are shuffled, the mean over shuffles is near the law of the quadratic.
  expect(rows.filter(row => row["order"] === "shuffled")).toHaveLength(2);
  for (const row of rows) expect(Number(row["predicted"])).toBeGreaterThan(0);
});
