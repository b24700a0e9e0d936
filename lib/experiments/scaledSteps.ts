/**
 * Steps of a run at a scale in (0, 1]: the burn-in keeps its length, what follows it is shortened, never
 * below `least`.
 */
export const scaledSteps = (
  {steps, burnIn}: {readonly steps: number; readonly burnIn: number},
  scale: number,
  least = 2
): number => burnIn + Math.max(least, Math.floor((steps - burnIn) * scale));

/** The part of a scale that changes what is run; whole numbers above 1 run the printed thing more often. */
export const printedScale = (scale: number): number => Math.min(1, scale);
