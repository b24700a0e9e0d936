/**
 * What the two sides of a claim may share: a pattern of paths below the project, and why it can
 * settle no comparison.
 */
export const allowList: readonly (readonly [RegExp, string])[] = [
  [/^lib\/claims\/cases\.ts$/, "the problems themselves: data"],
  [/^lib\/claims\/boundCases\.ts$/, "the problems of Fisher §6: data"],
  [/^lib\/claims\/fokkerPlanckCases\.ts$/, "the problems of notes §2.2: data"],
  [/^lib\/claims\/assumptionCases\.ts$/, "the problems of notes §2.3: data"],
  [/^lib\/claims\/escapeCases\.ts$/, "the problems of the finite-rate paper's §6.2: data"],
  [/^lib\/claims\/noiseCases\.ts$/, "the problems of the finite-rate paper's §4 and §5: data"],
  [/^lib\/claims\/approximationCases\.ts$/, "the problems of the continuous limit: data"],
  [/^lib\/diffusion\/circleGrid\.ts$/, "points of a circle, and what lies between them"],
  [/^lib\/claims\/setupCases\.ts$/, "the problems of the set-up: data"],
  [/^lib\/claims\/summaryCases\.ts$/, "the problems of the summary page: data"],
  [/^lib\/claims\/fisherCases\.ts$/, "the Fisher paper's own problem: data"],
  [/^lib\/claims\/identifiableCases\.ts$/, "directions that are not seen: data"],
  [/^lib\/claims\/diagnosticCases\.ts$/, "covariances to be estimated: data"],
  [/^lib\/claims\/metricCases\.ts$/, "metrics, turned and stretched: data"],
  [/^lib\/claims\/neighbourhoodCases\.ts$/, "beyond an ideal quadratic: data"],
  [/^lib\/claims\/noiseLawCases\.ts$/, "noise of one covariance and several laws: data"],
  [/^lib\/claims\/oracleCases\.ts$/, "the problems of Fisher, section 7: data"],
  [/^lib\/claims\/lemmaCases\.ts$/, "the problems of Fisher, section 9 and appendix A: data"],
  [
    /^lib\/(problems\/fisher(NoiseMatrix|TenDimensional)|random\/numpy|random\/numpy\/\w+|random\/numpy\.wasm)\.ts$/,
    "draws the paper's own noise matrix"
  ],
  [/^lib\/claims\/perCase\.ts$/, "names the cases, computes nothing"],
  [/^lib\/check\.ts$/, "reads arguments, computes nothing"],
  [/^lib\/random\/(stream|murmur3|xoshiro|uniforms|openUniform|normals)\.ts$/, "draws the data"],
  [/^lib\/elementary\//, "elementary functions with fixed bits"],
  [/^node_modules\/(ml-matrix|ml-array-[a-z]+|is-any-array)\//, "arithmetic of matrices"]
];

/** What a section's list of claims may import besides its two or three sides. */
export const frame: readonly RegExp[] = [/^lib\/claims\/(claim|errors|route)\.ts$/];
