import {findChromium} from "../browser/chromium.js";
import {canCutNetwork, check, offline, tool} from "./execute.js";
import type {Step} from "./step.js";
import {runTests} from "./vitest.js";

const node = process.execPath;

/**
 * Everything that is checked, what takes longest first: it begins first where it can. A step without a time
 * of its own in `npm test` is `long`.
 */
export const steps: readonly Step[] = [
  {
    name: "chromium",
    about: "a browser is there, or can be installed",
    minutes: 10,
    run: async () => {
      const output = findChromium();
      return {passed: 1, failed: 0, skipped: 0, output, failures: []};
    }
  },
  {
    name: "types",
    about: "TypeScript outside of the pages",
    minutes: 10,
    run: (live, signal) =>
      check("types", [node, "node_modules/typescript/bin/tsc", "-p", "."], {live, signal})
  },
  {
    name: "lint",
    about: "format and lint, the code of pages included",
    minutes: 10,
    run: (live, signal) => check("lint", tool("tools/format.ts", "--check"), {live, signal})
  },
  {
    name: "core",
    about: "unit, property and reference tests",
    minutes: 45,
    run: (live, signal) => runTests("core", {live, signal})
  },
  {
    name: "ledger",
    about: "every claim, computed anew",
    minutes: 30,
    run: (live, signal) => check("ledger", tool("tools/ledger.ts", "--force"), {live, signal})
  },
  {
    name: "build",
    about: "the site in dist/, with the network cut where this machine allows it",
    minutes: 45,
    after: ["ledger"],
    run: (live, signal) => check("build", cut(tool("tools/build.ts")), {live, signal})
  },
  {
    name: "site",
    about: "tests that build, serve and open sites",
    minutes: 60,
    needs: ["chromium", "build"],
    after: ["core"],
    run: (live, signal) => runTests("site", {live, signal})
  },
  {
    name: "check",
    about: "every page of dist/ in Chromium, with the network cut where this machine allows it",
    minutes: 30,
    needs: ["chromium", "build"],
    // Two fleets of browsers on two cores would run into each other's time limits.
    after: ["core", "site"],
    run: (live, signal) => check("check", cut(tool("tools/check.ts")), {live, signal})
  },
  {
    name: "fresh-seeds",
    about: "the simulated claims again, with eight other seeds",
    minutes: 60,
    long: true,
    run: (live, signal) =>
      check("fresh-seeds", tool("tools/ledger.ts", "--fresh-seeds", "8"), {live, signal})
  },
  {
    name: "search",
    about: "a thousand drawn cases for each claim that says “for all”",
    minutes: 240,
    long: true,
    run: (live, signal) =>
      check("search", tool("tools/ledger.ts", "--search", "1000"), {live, signal})
  },
  {
    name: "bench",
    about: "every measurement of npm run bench, undisturbed",
    minutes: 60,
    long: true,
    after: ["core", "site", "check", "fresh-seeds", "search"],
    run: (live, signal) => check("bench", tool("tools/bench.ts"), {live, signal})
  }
];

const cut = (command: string[]) => (canCutNetwork() ? offline(command) : command);
