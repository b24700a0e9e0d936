import {uniforms} from "../../lib/random/uniforms.js";
import type {Effective} from "../cases/effective.js";

/** Tr F/λmin of the spectrum (1, s, …, s) with trace d_eff. */
export const evenSpectrum = ({d, effective}: Effective): number =>
  effective / ((effective - 1) / (d - 1));

/** The least Tr F/λmin among 200 spectra with largest eigenvalue 1 and trace d_eff. */
export function drawnSpectra({d, effective, name}: Effective): number {
  const {next} = uniforms({seed: 1, experiment: "spectra", cell: name, replicate: 0});
  let least = Infinity;
  for (let k = 0; k < 200; k++) {
    const shares = Array.from({length: d - 1}, () => 1 + (next() - 0.5) * (k / 100));
    const sum = shares.reduce((a, b) => a + b, 0);
    const others = shares.map(x => (x * (effective - 1)) / sum);
    if (Math.max(...others) <= 1) least = Math.min(least, effective / Math.min(...others));
  }
  return least;
}
