import {geomspace} from "../elementary/geomspace.js";

/**
 * The diagonal of H and of the metric F = H in the Fisher paper's Experiments 4 to 6: ten values in equal ratios from 1
 * to 100. Source: Fisher, §8.1.3.
 */
export const fisherCurvatures = (): number[] => geomspace(1, 100, 10);
