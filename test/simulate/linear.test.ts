import {expect, test} from "vitest";
import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import type {CellResult} from "../../lib/simulate/combine.js";
import {execute} from "../../lib/simulate/execute.js";
import {cellName, type LinearCell} from "../../lib/simulate/spec.js";
import {estimate} from "../../lib/simulate/summary.js";
import {linearCells as cells} from "./cells.js";
import {twin} from "./twin.js";
import {ziggurat} from "./ziggurat.js";

/** All that the kernel yields for a replicate, from the path that its twin takes. */
function summarise(cell: LinearCell, path: number[][]): number[] {
  const after = path.slice(cell.burnIn);
  const mean = (rows: number[][], f: (x: number[]) => number) =>
    rows.reduce((sum, x) => sum + f(x), 0) / rows.length;
  const out: number[] = [];
  for (const step of cell.snapshots!) out.push(...path[step - 1]);
  for (const step of cell.snapshots!)
    for (let i = 0; i < 3; i++) out.push(mean(path.slice(cell.burnIn, step), x => x[i]));
  for (let i = 0; i < 3; i++) out.push(mean(after, x => x[i]));
  for (let i = 0; i < 3; i++)
    for (let j = i; j < (cell.moments === "full" ? 3 : i + 1); j++)
      out.push(mean(after, x => x[i] * x[j]));
  for (const u of cell.directions!)
    for (let p = 1; p <= 4; p++)
      out.push(mean(after, x => (u[0] * x[0] + u[1] * x[1] + u[2] * x[2]) ** p));
  return out;
}

const spec = {experiment: "twins", seed: 3, replicates: 6, cells};

test("given the same normals, kernel and twin agree to rounding", async () => {
  for (const [k, {layout, values}] of (await execute(spec)).entries()) {
    const cell = cells[k];
    // Noise that is shaped by a factor is formed in float32; all else is float64.
    const c = "diagonal" in cell.noiseFactor ? 100 * 2 ** -52 : 20 * 2 ** -24;
    for (let replicate = 0; replicate < spec.replicates; replicate++) {
      const address = {seed: 3, experiment: "twins", cell: cellName(cell), replicate};
      const expected = summarise(cell, twin(cell, gaussianStream(streamState(address))));
      const got = values.subarray(replicate * layout.width, (replicate + 1) * layout.width);
      expect(expected).toHaveLength(layout.width);
      const scale = Math.max(1, ...expected.map(Math.abs));
      for (const [i, x] of expected.entries())
        expect(Math.abs(got[i] - x), `${cellName(cell)}, entry ${i}`).toBeLessThanOrEqual(
          c * scale
        );
    }
  }
});

test("in distribution: every statistic within 4 standard errors of the ziggurat twin's", async () => {
  const replicates = 1200;
  const large = {...spec, seed: 4, replicates};
  const results = await execute(large);
  for (const [k, {layout, values}] of results.entries()) {
    const normal = ziggurat(k + 1);
    const rows = Array.from({length: replicates}, () =>
      summarise(cells[k], twin(cells[k], normal))
    );
    for (let i = 0; i < layout.width; i++) {
      const a = estimate(rows.map(row => row[i]));
      const b = estimate(column(values, layout.width, i));
      const error = Math.sqrt(a.standardError ** 2 + b.standardError ** 2);
      const where = `${cellName(cells[k])}, entry ${i}`;
      expect(error, where).toBeGreaterThan(0);
      expect(Math.abs(a.mean - b.mean), where).toBeLessThan(4 * error);
    }
  }
});

function column(values: CellResult["values"], width: number, i: number): number[] {
  return Array.from({length: values.length / width}, (_, r) => values[r * width + i]);
}
