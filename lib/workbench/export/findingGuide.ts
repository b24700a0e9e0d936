import {flat} from "../curvature.js";
import {curvatureThresholds} from "../curvatureFindings.js";
import {thresholds} from "../findings.js";
import {zeroMean} from "../sample.js";
import {mostEigenvalues, range} from "../tableAnswer.js";
import {digits} from "./digits.js";

/** When a finding is made, and where its meaning and the statements behind it stand on the site. */
export interface FindingGuide {
  readonly code: string;
  /** A sentence without its full stop, with the numbers of the code. */
  readonly threshold: string;
  /** Addresses on the site: of the finding itself, then of the statements or the function that it rests on. */
  readonly links: readonly string[];
}

const {unitLength, duplicates, swapped, swappedSpread, fewRows, heavyTails, oneRow, due, groups} =
  thresholds;
const {asymmetry, asymmetric, dropped, commutator, edge} = curvatureThresholds;
/** A constant of the code: a power of ten where it is one. */
const written = (x: number): string =>
  x >= 1e-3 && x < 1e5 ? String(x) : digits(x).replace(/^1\.00·/, "");
const percent = (share: number): string => `${100 * share} %`;

/** In the order of the page's table: code, threshold, addresses of statements. */
const guides: readonly (readonly [string, string, ...string[]])[] = [
  [
    "not-finite",
    `a number is infinite or none, or the largest is outside ${written(range.least)} to ${written(range.most)}, where fourth powers leave float64`,
    "/api/readGradients"
  ],
  [
    "unit-rows",
    `every row has length 1 to within ${written(unitLength)}, of at least two numbers`,
    "/noise/alignment#FG-Lem4.1"
  ],
  [
    "constant-columns",
    "a column has the same number in every row; a warning where all columns do, else a note",
    "/api/conditionNumber"
  ],
  [
    "duplicates",
    `a row is the copy of an earlier one; a warning from more than ${percent(duplicates)} of the rows on, else a note`,
    "/diffusion/step-and-batch#NT-2.3-A7"
  ],
  [
    "axes-swapped",
    `there are fewer rows than columns, and the logarithms of the rows’ lengths have a variance above ${swappedSpread}, and above ${swapped} times that of the columns’`,
    "/api/readGradients"
  ],
  [
    "singular",
    "there are not more rows than columns; a note for a whole population",
    "/budgets/metric#FG-Def3.13"
  ],
  [
    "too-large",
    `rows and columns are both more than ${mostEigenvalues}`,
    "/api/streamingCovariance"
  ],
  [
    "few-rows",
    `d/n is above ${fewRows}, for a sample; fewer than three rows of it are an error, and so is one row of a whole population`,
    "/noise/estimating#FG-Sec9.4"
  ],
  ["few-groups", `there are fewer than ${groups} groups`, "/api/jackknife"],
  [
    "heavy-tails",
    `E‖x‖⁴ is above ${heavyTails} times that of Gaussian rows with the same covariance, or one row has above ${percent(oneRow)} of Σ‖x‖² and above ${due} times its due of 1/n`,
    "/diffusion/heavy-tails#NT-2.3-A2"
  ],
  [
    "mean-is-zero",
    `‖ψ̄‖² is at most ${written(zeroMean.single)} of Tr S where float32 holds all numbers, else ${written(zeroMean.double)}`,
    "/noise/two-sources#NT-1.8.2"
  ],
  [
    "not-stationary",
    "a run is asked for, and the lower end of the interval of ‖g‖² is above what counts as zero",
    "/finite-rate/one-dimension#LZU-4.1-range"
  ],
  [
    "asymmetric",
    `‖H − Hᵀ‖ is above ${written(asymmetry)} of ‖H‖; a warning above ${written(asymmetric)}, else a note`,
    "/api/noiseReport"
  ],
  [
    "indefinite",
    `a direction of H has λ at most ${written(flat.given)} of the largest |λ|, ${written(flat.fitted)} where H is that of a fit made here; a warning where such have above ${percent(dropped)} of Σ|λ|, else a note`,
    "/noise/conditioning#FG-Rem4.7"
  ],
  ["not-commuting", `‖HG − GH‖ is above ${commutator} of ‖H‖‖G‖`, "/budgets/metric#FG-Rem3.14"],
  [
    "unstable",
    "η is at least the largest stable one, 2(1+µ)/λmax",
    "/finite-rate/momentum#LZU-4.5-stab"
  ],
  [
    "near-the-edge",
    `η is above ${edge} of the largest stable one`,
    "/finite-rate/approximation#LZU-Thm5"
  ],
  [
    "with-replacement",
    "a run is asked for, and it is not said whether its batches hold a sample twice",
    "/noise/alignment#FG-Lem4.1",
    "/diffusion/correlated-noise#NT-2.3-A6"
  ]
];

/** Every finding there is. */
export const findingGuides: readonly FindingGuide[] = guides.map(([code, threshold, ...links]) => ({
  code,
  threshold,
  links: [`/workbench#finding-${code}`, ...links]
}));

/** The guide of a finding. */
export const guideTo = (code: string): FindingGuide =>
  findingGuides.find(guide => guide.code === code) as FindingGuide;
