import {expect, test} from "vitest";
import {chartRows} from "../../src/components/chart/chartRows.js";
import type {Chart, Series} from "../../src/components/chart/declaration.js";
import * as rows from "../../src/figures/workbench.js";
import {carried, type NetworkRow} from "../../src/figures/workbenchNetwork.js";
import {directionsOf, planeControls} from "../../src/figures/workbenchPlane.js";
import * as run from "../../src/figures/workbenchRun.js";
import {answerOf, smallBench, usual} from "./examples/workbench.js";

const bench = await smallBench();
const answer = answerOf(bench, usual);

const drawn = (chart: Chart | string): Chart => {
  if (typeof chart === "string") throw new Error(chart);
  return chart;
};
const series = (chart: Chart | string, name: string): Series => {
  const found = drawn(chart).panels[0].series.find(each => each.name === name);
  if (!found) throw new Error(`no series ${name}`);
  return found;
};

test("eigenvalues have the report's intervals, and the edge of equal directions", () => {
  const {spectrum} = answer.report;
  const {marks} = series(rows.scree(answer), "eigenvalues");
  expect(marks.map(({y}) => y)).toEqual([...spectrum.values]);
  expect(marks.map(({low}) => low)).toEqual([...spectrum.low]);
  const trace = spectrum.values.reduce((sum, x) => sum + x, 0);
  const [edge] = series(rows.scree(answer), "equal directions would end here").marks;
  expect(edge.y).toBeCloseTo((trace / 6) * (1 + Math.sqrt(6 / 300)) ** 2, 12);
});

test("shares go up to one", () => {
  const {marks} = series(rows.cumulated(answer), "share of the first directions");
  expect(marks[0]).toEqual({x: 0, y: 0});
  expect(marks[marks.length - 1].y).toBeCloseTo(1, 12);
});

test("blocks have their names on the axis and in the table", () => {
  const chart = drawn(rows.blocks(answer));
  expect(chart.y.names?.at(-1)).toBe("layers.0.at…ery.weight");
  expect(chartRows(chart)[0]).toMatchObject({
    block: "layers.0.attention.query.weight",
    parameters: 3,
    trace: answer.report.blocks[0].trace.value
  });
});

test("the run stands on the exact curve of the floor", () => {
  const chart = run.floor(answer);
  const [mark] = series(chart, "this run").marks;
  expect(mark.y).toBe(answer.report.stationary?.floor.value);
  const curve = series(chart, "exact").marks;
  const after = curve.findIndex(({x = 0}) => x > 0.3);
  expect(mark.y).toBeGreaterThan(curve[after - 1].y ?? 0);
  expect(mark.y).toBeLessThan(curve[after].y ?? 0);
});

test("the map has the grid's risks, and the best is the least of them", () => {
  const chart = run.risk(answer, "last");
  const {marks} = series(chart, "map");
  const {budget} = answer.report;
  expect(marks.length).toBe(budget!.lastRisk.flat().filter(Number.isFinite).length);
  const [best] = series(chart, "best").marks;
  expect(Math.min(...marks.map(({z = 0}) => z))).toBeGreaterThan(0.9 * (best.z ?? 0));
  expect(Math.max(...marks.map(({weight = 0}) => weight))).toBeLessThanOrEqual(1);
});

test("the best learning rate follows the batch size", () => {
  const sentences = [1, 64, 1024].map(batchSize =>
    run.optimum(answerOf(bench, {...usual, run: {learningRate: 0.3, batchSize}}), "last")
  );
  const rates = [1, 64, 1024].map(b => run.bestAt(answer.report.budget!, "last", b)?.learningRate);
  expect(rates).toEqual([...rates].sort((a = 0, b = 0) => a - b));
  expect(new Set(rates).size).toBe(3);
  for (const sentence of sentences)
    expect(sentence).toMatch(/^With \$b\$ = \d+ the best learning rate is/);
  expect(run.optimum({...answer, report: {...answer.report, budget: undefined}}, "last")).toBe(
    null
  );
});

test("directions are those that the controls name", () => {
  const {across, along} = planeControls;
  expect(
    directionsOf({across: across.options[2], acrossAt: 0, along: along.options[1], alongAt: 3})
  ).toEqual([
    {of: "parameters", at: 0},
    {of: "covariance", at: 3}
  ]);
});

test("the quadratic carries as far as every floor below is right", () => {
  const row = (share: number, measured: number, standardError = 0): NetworkRow => ({
    batch: 1,
    share,
    measured,
    standardError,
    quadratic: 1,
    continuous: 1
  });
  const floors = [row(0.1, 1.01), row(0.2, 1.2), row(0.3, 1.02), row(0.4, 0.5, 0.3)];
  expect(carried(floors).upTo(0.05)).toBe(0.1);
  expect(carried(floors).upTo(0.2)).toBe(0.4);
  expect(carried(floors).upTo(0.001)).toBe(0);
  expect(carried(floors).worst.share).toBe(0.4);
});
