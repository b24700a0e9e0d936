import * as summary from "../../../src/figures/summary.js";
import type {Examples} from "../gallery.js";

/** Pages that belong to no section. */
export const site: Examples = {
  summary: async () =>
    [
      {skew: 0.55, loss: 1, batch: 2},
      {skew: 0, loss: 1, batch: 1},
      {skew: 0.8, loss: 1.5, batch: 4}
    ].map(summary.threeMatrices)
};
