import {normals} from "../../../lib/random/normals.js";
import {uniforms} from "../../../lib/random/uniforms.js";
import {type FreshRow, scoreCounts} from "../../../src/figures/calibration.js";
import type {Examples} from "../gallery.js";
import {sweep} from "../sweep.js";

/** Scores of simulations whose error bars are right, every other quantity a positive one: what is known of them tests the counts. */
export function freshRows(claims: number, seeds = 2): FreshRow[] {
  const z = normals(
    uniforms({seed: 1, experiment: "calibration: figures", cell: "", replicate: 0})
  );
  return Array.from({length: claims * seeds}, (_, k) => {
    const standardError = 0.01;
    const positive = k % 2;
    const value = positive ? Math.exp(standardError * z.next()) : 1 + standardError * z.next();
    return {
      claim: `claim ${k % claims}`,
      seed: Math.floor(k / claims),
      predicted: 1,
      value,
      standardError: positive ? value * standardError : standardError,
      positive
    };
  });
}

export const calibration: Examples = {
  calibration: async () => {
    const rows = (await sweep("fresh-seeds")).rows as unknown as FreshRow[];
    return [0, 1, 5].map(error => scoreCounts(rows, {error}));
  }
};
