import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {root} from "../../tools/root.js";
import {builtSite} from "../site/builtSite.js";
import {faultsOfOwnQueries} from "../site/ownQueries.js";

const site = builtSite();

const pages = readdirSync(site.dist, {recursive: true, encoding: "utf8"})
  .filter(file => file.endsWith(".html") && !/^api\//.test(file))
  .filter(file => readFileSync(join(site.dist, file), "utf8").includes('data-fold="SQL"'))
  .map(file => file.replace(/\.html$/, ""));

/** Figures that do not yet draw what their own queries give, by the page: the list may only become shorter. */
const listed = new Map(
  readFileSync(join(root, "test/long/ownQueries.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map(line => line.split("\t"))
    .map(([page, figures]) => [page, Number(figures)])
);

test("the list names pages that there are", () => {
  expect(pages.length).toBeGreaterThan(10);
  expect([...listed.keys()].filter(page => !pages.includes(page))).toEqual([]);
});

test.each(pages)("the figures of %s draw what their own queries give", path =>
  site.visit(path, async page => {
    const {faults} = await faultsOfOwnQueries(page);
    expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(listed.get(path) ?? 0);
  })
);
