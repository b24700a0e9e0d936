import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {builtSite} from "../site/builtSite.js";
import {faultsOfOwnQueries} from "../site/ownQueries.js";

const site = builtSite();

const pages = readdirSync(site.dist, {recursive: true, encoding: "utf8"})
  .filter(file => file.endsWith(".html") && !/^api\//.test(file))
  .filter(file => readFileSync(join(site.dist, file), "utf8").includes('data-fold="SQL"'))
  .map(file => file.replace(/\.html$/, ""));

test("there are pages with queries", () => expect(pages.length).toBeGreaterThan(10));

test.each(pages)("the figures of %s draw what their own queries give", path =>
  site.visit(path, async page => expect((await faultsOfOwnQueries(page)).faults).toEqual([]))
);
