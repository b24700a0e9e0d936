import {readFileSync} from "node:fs";
import {defineConfig} from "vitest/config";

export default defineConfig({
  plugins: [
    {
      name: "csv-as-text",
      enforce: "pre",
      load(id) {
        if (!id.endsWith(".csv")) return;
        return `export default ${JSON.stringify(readFileSync(id, "utf8"))}`;
      }
    }
  ],
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    pool: "threads",
    maxWorkers: 2
  }
});
