/** By how much a prediction is scaled to see that the check would notice. */
export const scalingFactor = 1.05;
