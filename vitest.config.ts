import {readdirSync, readFileSync} from "node:fs";
import {defineConfig} from "vitest/config";
import {BaseSequencer, type TestSpecification} from "vitest/node";

// Vite takes # and ? for the ends of a path, and vitest decodes %20.
if (/[#?%]/.test(process.cwd()))
  throw new Error(`tests run in folders whose path holds no #, ? or %; this is ${process.cwd()}`);

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
  "tools/commands",
  "site/reading",
  "site/prerender",
  "site/browserFaults",
  "site/queryEditor",
  "site/fourthDocument",
  "site/ledger",
  "site/workbench",
  "workbench/noiseReport",
  "tools/noise/command",
  "random/numpy",
  "site/claims",
  "site/build",
  "site/start",
  "tools/sweeps/closure",
  "site/package",
  "statistics/coverage",
  "site/duckdb",
  "tools/site/figureQueries"
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

/** Files that put other modules in the place of real ones, which must not be loaded before. */
const mocking = readdirSync("test", {recursive: true})
  .map(file => `test/${file}`)
  .filter(file => file.endsWith(".test.ts") && /\bvi\.mock\(/.test(readFileSync(file, "utf8")));

/** Tests of all experiments, most of what the sweeps of a build have left in the store: without it they run these sweeps. */
const ofSweeps = [
  "test/data/settings.test.ts",
  "test/data/hashes.test.ts",
  "test/data/expectations.test.ts",
  "test/figures/series.test.ts",
  "test/figures/gallery.test.ts",
  "test/figures/drawn.test.ts"
];

export default defineConfig({
  test: {
    sequence: {sequencer: LongestFirst},
    projects: [
      {
        plugins: [csvAsText],
        test: {
          name: "core",
          include: ["test/**/*.test.ts"],
          exclude: [
            ...mocking,
            ...ofSweeps,
            ...["site", "machines", "servers", "long", "firefox"].map(folder => `test/${folder}/**`)
          ],
          testTimeout: 180_000,
          pool: "forks",
          // Files of one process share its modules, which take longer to load than most tests to run.
          isolate: false,
          maxWorkers: 2
        }
      },
      {
        plugins: [csvAsText],
        test: {
          name: "mocked",
          include: mocking,
          testTimeout: 180_000,
          pool: "forks",
          maxWorkers: 2
        }
      },
      {
        plugins: [csvAsText],
        test: {
          name: "sweeps",
          include: ofSweeps,
          testTimeout: 600_000,
          pool: "forks",
          // One process, so that each sweep is read once for all files.
          isolate: false,
          maxWorkers: 1
        }
      },
      {
        plugins: [csvAsText],
        test: {
          name: "long",
          include: ["test/long/**/*.test.ts"],
          testTimeout: 600_000,
          pool: "forks",
          maxWorkers: 2
        }
      },
      {
        test: {
          name: "machines",
          include: ["test/machines/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          pool: "forks",
          maxWorkers: 2
        }
      },
      {
        plugins: [csvAsText],
        test: {
          name: "servers",
          include: ["test/servers/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: {poll: {timeout: 30_000}},
          pool: "forks",
          maxWorkers: 2
        }
      },
      {
        test: {
          name: "firefox",
          include: ["test/firefox/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 180_000,
          pool: "forks",
          maxWorkers: 1
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
          // They wait for browsers and builds as long as they compute.
          maxWorkers: 3
        }
      }
    ]
  }
});
