import {readFileSync} from "node:fs";
import {defineConfig} from "vitest/config";

/** Data sets are imported as text, as esbuild bundles them for the sweeps. */
const csvAsText = {
  name: "csv-as-text",
  enforce: "pre" as const,
  load(id: string) {
    return id.endsWith(".csv")
      ? `export default ${JSON.stringify(readFileSync(id, "utf8"))}`
      : undefined;
  }
};

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [csvAsText],
        test: {
          name: "core",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**"],
          testTimeout: 180_000,
          pool: "forks",
          maxWorkers: 2
        }
      },
      {
        plugins: [csvAsText],
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: {poll: {timeout: 30_000}},
          pool: "forks",
          maxWorkers: 2
        }
      }
    ]
  }
});
