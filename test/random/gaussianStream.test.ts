import {expect, test} from "vitest";
import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {xoshiro128pp} from "../../lib/random/xoshiro.js";
import {createKernel} from "../../lib/simulate/kernel.js";

const state = (replicate: number) =>
  streamState({seed: 1, experiment: "gaussian", cell: "", replicate});

test("the kernel's four lanes are four of these streams, bit for bit", async () => {
  const kernel = await createKernel();
  const pairs = 50_000;
  const at = kernel.allocate(64);
  const out = kernel.allocate(32 * pairs);
  const words = new Uint32Array(kernel.memory.buffer, at, 16);
  const lanes = [0, 1, 2, 3].map(lane => {
    for (const [i, word] of state(lane).entries()) words[4 * i + lane] = word;
    return gaussianStream(state(lane));
  });
  kernel.normals(at, out, pairs);
  const z = new Float32Array(kernel.memory.buffer, out, 8 * pairs);
  let different = 0;
  for (let i = 0; i < z.length; i++) if (!Object.is(z[i], lanes[i & 3]())) different++;
  expect(different).toBe(0);
});

test("each normal is its Box–Muller formula in float64, within 8 units of float32", () => {
  const next = gaussianStream(state(7));
  const word = xoshiro128pp(state(7));
  let outside = 0;
  for (let i = 0; i < 100_000; i++) {
    const x = word();
    const y = word() | 0;
    const r = Math.sqrt(-2 * Math.log(((x >>> 1) + 0.5) / 2 ** 31)) * (x & 1 ? -1 : 1);
    const phi = (y / 2 ** 31) * (Math.PI / 2);
    // The uniform is rounded to 24 bits: near 1 that moves r by up to 2⁻²⁵/|r|.
    const tolerance = 8 * 2 ** -24 * Math.max(1, Math.abs(r)) + 2 ** -24 / Math.abs(r);
    if (Math.abs(next() - r * Math.cos(phi)) > tolerance) outside++;
    if (Math.abs(next() - r * Math.sin(phi)) > tolerance) outside++;
  }
  expect(outside).toBe(0);
});
