/** The modules that the package offers, by the name of their file in it. */
export const entries = {
  index: "lib/index.ts",
  simulate: "lib/simulate/index.ts",
  workbench: "lib/workbench/index.ts"
} as const;
