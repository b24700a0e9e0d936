import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {noiseReport} from "../../../lib/workbench/noiseReport.js";
import {linesOf} from "../../../tools/noise/lines.js";
import {root} from "../../../tools/root.js";

const folder = mkdtempSync(join(tmpdir(), "noise-"));
afterAll(() => rmSync(folder, {recursive: true}));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

function runWith(input: string, ...args: string[]) {
  const given = ["--import", "tsx", join(root, "tools/noise.ts"), ...args];
  const {status, stdout, stderr} = spawnSync(process.execPath, given, {
    cwd: root,
    encoding: "utf8",
    input
  });
  return {status, stdout, stderr};
}

const run = (...args: string[]) => runWith("", ...args);

const data = [1, 2, 3, 1.5, -1, 0.5, 2, 2.5];
const table = {rows: 4, columns: 2, data};
const gradients = file("g.csv", "1,2\n3,1.5\n-1,0.5\n2,2.5\n");
const hessian = file("h.csv", "2,1\n");

test("has the library's report, in JSON to the last bit", () => {
  const {stdout, status} = run(
    gradients,
    "--json",
    "--hessian",
    hessian,
    "--rate",
    "0.1",
    "--batch",
    "2",
    "--whole"
  );
  const {version, files, report} = JSON.parse(stdout);
  const expected = noiseReport(table, {
    rows: "per-sample",
    population: "whole",
    hessian: [2, 1],
    run: {learningRate: 0.1, batchSize: 2}
  });
  expect(report).toEqual(JSON.parse(JSON.stringify(expected)));
  expect([status, version, Object.keys(files)]).toEqual([0, 1, [gradients, hessian]]);
  expect(files[gradients]).toMatch(/^[0-9a-f]{64}$/);
});

test("reads a pasted matrix from standard input, and says so where there is none", () => {
  const {stdout, status} = runWith("[[1, 2], [3, 1.5],\n [-1, 0.5], [2, 2.5]]\n", "-", "--json");
  const {files, report} = JSON.parse(stdout);
  const expected = noiseReport(table, {rows: "per-sample", population: "sample"});
  expect(report).toEqual(JSON.parse(JSON.stringify(expected)));
  expect([status, Object.keys(files)]).toEqual([0, ["standard input"]]);
  expect(run("-")).toEqual({
    status: 1,
    stdout: "",
    stderr: "standard input must not be empty; got 0 bytes\n"
  });
});

test("begins with the sentence", () => {
  const report = noiseReport(table, {rows: "per-sample", population: "sample"});
  expect(linesOf(report)[0]).toBe(report.sentence);
  expect(linesOf(report).some(line => line.startsWith("Tr G  "))).toBe(true);
});

test("counts one parameter as one", () => {
  const report = noiseReport(
    {rows: 4, columns: 1, data: [1, 2, 4, 3]},
    {rows: "per-sample", population: "sample"}
  );
  expect(linesOf(report)).toContain("4 rows of 1 parameter");
});

test("fits a model to a table of data, with its own Hessian", () => {
  const people = file("people.csv", "age,well\n20,1\n30,1\n40,0\n50,1\n60,0\n70,0\n");
  const {stdout, status} = run(
    people,
    ...["--model", "logistic", "--response", "well", "--whole", "--json"],
    ...["--rate", "0.0001", "--batch", "2"]
  );
  const {table, report} = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(table.model).toBe("logistic regression of well on 1 column and an intercept");
  expect([report.samples, report.parameters]).toEqual([6, 2]);
  expect(report.stationary.floor.value).toBeGreaterThan(0);
});

const ran = ["--hessian", hessian, "--rate", "0.1", "--batch", "2"];

test.each([
  [["--with"], true],
  [["--without"], false],
  [[], undefined]
])("batches that are drawn %j have the library's replacement: %j", (args, replacement) => {
  const {question, report} = JSON.parse(run(gradients, "--json", ...ran, ...args).stdout);
  expect(question.run.replacement).toBe(replacement);
  const codes = report.findings.map(({code}: {code: string}) => code);
  expect(codes.includes("with-replacement")).toBe(replacement === undefined);
});

test("tells the ellipse along two directions, in words, JSON and CSV", () => {
  const csv = join(folder, "csv");
  const asked = [gradients, ...ran, "--directions", "h1,p1"];
  const {ellipse} = JSON.parse(run(...asked, "--json", "--csv", csv).stdout);
  // H is diagonal, so both directions are axes, and Σₐₐ = η Gₐₐ/(b h (2 − ηh)), Gₐₐ of three degrees.
  const variance = (j: number, h: number) => {
    const column = data.filter((_, k) => k % 2 === j);
    const mean = column.reduce((sum, x) => sum + x / 4, 0);
    const g = column.reduce((sum, x) => sum + (x - mean) ** 2 / 3, 0);
    return (0.1 * g) / (2 * h * (2 - 0.1 * h));
  };
  expect(ellipse.along).toBe("h1,p1");
  expect(ellipse.covariance[0][0]).toBeCloseTo(variance(0, 2), 12);
  expect(ellipse.covariance[1][1]).toBeCloseTo(variance(1, 1), 12);
  const points = readFileSync(join(csv, "ellipse.csv"), "utf8").trim().split("\r\n");
  expect([points[0], points.length]).toEqual(["across,upwards", 98]);
  expect(run(...asked).stdout).toMatch(
    /Σ along h1 and p1 +variances 0\.\d+ and 0\.\d+, covariance/
  );
});

test.each([
  ["h1,x2", "--directions must be two of h1, h2, … (eigenvectors of H)"],
  ["h1,p7", "--directions cannot be answered: the parameters go from 0 to 1; got 7"]
])("directions %s are refused in one line", (directions, message) => {
  const {status, stderr} = run(gradients, ...ran, "--directions", directions);
  expect([status, stderr.trim().split("\n").length]).toEqual([1, 1]);
  expect(stderr).toContain(message);
});

test("a budget starts from a file of numbers, as from the same in a question", () => {
  const start = file("start.csv", "0.5,-2\n");
  const budget = ["--calls", "1000", "--start"];
  const {report} = JSON.parse(
    run(gradients, "--json", "--hessian", hessian, ...budget, start).stdout
  );
  const expected = noiseReport(table, {
    rows: "per-sample",
    population: "sample",
    hessian: [2, 1],
    budget: {calls: 1000, start: [0.5, -2]}
  });
  expect(report).toEqual(JSON.parse(JSON.stringify(expected)));
  const {question} = JSON.parse(
    run(gradients, "--json", "--hessian", hessian, ...budget, start).stdout
  );
  expect(question.budget).toEqual({calls: 1000, start: [0.5, -2]});
});

test.each([
  [
    "three numbers",
    "1,2,3\n",
    "must hold 2 numbers, one per parameter, in one row or column; got 1 rows of 3"
  ],
  [
    "a matrix",
    "1,2\n3,4\n",
    "must hold 2 numbers, one per parameter, in one row or column; got 2 rows of 2"
  ],
  ["a gap", "1,nan\n", "must hold finite numbers; got NaN at 1"]
])("a start of %s is refused", (name, text, message) => {
  const start = file(`${name}.csv`, text);
  const {status, stderr} = run(gradients, "--hessian", hessian, "--calls", "9", "--start", start);
  expect([status, stderr]).toEqual([1, `${start} ${message}\n`]);
});

test.each([
  [["--response", "y"], "--model must be given where --response is"],
  [["--model", "cubic"], "--model must be one of linear, logistic, probit; got"],
  [["--rate", "0.1"], "--rate and --batch must be given together; got --rate alone"],
  [["--momentum", "0.5"], "--rate must be given where --momentum is; got none"],
  [["--without"], "--rate must be given where --without is; got none"],
  [["--with"], "--rate must be given where --with is; got none"],
  [["--check"], "--rate must be given where --check is; got none"],
  [["--directions", "h1,h2"], "--rate must be given where --directions is; got none"],
  [["--mean-of", "0"], "--mean-of must be an integer ≥ 1; got 0"],
  [["--mean-of", "2", "--whole"], "--whole must be left out where rows are means"],
  [["--mean-of", "2", "--drawn", "twice"], '--drawn must be "with", "without" or "epoch"'],
  [["--dataset-size", "3"], "--dataset-size must be at least 4, the number of rows"],
  [["--whole", "--dataset-size", "9"], "--dataset-size must be 4, the number of rows, or left out"],
  [["--level", "2"], "--level must lie in (0, 1); got 2"],
  [["--level", "x"], "--level must be a number; got x"],
  [["--drawn", "with"], "--mean-of must be given where --drawn is"],
  [["--calls", "10", "--start", "1"], "--hessian or --model must be given where --calls is"],
  [["--calls", "10", "--start", "near"], "near must be a file; there is none of that name"],
  [["--hessian", "nowhere.npy"], "nowhere.npy must be a file; there is none of that name"],
  [["--groups", root], `${root} must be a file; it is a folder`],
  [["--html", "/none/x.html"], "--html must name a file in a folder that is there; got"],
  [["--numpy", folder], `--numpy must name a file; got the folder ${folder}`],
  [["--bibtex", join(folder, "none", "x")], "--bibtex must name a file in a folder that is there"],
  [["--csv", gradients], `--csv must name a folder that can be made; got ${gradients}: EEXIST`]
])("refuses %j in one line, before anything is computed", (args, message) => {
  const {status, stdout, stderr} = run(gradients, ...args);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(message);
});
