import {expect, test} from "vitest";
import {renderTex} from "../../../tools/markdown/renderTex.js";
import {intoFooter, sharingHead, sitemap} from "../../../tools/site/sharing.js";

const page = (main: string) =>
  `<html><head><title>Batch &amp; scaling | noisefloor</title></head><body><main>${main}</main></body></html>`;
const head = (main: string, url = "https://example.org/a") =>
  sharingHead({path: "noise/x", html: page(main), url, picture: "../pictures/noise/x.png"});

test("a page is described by its question, with each formula once", () => {
  const question = `<p class="breadcrumb">Noise</p><p class="question">Does ${renderTex("\\eta", "inline")} matter “here”?</p><p>No.</p>`;
  expect(head(question)).toContain('<meta name="description" content="Does η matter “here”?">');
});

test("a page without a question is described by its first paragraph, cut between words", () => {
  const [, text] = /name="description" content="([^"]*)"/.exec(
    head(`<p>${"word ".repeat(80)}</p>`)
  )!;
  expect(text).toMatch(/^(word )+…$/);
  expect(text.length).toBeGreaterThan(150);
  expect(text.length).toBeLessThanOrEqual(200);
});

test("addresses are whole where the site's is known, and else left out or relative", () => {
  expect(head("<p>x</p>")).toContain('<link rel="canonical" href="https://example.org/a/noise/x">');
  expect(head("<p>x</p>")).toContain(
    '"og:image" content="https://example.org/a/pictures/noise/x.png"'
  );
  expect(head("<p>x</p>")).toContain('"og:title" content="Batch &amp; scaling"');
  const unknown = head("<p>x</p>", "");
  expect(unknown).not.toMatch(/canonical|og:url/);
  expect(unknown).toContain('"og:image" content="../pictures/noise/x.png"');
});

test("a sitemap lists whole addresses", () =>
  expect(sitemap("https://example.org/a", ["", "noise/x"])).toContain(
    "<url><loc>https://example.org/a/</loc></url>\n<url><loc>https://example.org/a/noise/x</loc></url>"
  ));

test("what is added to a page's footer stands in none of its forms", () => {
  const form = "<form><footer><button>reset</button></footer></form>";
  const page = (footer: string) => `<main>${form}</main>\n<footer>${footer}</footer>\n</body>`;
  expect(intoFooter(page("<p>before</p>"), "<p>added</p>")).toBe(
    page("<p>before</p><p>added</p>\n")
  );
  expect(intoFooter("<main></main>", "<p>added</p>")).toBe("<main></main>");
});
