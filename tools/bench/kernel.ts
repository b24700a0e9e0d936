import {createKernel, type Kernel} from "../../lib/simulate/kernel.js";
import {linearProgram} from "../../lib/simulate/linear.js";
import type {LinearCell, NoiseFactor} from "../../lib/simulate/spec.js";
import {fitLine} from "../../lib/statistics/fitLine.js";
import {runSpec} from "../sweeps/runSpec.js";
import {compileC, numpyRates} from "./baselines.js";
import {fisherSweeps} from "./fisherSweeps.js";
import {type BenchRow, targetRow} from "./row.js";

const groups = 125;
/** The fastest of so many runs counts: the first warm up, others are disturbed. */
const repeats = 8;
const stepsOf = new Map([
  [2, 100_000],
  [10, 20_000],
  [50, 2_000]
]);

/** How many times NumPy's speed is wanted of the kernel. */
const numpyTargets = new Map<number, readonly (readonly [string, number])[]>([
  [
    2,
    [
      ["typical", 6],
      ["best", 4]
    ]
  ],
  [
    10,
    [
      ["typical", 4],
      ["best", 3.5]
    ]
  ]
]);

/** The sweep that kernel, C and NumPy all run: see `kernel.c`. */
function problem(d: number): LinearCell {
  const indices = Array.from({length: d}, (_, i) => i);
  const common = {parameters: {d}, learningRate: 0.25, steps: stepsOf.get(d)!};
  if (d === 2)
    return {
      ...common,
      hessianEigenvalues: [0.2, 0.02],
      noiseFactor: {diagonal: [-1, -1]},
      moments: "full"
    };
  return {
    ...common,
    hessianEigenvalues: indices.map(i => (0.4 * (i + 1)) / d),
    noiseFactor: {lower: indices.map(i => indices.map(j => (j > i ? 0 : -1 / (1 + i - j))))}
  };
}

/**
 * Seconds of the processor, so that other work on the machine does not count. User and system time are exact in
 * their sum alone: the system tells one from the other by samples, and may give a short run no user time at all.
 */
function processorSeconds(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1e6;
}

/** A run of one program: seconds of the processor, and the sum of what it computed. */
interface Run {
  readonly seconds: number;
  readonly check: number;
}

/** One run in this thread, as `kernel.c` seeds and sums it. */
function runKernel(kernel: Kernel, cell: LinearCell, count: number): Run {
  kernel.reset();
  const group = linearProgram(kernel, cell)();
  let check = 0;
  const start = processorSeconds();
  for (let g = 0; g < count; g++) {
    const word = (i: number) => (Math.imul(1000003, g + 1) + 7919 * i) >>> 0;
    const lane = (k: number) => Uint32Array.from([0, 1, 2, 3], i => word(4 * i + k));
    group.restart([0, 1, 2, 3].map(lane));
    group.advance(cell.steps, cell.moments === "full");
    for (const x of group.state()) check += x;
    if (cell.moments === "full")
      for (const x of [...group.firstSums(), ...group.secondSums()]) check += x;
  }
  return {seconds: processorSeconds() - start, check};
}

/**
 * The fastest of several runs of each program. They take turns, so that what disturbs one for a while, another's
 * use of the cache or of the same core, disturbs the others too.
 */
function fastest(programs: readonly (() => Run)[]): Run[] {
  const rounds = Array.from({length: repeats}, () => programs.map(run => run()));
  return programs.map((_, k) =>
    rounds.map(round => round[k]).reduce((a, b) => (b.seconds < a.seconds ? b : a))
  );
}

/** Speed of the kernel: against C and NumPy, with workers, over the Fisher experiments, in d. */
export async function kernelBench(): Promise<BenchRow[]> {
  return [...(await baselineRows()), ...(await workerRows()), ...(await dimensionRows())];
}

/** One core against C and NumPy. */
async function baselineRows(): Promise<BenchRow[]> {
  const kernel = await createKernel();
  const c = compileC();
  const rows: BenchRow[] = [];
  const million = (d: number, seconds: number) => (4 * groups * stepsOf.get(d)!) / seconds / 1e6;
  const numpy = numpyRates();
  for (const d of stepsOf.keys()) {
    const [ours, theirs] = fastest([
      () => runKernel(kernel, problem(d), groups),
      ...(c ? [() => c.run(d, groups, stepsOf.get(d)!)] : [])
    ]);
    const rate = million(d, ours.seconds);
    rows.push({name: `kernel, d = ${d}`, value: rate, unit: "M steps/s"});
    for (const [variant, target] of numpyTargets.get(d) ?? []) {
      const name = `NumPy, ${variant}, d = ${d}`;
      const other = numpy?.get(`${variant} ${d}`);
      if (other === undefined) {
        rows.push({name, value: Number.NaN, unit: "M steps/s", note: "skipped: no NumPy here"});
        continue;
      }
      rows.push({name, value: other, unit: "M steps/s"});
      rows.push(targetRow(`kernel : ${name}`, rate / other, "×", target));
    }
    const name = `C, 128-bit SIMD, d = ${d}`;
    if (!theirs) {
      rows.push({name, value: Number.NaN, unit: "M steps/s", note: "skipped: no C compiler here"});
      continue;
    }
    const same = Math.abs(theirs.check / ours.check - 1) < 1e-9;
    const note = same ? "same numbers as the kernel" : "numbers differ from the kernel's";
    rows.push({name, value: million(d, theirs.seconds), unit: "M steps/s", note});
    rows.push(targetRow(`kernel : ${name}`, theirs.seconds / ours.seconds, "×", 0.95));
  }
  c?.close();
  return rows;
}

/** Two workers against one, and the Fisher experiments at printed scale on two. */
async function workerRows(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  // At printed scale, so that starting the workers does not count.
  const [batchScaling] = fisherSweeps(1);
  const seconds = [Infinity, Infinity];
  for (let repeat = 0; repeat < 3; repeat++)
    for (const workers of [1, 2]) {
      const start = performance.now();
      await runSpec(batchScaling, {workers});
      seconds[workers - 1] = Math.min(seconds[workers - 1], (performance.now() - start) / 1e3);
    }
  rows.push(targetRow("two workers : one", seconds[0] / seconds[1], "×", 1.9));
  let total = 0;
  for (const sweep of fisherSweeps(1)) {
    const start = performance.now();
    await runSpec(sweep, {workers: 2});
    const time = (performance.now() - start) / 1e3;
    total += time;
    rows.push({name: `${sweep.experiment}, printed scale, 2 workers`, value: time, unit: "s"});
  }
  rows.push(targetRow("Fisher experiments 1, 2, 4, 5, 6, 2 workers", total, "s", 12));
  return rows;
}

/** Cost of a step against the dimension, and the exponents of cost ∝ dᵏ fitted from d = 20 on. */
async function dimensionRows(): Promise<BenchRow[]> {
  const kernel = await createKernel();
  const rows: BenchRow[] = [];
  const dimensions = [2, 5, 10, 20, 50, 100, 200];
  const entry = (i: number, j: number) => ((7 * i + 3 * j) % 11) / 50;
  const factors: [string, (d: number) => NoiseFactor][] = [
    ["diagonal", d => ({diagonal: new Array<number>(d).fill(1)})],
    ["rank-5", d => ({dense: indices(d).map(i => indices(5).map(j => entry(i, j)))})],
    ["full", d => ({lower: indices(d).map(i => indices(d).map(j => (j > i ? 0 : entry(i, j))))})]
  ];
  for (const [name, factor] of factors) {
    const costs = dimensions.map(d => {
      const cell = {
        parameters: {d},
        hessianEigenvalues: indices(d).map(i => (i + 1) / d),
        noiseFactor: factor(d),
        learningRate: 0.5,
        steps: Math.ceil(2e6 / (d * (name === "full" ? d + 20 : 20)))
      };
      const [{seconds}] = fastest([() => runKernel(kernel, cell, 4)]);
      return (1e9 * seconds) / (16 * cell.steps);
    });
    for (const [k, d] of dimensions.entries())
      rows.push({name: `${name} noise, d = ${d}`, value: costs[k], unit: "ns/step"});
    const large = dimensions.flatMap((d, k) => (d >= 20 ? [k] : []));
    const {slope} = fitLine(
      large.map(k => Math.log(dimensions[k])),
      large.map(k => Math.log(costs[k]))
    );
    rows.push({name: `${name} noise, exponent of d, d ≥ 20`, value: slope.value, unit: ""});
  }
  return rows;
}

function indices(n: number): number[] {
  return Array.from({length: n}, (_, i) => i);
}
