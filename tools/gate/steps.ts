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
    run: async () => {
      const output = findChromium();
      return {passed: 1, failed: 0, skipped: 0, output, failures: []};
    }
  },
  {
    name: "types",
    about: "TypeScript outside of the pages",
    run: live => check("types", [node, "node_modules/typescript/bin/tsc", "-p", "."], live)
  },
  {
    name: "lint",
    about: "format and lint, the code of pages included",
    run: live => check("lint", tool("tools/format.ts", "--check"), live)
  },
  {
    name: "core",
    about: "unit, property and reference tests",
    run: live => runTests("core", live)
  },
  {
    name: "ledger",
    about: "every claim, computed anew",
    run: live => check("ledger", tool("tools/ledger.ts", "--force"), live)
  },
  {
    name: "build",
    about: "the site in dist/, with the network cut where this machine allows it",
    after: ["ledger"],
    run: live => check("build", cut(tool("tools/build.ts")), live)
  },
  {
    name: "site",
    about: "tests that build, serve and open sites",
    needs: ["chromium", "build"],
    after: ["core"],
    run: live => runTests("site", live)
  },
  {
    name: "check",
    about: "every page of dist/ in Chromium, with the network cut where this machine allows it",
    needs: ["chromium", "build"],
    // Two fleets of browsers on two cores would run into each other's time limits.
    after: ["core", "site"],
    run: live => check("check", cut(tool("tools/check.ts")), live)
  },
  {
    name: "fresh-seeds",
    about: "the simulated claims again, with eight other seeds",
    long: true,
    run: live => check("fresh-seeds", tool("tools/ledger.ts", "--fresh-seeds", "8"), live)
  },
  {
    name: "search",
    about: "a thousand drawn cases for each claim that says “for all”",
    long: true,
    run: live => check("search", tool("tools/ledger.ts", "--search", "1000"), live)
  },
  {
    name: "bench",
    about: "every measurement of npm run bench, undisturbed",
    long: true,
    after: ["core", "site", "check", "fresh-seeds", "search"],
    run: live => check("bench", tool("tools/bench.ts"), live)
  }
];

const cut = (command: string[]) => (canCutNetwork() ? offline(command) : command);
