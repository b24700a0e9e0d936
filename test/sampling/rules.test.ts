import {describe, expect, test} from "vitest";
import {uniforms} from "../../lib/random/uniforms.js";
import {advice} from "../../lib/sampling/advice.js";
import {pilot} from "../../lib/sampling/pilot.js";
import {type RuleName, rules} from "../../lib/sampling/rules.js";
import {runPlan} from "../../lib/sampling/runPlan.js";
import {searchBest} from "../../lib/sampling/searchBest.js";
import {quadraticSamples as problem} from "./quadraticSamples.js";

const streamOf = (cell: string, replicate = 0) =>
  uniforms({seed: 1, experiment: "rules test", cell, replicate});

const given = (budget: number, replicate = 0) => ({
  budget,
  pilotShare: 0.1,
  spacing: 0.1,
  rounds: 3,
  stream: (name: string) => streamOf(name, replicate)
});

function meanRisk(
  plan: Parameters<typeof runPlan>[2],
  budget: number,
  {replicates, of}: {replicates: number; of: "last" | "averaged"}
) {
  const risks = Array.from({length: replicates}, (_, r) =>
    problem.excess(runPlan(problem, problem.open(streamOf("run", r)), plan, budget)[of])
  );
  const mean = risks.reduce((a, b) => a + b) / replicates;
  const squares = risks.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return {mean, error: Math.sqrt(squares / (replicates * (replicates - 1)))};
}

const initial = [...problem.start];

// z of a mean over 600 runs.
test.each([64, 300, 1000])("what the theory promises for %i calls is what runs have", calls => {
  const promised = advice({hessian: problem.hessian, noise: problem.noise, initial, calls});
  const of = promised.averaged ? "averaged" : "last";
  const found = meanRisk(promised, calls, {replicates: 600, of});
  expect(Math.abs(found.mean - promised.risk) / found.error).toBeLessThan(4);
  const best = searchBest(problem, {
    batchSizes: [1, 4, 16],
    halvings: 8,
    replicates: 40,
    budget: calls,
    stream: replicate => streamOf("search", replicate)
  });
  const searched = meanRisk(best, calls, {replicates: 600, of: best.returns!});
  expect(promised.risk).toBeLessThan(searched.mean * 1.05 + 4 * searched.error);
});

test("a pilot of many calls finds H, G and the way to the optimum, and says what it cost", () => {
  const found = pilot(problem, {
    calls: 200_000,
    spacing: 0.1,
    rounds: 2,
    stream: round => streamOf(`round ${round}`)
  });
  expect(found.calls).toBe(200_000);
  for (const i of [0, 1]) {
    expect(found.initial[i]).toBeCloseTo(initial[i], 1);
    for (const j of [0, 1]) {
      expect(found.hessian[i][j]).toBeCloseTo(problem.hessian[i][j], 10);
      expect(Math.abs(found.noise[i][j] - problem.noise[i][j])).toBeLessThan(0.06);
    }
  }
});

describe("no rule makes more calls than it has", () => {
  test.each(Object.keys(rules) as RuleName[])("%s", name => {
    const budget = 1000;
    const plan = rules[name](problem, given(budget));
    expect(plan.spent).toBeLessThanOrEqual(budget * 0.1);
    let drawn = 0;
    const oracle = problem.open(streamOf("run"));
    const counted = {
      gradients: (theta: Float64Array, count: number, out: Float64Array) => {
        drawn += count;
        oracle.gradients(theta, count, out);
      }
    };
    const run = runPlan(problem, counted, plan, budget - plan.spent);
    expect(run.calls).toBe(drawn);
    expect(drawn).toBeLessThanOrEqual(budget - plan.spent);
    expect(drawn).toBeGreaterThan((budget - plan.spent) * 0.75);
    expect(problem.excess(run.last)).toBeLessThan(problem.excess(Float64Array.from(initial)));
  });
});

test("the best found is within 3 % of the best constant batch and rate that there is", () => {
  const calls = 300;
  const best = searchBest(problem, {
    batchSizes: [1, 4, 16],
    halvings: 8,
    replicates: 200,
    budget: calls,
    stream: replicate => streamOf("search", replicate)
  });
  // The least over rates, 40 to an octave, of the two risks, both exact on a quadratic.
  const least = Math.min(
    ...[1, 4, 16].flatMap(b =>
      Array.from({length: 280}, (_, k) => promisedRisk(b, calls, 2 * 2 ** (-(k + 1) / 40)))
    )
  );
  expect(promisedRisk(best.batchSize, calls, best.learningRate) / least).toBeLessThan(1.03);
});

/** ½ E θᵀHθ of the last iterate or of the second half's mean, whichever is less, by the recursion of both. */
function promisedRisk(b: number, calls: number, rate: number): number {
  const steps = Math.floor(calls / b);
  let [last, averaged] = [0, 0];
  // H is diagonal, and only variances enter: each axis by itself.
  for (const [j, h] of [1, 0.2].entries()) {
    const a = 1 - rate * h;
    let [mean, variance, withSum, sumMean, sumVariance, count] = [initial[j], 0, 0, 0, 0, 0];
    for (let t = 0; t < steps; t++) {
      mean *= a;
      variance = a * a * variance + (rate * rate * problem.noise[j][j]) / b;
      withSum *= a;
      if (2 * t * b < calls) continue;
      sumVariance += variance + 2 * withSum;
      withSum += variance;
      sumMean += mean;
      count++;
    }
    last += (h * (mean * mean + variance)) / 2;
    averaged += (h * (sumMean * sumMean + sumVariance)) / (2 * count * count);
  }
  return Math.min(last, averaged);
}

test("a fixed batch is tuned by fewer runs where eight would have no step", () => {
  const spent = (budget: number) =>
    rules["b = 32"](problem, {...given(budget), pilotShare: 0.2}).spent;
  // 204 calls: three runs of 68, two steps of 32 each.
  expect(spent(1024)).toBe(3 * 64);
  expect(spent(4096)).toBe(8 * 96);
});

test("the norm test begins with sixteen, for a mean of two is short by chance", () => {
  expect(rules["norm test"](problem, given(4000)).batchSize).toBe(16);
});

test("the norm test lets batches grow as the gradient becomes small, and never shrink", () => {
  const plan = rules["norm test"](problem, given(4000));
  const seen: number[] = [];
  const next: typeof plan.next = step => {
    seen.push(step.batchSize);
    return plan.next!(step);
  };
  runPlan(problem, problem.open(streamOf("run")), {...plan, next}, 4000 - plan.spent);
  expect(seen.slice(0, -1).every((b, k) => k === 0 || b >= seen[k - 1])).toBe(true);
  expect(Math.max(...seen)).toBeGreaterThan(8 * seen[0]);
});

test("a fixed batch leaves out what does not fit, and averages the second half", () => {
  const run = runPlan(
    {...problem, start: [1, 1]},
    {gradients: (_, __, out) => out.fill(-1)},
    {batchSize: 3, learningRate: 1},
    13
  );
  expect(run).toMatchObject({steps: 4, calls: 12});
  expect(Array.from(run.last)).toEqual([5, 5]);
  // Steps 1 … 4 begin at 0, 3, 6 and 9 calls of 13: the last alone begins in the second half.
  expect(Array.from(run.averaged)).toEqual([5, 5]);
});
