import {readFileSync} from "node:fs";
import {defineConfig} from "vitest/config";
import {BaseSequencer, type TestSpecification} from "vitest/node";

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

/** Files that take longest, to begin with: one that begins last would keep one core waiting. */
const longest = [
  "data/hashes",
  "statistics/coverage",
  "site/reading",
  "site/ledger",
  "site/browserFaults",
  "site/interrupted",
  "site/pages",
  "site/freshness",
  "random/numpy"
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({moduleId}: TestSpecification) => {
      const place = longest.findIndex(name => moduleId.endsWith(`/test/${name}.test.ts`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: {sequencer: LongestFirst},
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
