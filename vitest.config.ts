import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    pool: "threads",
    poolOptions: {threads: {maxThreads: 2}}
  }
} as Parameters<typeof defineConfig>[0]);
