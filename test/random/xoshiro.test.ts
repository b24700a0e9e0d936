import {expect, test} from "vitest";
import {xoshiro128pp} from "../../lib/random/xoshiro.js";
import {createKernel} from "../../lib/simulate/kernel.js";

/** Made by fixtures/xoshiro128pp.c, gcc 12.2; also the vector of the Rust crate rand_xoshiro. */
const words = [
  641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011,
  621204420
];

test("the reference generator's words from state 1, 2, 3, 4", () => {
  const next = xoshiro128pp([1, 2, 3, 4]);
  let sum = 0;
  let all = 0;
  for (let i = 0; i < 1_000_000; i++) {
    const word = next();
    if (i < 10) expect(word).toBe(words[i]);
    sum += word;
    all ^= word;
  }
  expect(sum).toBe(2146414452494871);
  expect(all >>> 0).toBe(2948501751);
});

test("the kernel's streams stand where the reference stands after as many words", async () => {
  const kernel = await createKernel();
  const state = kernel.allocate(64);
  const out = kernel.allocate(32 * 500_000);
  const view = new Uint32Array(kernel.memory.buffer, state, 16);
  for (let lane = 0; lane < 4; lane++)
    for (let i = 0; i < 4; i++) view[4 * i + lane] = lane === 2 ? i + 1 : 77 * lane + i;
  kernel.normals(state, out, 500_000);
  const resumed = xoshiro128pp([0, 1, 2, 3].map(i => view[4 * i + 2]));
  const reference = xoshiro128pp([1, 2, 3, 4]);
  for (let i = 0; i < 1_000_000; i++) reference();
  for (let i = 0; i < 100; i++) expect(resumed()).toBe(reference());
});

test("the state that it cannot leave, and states of other lengths, are refused", () => {
  expect(() => xoshiro128pp([0, 0, 0, 0])).toThrow("state must not be all zero");
  expect(() => xoshiro128pp([1, 2, 3])).toThrow("state must hold 4 words; got 3");
});
