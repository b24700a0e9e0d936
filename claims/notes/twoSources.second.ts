import {drawnBatches} from "../brute/drawnBatches.js";

/** Products of two centred coordinates of batch means, drawn with replacement. */
export const drawn = drawnBatches("claim NT-Eq17");
