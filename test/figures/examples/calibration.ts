import {normals} from "../../../lib/random/normals.js";
import {uniforms} from "../../../lib/random/uniforms.js";
import {type FreshRow, scoreCounts} from "../../../src/figures/calibration.js";
import type {Examples} from "../gallery.js";

/**
 * Scores of simulations whose error bars are right, every other quantity a positive one. They stand for `fresh-seeds`, which
 * repeats all simulations of the ledger and takes a minute; what is known of these shows whether the counts are right.
 */
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
    const rows = freshRows(60);
    return [0, 1, 5].map(error => scoreCounts(rows, {error}));
  }
};
