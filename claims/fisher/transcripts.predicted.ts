import {type Exchangeable, type Oracle, transcripts} from "../cases/bound.js";
import {binaryModel} from "../cases/problems.js";
import {logisticInformation, logisticInformationByCosh} from "../printed/logisticInformation.js";

/** 1 + E Y = 1 and E YYᵀ = F. */
export const atTheOptimum = () => [
  binaryModel.parameters.map(() => 1),
  logisticInformationByCosh(binaryModel)
];

/** With the observed second moment of the inputs over 4 for F. */
export const atTheOptimumLargest = () => [
  binaryModel.parameters.map(() => 1),
  logisticInformation(binaryModel, () => 1 / 4)
];

/** N h²/g for N = 2. */
export const information = ({h, g}: Oracle) => 2 * ((h * h) / g);

/** N I₁ with I₁ = 1, which bounds g. */
export const budget = (_: Oracle) => 2;

/** h²g. */
export const informationUpsideDown = ({h, g}: Oracle) => 2 * (h * h * g);

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const variance = (x: number) => sigmoid(x) * (1 - sigmoid(x));

/** N p(1 − p). */
export const transcriptInformation = () => transcripts.calls * variance(transcripts.parameter);

/** With the information at the first query. */
export const transcriptInformationAtQuery = () => transcripts.calls * variance(transcripts.start);

/** N/(1 + Nτ²). */
export const mixtureInformation = ({common, draws: n}: Exchangeable) => n / (1 + n * common);

/** N I₁. */
export const independentInformation = ({common, draws: n}: Exchangeable) => n / (1 + common);
