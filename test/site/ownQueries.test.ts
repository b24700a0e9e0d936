import {expect, test} from "vitest";
import {builtSite} from "./builtSite.js";
import {faultsOfOwnQueries} from "./ownQueries.js";

const site = builtSite();

// All pages are tried in test/long/ownQueries.test.ts.
test.each([
  ["finite-rate/kramers", 3],
  ["diffusion/plateau", 1],
  ["workbench", 1]
] as const)("the figures of %s draw what their own queries give", (path, least) =>
  site.visit(path, async page => {
    const {asked, faults} = await faultsOfOwnQueries(page);
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThanOrEqual(least);
  })
);

test("a query that gives other rows than the page has is found", () =>
  site.visit("diffusion/plateau", async page => {
    const {faults} = await faultsOfOwnQueries(page, "SELECT * FROM ($) LIMIT 5");
    expect(faults).toEqual([expect.stringMatching(/: other marks are drawn/)]);
  }));
