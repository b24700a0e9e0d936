import {
  assumptionEffects,
  effectSize,
  referenceSetting
} from "../../lib/stationary/assumptionEffects.js";

/** By what factor the stationary variance changes where one assumption is dropped, largest first; exact. */
export const effectsTable = () =>
  assumptionEffects(referenceSetting)
    .sort((a, b) => effectSize(b) - effectSize(a))
    .map(({key, id, rank, stiff, flat}, i) => ({
      place: i + 1,
      assumption: key,
      id,
      notes: rank ?? "–",
      stiff: Number(stiff.toPrecision(5)),
      flat: Number(flat.toPrecision(5))
    }));
