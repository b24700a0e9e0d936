import {findChromium} from "../browser/chromium.js";
import {findFirefox} from "../browser/firefox.js";
import {canCutNetwork, check, offline, tool} from "./execute.js";
import type {Step} from "./step.js";
import {runTests} from "./vitest.js";

const node = process.execPath;

/** The scale of the build that the gate looks at, unless NOISEFLOOR_SCALE names another. */
const reduced = {NOISEFLOOR_SCALE: process.env.NOISEFLOOR_SCALE || "0.1"};

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
    name: "ledger",
    about: "every claim, computed anew",
    minutes: 30,
    run: (live, signal) => check("ledger", tool("tools/ledger.ts", "--force"), {live, signal})
  },
  {
    name: "core",
    about: "unit, property and reference tests",
    minutes: 45,
    run: (live, signal) => runTests("core", {live, signal}, ["core", "mocked"])
  },
  {
    name: "build",
    about: `the site in dist/ at ${reduced.NOISEFLOOR_SCALE} of the printed scale, with the network cut where this machine allows it`,
    minutes: 45,
    after: ["ledger"],
    run: (live, signal) =>
      check("build", cut(tool("tools/build.ts")), {live, signal, environment: reduced})
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
    name: "sweeps",
    about:
      "the bits of every sweep at a tenth of its scale, which the build has run, what it expects, and the figures drawn of it",
    minutes: 45,
    after: ["build"],
    run: (live, signal) => runTests("sweeps", {live, signal})
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
    name: "machines",
    about: "sweeps in shards, and on a queue where there is a server (npm run servers)",
    minutes: 15,
    run: (live, signal) => runTests("machines", {live, signal})
  },
  {
    name: "check",
    about:
      "every page of dist/ in Chromium (one page of a docstring in six by axe's rules), with the network cut where this machine allows it",
    minutes: 30,
    needs: ["chromium", "build"],
    // Two fleets of browsers on two cores would run into each other's time limits.
    after: ["core", "site"],
    run: (live, signal) => check("check", cut(tool("tools/check.ts")), {live, signal})
  },
  {
    name: "widths",
    about: "every page of dist/ in Chromium at five more widths",
    minutes: 60,
    long: true,
    needs: ["chromium", "build"],
    after: ["core", "site", "check"],
    run: (live, signal) =>
      check("widths", cut([...tool("tools/check.ts"), "--widths", "320,360,768,1024,1920"]), {
        live,
        signal
      })
  },
  {
    name: "servers",
    about: "previews edited at work, builds that are interrupted, faults of queues, a Slurm",
    minutes: 30,
    long: true,
    after: ["core", "site", "check"],
    run: (live, signal) => runTests("servers", {live, signal})
  },
  {
    name: "long",
    about:
      "tests of thousands of data sets, every figure at more widths and as a file, and its query drawn again",
    minutes: 60,
    long: true,
    needs: ["chromium", "build"],
    after: ["core", "site", "check"],
    run: (live, signal) => runTests("long", {live, signal})
  },
  {
    name: "verify",
    about: "every sweep at the printed scale, held to its published hash",
    minutes: 90,
    long: true,
    run: (live, signal) => check("verify", tool("tools/data.ts", "--verify"), {live, signal})
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
    name: "firefox",
    about: "five pages of dist/, a query and a live run in Firefox, where there is one",
    minutes: 30,
    long: true,
    needs: ["build"],
    after: ["core", "site", "check"],
    run: async (live, signal) => {
      if (findFirefox() !== undefined) return runTests("firefox", {live, signal});
      const output = "not run: there is no Firefox; FIREFOX_PATH names one";
      if (live) console.log(output);
      return {passed: 0, failed: 0, skipped: 1, output, failures: []};
    }
  },
  {
    name: "bench",
    about: "every measurement of npm run bench, undisturbed",
    minutes: 60,
    long: true,
    after: [
      "core",
      "site",
      "check",
      "servers",
      "long",
      "verify",
      "fresh-seeds",
      "search",
      "firefox"
    ],
    run: (live, signal) => check("bench", tool("tools/bench.ts"), {live, signal})
  }
];

const cut = (command: string[]) => (canCutNetwork() ? offline(command) : command);
