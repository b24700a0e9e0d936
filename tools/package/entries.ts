/** The modules that the package offers, by the name of their file in it. */
export const entries = {
  index: "lib/index.ts",
  simulate: "lib/simulate/index.ts",
  workbench: "lib/workbench/index.ts"
} as const;

/** The programs that it has, by the name of their file in it. */
export const programs = {noisefloor: "tools/noise/bin.ts"} as const;
