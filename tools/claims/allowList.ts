/**
 * What the two sides of a claim may share: a pattern of paths below the project, and why it can
 * settle no comparison.
 */
export const allowList: readonly (readonly [RegExp, string])[] = [
  [/^claims\/cases\//, "the problems themselves: data"],
  [/^lib\/diffusion\/circleGrid\.ts$/, "points of a circle, and what lies between them"],
  [
    /^lib\/(problems\/fisher(NoiseMatrix|TenDimensional)|random\/numpy|random\/numpy\/\w+|random\/numpy\.wasm)\.ts$/,
    "draws the paper's own noise matrix"
  ],
  [/^lib\/problems\/fisherCurvatures\.ts$/, "the ten curvatures of the paper's own problem: data"],
  [/^lib\/check\.ts$/, "reads arguments, computes nothing"],
  [/^lib\/inRange\.ts$/, "looks at results, computes nothing"],
  [/^lib\/rowsOf\.ts$/, "reads and writes matrices row by row, computes nothing"],
  [/^lib\/random\/(stream|murmur3|xoshiro|uniforms|openUniform|normals)\.ts$/, "draws the data"],
  [/^lib\/elementary\//, "elementary functions with fixed bits"],
  [/^node_modules\/(ml-matrix|ml-array-[a-z]+|is-any-array)\//, "arithmetic of matrices"]
];

/** What a section's list of claims may import besides its two or three sides: its cases are data. */
export const frame: readonly RegExp[] = [
  /^claims\/ledger\/(claim|criterion|errors|route)\.ts$/,
  /^claims\/cases\//
];
