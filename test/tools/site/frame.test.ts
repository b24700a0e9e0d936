import {expect, test} from "vitest";
import {citationFooter, scaleBanner} from "../../../tools/site/frame.js";

test("a site off the printed scale says so, one at it does not", () => {
  expect(scaleBanner(1)).toBe("");
  expect(scaleBanner(0.25)).toContain("Built at scale 0.25.");
});

test("a page is cited by its title and path, which are text", () => {
  const html = citationFooter({title: "A <b> & c", path: "/noise/alignment"});
  expect(html).toContain('data-path="/noise/alignment"');
  expect(html).toMatch(/A &lt;b&gt; &amp;|\\&amp;/);
  expect(html).not.toContain("<b>");
});
