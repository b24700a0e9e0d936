import {fisherCurvatures} from "../../lib/problems/fisherCurvatures.js";

/** H = F of the paper's Experiments 4 to 6, on the diagonal. */
export const curvatures: number[] = fisherCurvatures();

/** M, the largest. */
export const steepest: number = Math.max(...curvatures);
