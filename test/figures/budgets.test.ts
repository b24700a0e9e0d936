import {describe, expect, test} from "vitest";
import type {Chart, Series} from "../../src/components/chart/declaration.js";
import {
  type DecayingRun,
  domination,
  type PooledMoments,
  printedScore,
  riskConstant,
  sharpConstant,
  slopeOf,
  table5
} from "../../src/figures/budgets/decayingSteps.js";
import {
  coin,
  convexityInNoise,
  guessOfCoin,
  inMetrics,
  reachedFrom
} from "../../src/figures/budgets/lowerBoundTables.js";
import {type CalledRow, worstScore as worstCalled} from "../../src/figures/budgets/one-over-n.js";
import {bestRate, informationOfCall, reusedLines} from "../../src/figures/budgets/oneOverNBound.js";
import {powerOf, spectra, turnedShare} from "../../src/figures/budgets/oracleCalls.js";
import {burstRatio, doublings} from "../../src/figures/budgets/oracleTheorem.js";
import {tailOf} from "../../src/figures/budgets/technical-lemmas.js";
import {constantsOf, flattened} from "../../src/figures/budgets/upperBoundProducts.js";
import {
  exponents,
  type ScheduleRow,
  type SchedulesRun
} from "../../src/figures/budgets/upperBoundSweep.js";
import {turns} from "../../src/figures/budgets/variance-reduction.js";
import {
  lastFarLook,
  lastLooks,
  type MonitorRow,
  type MonitorRun
} from "../../src/figures/budgets/varianceReductionMonitor.js";
import {budgets} from "./examples/budgets.js";
import {pageRows} from "./pageRows.js";
import {expecting, sweep} from "./sweep.js";

const seriesOf = ({panels}: Chart): readonly Series[] => panels.flatMap(({series}) => series);
const named = (chart: Chart, name: string) => {
  const found = seriesOf(chart).find(each => each.name === name);
  if (!found) throw new RangeError(`${chart.title} has no series ${name}`);
  return found.marks;
};
const drawn = (page: string) => budgets[`budgets/${page}`]();
const decaying = (await sweep("decaying-steps", 0.2)).spec as DecayingRun;

describe("oracle complexity", async () => {
  const [byBatch, , , , none, way, noise] = await drawn("oracle-complexity");

  test("nine batch sizes were measured at the chosen budget, and none at one that was not run", () => {
    expect(named(byBatch, "measured")).toHaveLength(9);
    expect(seriesOf(none).map(({is}) => is)).not.toContain("measured");
  });

  test("the path ends at what the budget reaches", () => {
    const [choice] = named(none, "your choice");
    expect(named(way, "$b = 1$").at(-1)?.y).toBeCloseTo(Number(choice.y), 12);
  });

  test("the line is of as many gradients as the sweep spent, at any scale", () => {
    const [choice] = named(byBatch, "your choice");
    const there = named(byBatch, "measured").find(({x}) => x === choice.x);
    expect(Number(there?.expected) / Number(choice.y)).toBeCloseTo(1, 1);
  });

  test("the printed noise term alone depends on the unit of the loss", () => {
    const spread = (name: string) => {
      const values = named(noise, name).map(({y}) => Number(y));
      return Math.max(...values) / Math.min(...values);
    };
    expect(spread("$(ηM/b) κ_F d_{eff}$")).toBeCloseTo(1, 9);
    expect(spread("in the long run")).toBeCloseTo(1, 9);
    expect(spread("$(η/b) κ_F d_{eff}$")).toBeCloseTo(1e6, 0);
    const {powers} = doublings().find(({name}) => name === "the loss") ?? {};
    expect(powers).toMatchObject({printed: -1});
    expect(powers?.corrected).toBeCloseTo(0, 9);
    expect(powers?.floor).toBeCloseTo(0, 6);
  });

  test("the worst quadratic needs the fourth power, a given one the second; rare bursts break the bound", () => {
    expect(powerOf("hardest")).toBeCloseTo(4, 1);
    expect(powerOf("printed")).toBeCloseTo(2, 9);
    expect(powerOf("one")).toBeGreaterThan(2);
    expect(powerOf("one")).toBeLessThan(2.4);
    expect(burstRatio()).toBeGreaterThan(1);
    expect(turnedShare()).toBeLessThan(1 / 8 + 1e-2);
    for (const {sharp, printed} of spectra()) expect(sharp).toBeLessThanOrEqual(printed + 1e-9);
  });
});

describe("one over N", async () => {
  const source = {table: "sweep", experiment: "decaying-steps", scale: 0.2};
  const pooled = (await pageRows(
    "budgets/one-over-n",
    "swept",
    source
  )) as unknown as PooledMoments[];
  const lines = table5(pooled, decaying);
  const called = expecting((await sweep("same-calls", 0.2)).rows, "risk") as unknown as CalledRow[];

  test("Table 5 is ten lines, printed and measured within chance of what is expected", () => {
    expect(lines).toHaveLength(10);
    for (const line of lines) {
      expect(Math.abs(printedScore(line))).toBeLessThan(4);
      const {y = 0, standardError = 1} = line.own ?? {};
      expect(Math.abs(y - line.expected) / standardError).toBeLessThan(4);
    }
    expect(worstCalled(called)).toBeLessThan(4.5);
  });

  test("the slope is what is printed, and tends to −1 as the risk to its constant", () => {
    expect(slopeOf(lines, "anisotropic", "expected").value).toBeCloseTo(-0.98, 2);
    expect(lines.every(({noise, expected}) => expected < riskConstant(decaying.eta0, noise))).toBe(
      true
    );
  });

  test("the sharp bound lies below the printed one, and below the best schedule", () => {
    expect(sharpConstant).toBeCloseTo(5.41, 2);
    expect(bestRate().value).toBeGreaterThan(sharpConstant);
    expect(bestRate().value).toBeLessThan(riskConstant(decaying.eta0));
    expect(Math.max(...informationOfCall())).toBeGreaterThan(1);
    expect(domination).toBeLessThan(0);
  });

  test("a data set that is used again costs, the more the smaller it is", () => {
    for (const {N, samples, fresh, asMany, few} of reusedLines(lines, decaying)) {
      expect(asMany).toBeGreaterThan(fresh);
      if (N > samples) expect(few).toBeGreaterThan(asMany);
    }
  });

  test("estimators off the minimum are compared with both bounds", () => {
    const reached = reachedFrom(called, 0.1);
    expect(reached).toHaveLength(6);
    for (const {estimator, y} of reached)
      if (estimator === "newton") expect(Math.abs(y / sharpConstant - 1)).toBeLessThan(0.2);
  });
});

describe("the lower bound", async () => {
  const [worst] = await drawn("lower-bound");

  test("lies between van Trees' bound and the best linear estimator, the Bayes risk within", () => {
    const [low, high] = ["van Trees", "best linear estimator"].map(name => named(worst, name));
    for (const [k, {y = 0}] of low.entries()) expect(y).toBeLessThanOrEqual(Number(high[k].y));
    for (const {y = 0, x = 1} of named(worst, "Bayes risk")) {
      const above = high.find(mark => Number(mark.x) >= x);
      expect(y).toBeLessThanOrEqual(Number(above?.y) + 1e-9);
    }
  });

  test("is d in the metric of its own information, and moves with the loss in the others", () => {
    const [inH, inG, inJ] = inMetrics(decaying);
    expect(inJ.bound).toBeCloseTo(10, 9);
    expect(inJ.halved).toBeCloseTo(inJ.bound, 12);
    expect(inG.halved / inG.bound).toBeCloseTo(1 / 4, 12);
    expect(inH.bound).toBeCloseTo(sharpConstant, 9);
    expect(inH.average).toBeCloseTo(inH.bound, 9);
    expect(convexityInNoise).toBeLessThan(0);
    expect(guessOfCoin.risk).toBeLessThan(guessOfCoin.bound);
    expect(coin.tosses).toBe(10);
  });
});

describe("the upper bound", async () => {
  const {rows, spec} = await sweep("schedules", 0.2);
  const run = spec as SchedulesRun;
  const lines = exponents(expecting(rows, "risk") as unknown as ScheduleRow[], run);

  test("exponents of twelve schedules agree with exact ones, and with no angle", () => {
    expect(lines).toHaveLength(12);
    for (const {y, exact, standardError} of lines)
      expect(Math.abs(y - exact) / standardError).toBeLessThan(4);
    expect(lines.filter(({applies}) => applies).map(({degrees}) => degrees)).not.toContain(45);
  });

  test("c₀ grows where µF is negative, and the theorem's constant is far above the limit", () => {
    const table = flattened();
    for (const {mu, c0, bound} of table) if (mu >= 0) expect(c0).toBeLessThanOrEqual(bound);
    expect(table.at(-1)?.mu).toBeLessThan(0);
    expect(table.at(-1)?.c0).toBeGreaterThan(1000);
    const {withNoise, leastPower, proofPower} = constantsOf(decaying);
    expect(withNoise).toBeGreaterThan(20 * riskConstant(decaying.eta0));
    expect(proofPower).toBeGreaterThan(leastPower);
  });
});

describe("variance reduction and the lemmas", () => {
  test("iterates turn worse later than the noise", () => {
    const {noise = 90, iterates = 90} = turns({along: 0.5, across: 0.9, turn: 0, step: 1});
    expect(noise).toBeGreaterThan(0);
    expect(iterates).toBeGreaterThan(noise);
    expect(turns({along: 0.1, across: 0.1, turn: 0, step: 1})).toEqual({});
  });

  test("the hottest run never comes down to its prediction", async () => {
    const {rows, spec} = await sweep("metric-monitor", 0.2);
    const run = {...(spec as Omit<MonitorRun, "seed">), seed: 1};
    const monitored = rows as unknown as MonitorRow[];
    const [, middle, hot] = lastLooks(monitored, run);
    expect(middle.ratio).toBeGreaterThan(0.9);
    expect(hot.ratio).toBeGreaterThan(1.5);
    const later = monitored.filter(
      ({learningRate, steps}) => learningRate === run.learningRates[1] && steps > 20
    );
    expect(lastFarLook(monitored, run, run.learningRates[1]).ratio).toBeGreaterThan(2);
    expect(() => lastFarLook(later.slice(-1), run, run.learningRates[1])).toThrow("settle");
  });

  test("Freedman's bound lies above the game, and the printed crossing beyond its own", () => {
    for (const game of [
      {trials: 6, chance: 0.05, level: 3},
      {trials: 11, chance: 0.01, level: 8}
    ]) {
      const {sharp, printed, reached = 0} = tailOf(game);
      expect(printed).toBeGreaterThan(sharp);
      expect(reached).toBeLessThan(sharp);
    }
  });

  test("the integral ends where the equation says", async () => {
    const [first] = await drawn("technical-lemmas");
    for (const entry of ["$Σ_{11}$", "$Σ_{22}$", "$Σ_{12}$"])
      expect(named(first, entry).at(-1)?.y).toBeCloseTo(
        Number(named(first, `solution, ${entry}`)[0].y),
        2
      );
  });
});
