import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {type Epoch, type Memory, twoPoint} from "../cases/assumption.js";
import type {Context} from "../ledger/claim.js";

/** The first two batches of 40 000 shuffled epochs, and of as many epochs drawn anew. */
export function shuffled({name: cell, gradients}: Epoch, {seed}: Context) {
  const n = 40_000;
  const next = uniforms({seed, experiment: "claims of the notes, A6", cell, replicate: 0});
  const columns = Array.from({length: 4}, () => new Float64Array(n));
  for (let k = 0; k < n; k++) {
    const order: number[] = [...gradients];
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next.next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    const pick = () => gradients[Math.floor(next.next() * order.length)];
    const [x, y] = [pick(), pick()];
    [order[0] ** 2, order[0] * order[1], x * x, x * y].forEach((value, i) => {
      columns[i][k] = value;
    });
  }
  return columns.map(sampled);
}

/**
 * Every sequence of kicks, or of signs with either amplitude: moments of sums of 2, 4 and 8 terms. Those of
 * fractional noise are a Brownian motion's, of variance n^{2H}.
 */
export function everySequence(memory: Memory) {
  if ("hurst" in memory) {
    const [half, whole, twice] = [2, 4, 8].map(n => n ** (2 * memory.hurst));
    return [Math.log2((twice - whole) / (whole - half)), 1];
  }
  const amplified = "amplitudes" in memory;
  const taps = amplified ? [1] : memory.taps;
  const amplitudes = amplified ? memory.amplitudes : [1];
  const {values, probabilities} = amplified
    ? {values: [1, -1], probabilities: [0.5, 0.5]}
    : twoPoint;
  const cumulants = (n: number) => {
    const kicks = n + taps.length - 1;
    let [second, fourth] = [0, 0];
    for (let code = 0; code < 2 ** kicks; code++) {
      const picks = Array.from({length: kicks}, (_, k) => (code >> k) & 1);
      const chance = picks.reduce((p, k) => p * probabilities[k], 1 / amplitudes.length);
      let sum = 0;
      for (let t = 0; t < n; t++)
        taps.forEach((c, j) => {
          sum += c * values[picks[t - j + taps.length - 1]];
        });
      for (const a of amplitudes) {
        second += chance * (a * sum) ** 2;
        fourth += chance * (a * sum) ** 4;
      }
    }
    return [second, fourth - 3 * second * second];
  };
  const [half, whole, twice] = [2, 4, 8].map(cumulants);
  return [0, 1].map(i => Math.log2((twice[i] - whole[i]) / (whole[i] - half[i])));
}
