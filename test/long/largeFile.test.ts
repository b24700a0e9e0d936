import {spawn} from "node:child_process";
import {mkdtempSync, openSync, readFileSync, rmSync, writeSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {root} from "../../tools/root.js";

const folder = mkdtempSync(join(tmpdir(), "two-gigabytes-"));
afterAll(() => rmSync(folder, {recursive: true}));

/** Residual memory of a process in bytes; 0 once it has ended. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return 1024 * Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

test("two gigabytes of rows are reported on under a heap of 256 MB and a gigabyte in all", async () => {
  const [n, d] = [2 ** 23, 64];
  const path = join(folder, "rows.npy");
  const file = openSync(path, "w");
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${n}, ${d}), }`.padEnd(117);
  writeSync(
    file,
    Buffer.concat([Buffer.from("\x93NUMPY\x01\x00\x76\x00", "latin1"), Buffer.from(`${text}\n`)])
  );
  // Each row is +c or −c times one of the axes: G is diagonal, with Gₐₐ = (1 + a)²/d up to the rows' number.
  const piece = new Float32Array(2 * d * d);
  for (let a = 0; a < d; a++) {
    piece[2 * a * d + a] = 1 + a;
    piece[(2 * a + 1) * d + a] = -(1 + a);
  }
  const block = new Uint8Array(2 ** 6 * piece.byteLength);
  for (let at = 0; at < block.length; at += piece.byteLength)
    block.set(new Uint8Array(piece.buffer), at);
  for (let written = 0; written < 4 * n * d; written += block.length) writeSync(file, block);

  const child = spawn(
    process.execPath,
    [
      "--max-old-space-size=256",
      "--import",
      "tsx",
      join(root, "tools/noise.ts"),
      path,
      "--whole",
      "--json"
    ],
    {cwd: root}
  );
  let [output, errors, most] = ["", "", 0];
  child.stdout.on("data", piece => (output += piece));
  child.stderr.on("data", piece => (errors += piece));
  const watch = setInterval(() => (most = Math.max(most, memoryOf(child.pid as number))), 100);
  const code = await new Promise(resolve => child.on("exit", resolve));
  clearInterval(watch);
  expect([code, errors]).toEqual([0, ""]);
  const {report} = JSON.parse(output);
  const values = Array.from({length: d}, (_, a) => (1 + a) ** 2 / d);
  const trace = values.reduce((sum, x) => sum + x, 0);
  expect([report.samples, report.parameters]).toEqual([n, d]);
  expect(Math.abs(report.trace.value / trace - 1)).toBeLessThan(1e-10);
  expect(Math.abs(report.largestEigenvalue.value / values[d - 1] - 1)).toBeLessThan(1e-10);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(2 ** 30);
  console.log(`${(most / 2 ** 20).toFixed(0)} MB at most`);
}, 1_200_000);
