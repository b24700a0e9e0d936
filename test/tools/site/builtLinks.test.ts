import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {checkBuiltLinks} from "../../../tools/site/builtLinks.js";

function built(files: Record<string, string>): string {
  const dist = mkdtempSync(join(tmpdir(), "noisefloor-"));
  onTestFinished(() => rmSync(dist, {recursive: true}));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, path)), {recursive: true});
    writeFileSync(join(dist, path), text);
  }
  return dist;
}

test("finds nothing where every link leads somewhere", () => {
  const dist = built({
    "index.html":
      '<p id="top"><a href="./a/b#x">1</a><a href="#top">2</a><a href="a/b?q=1">3</a><img src="i%20j.png"><a href="https://example.org/#y">4</a><a href="mailto:a@b.c">5</a></p><!-- <a href="gone"> --><script>"<a href=\'gone\'>"</script>',
    "a/b.html": '<h2 id="x"><a href="../">1</a><a href="./">2</a></h2>',
    "a/index.html": '<p data-href="gone"></p>',
    "i j.png": ""
  });
  expect(checkBuiltLinks(dist)).toEqual([]);
});

test.each([
  ["a page", '<a class="x" href="./gone">1</a>', "href ./gone leads nowhere"],
  ["an anchor", '<a href="#gone">1</a>', "no anchor gone in index.html"],
  ["a picture", '<img alt="" src="gone.png">', "src gone.png leads nowhere"],
  ["a module", '<script type="module" src="./gone.js"></script>', "src ./gone.js leads nowhere"],
  [
    "another origin",
    '<link rel="stylesheet" href="//example.org/x.css">',
    "request off the origin: //example.org/x.css"
  ]
])("reports %s", (_, html, message) => {
  expect(checkBuiltLinks(built({"index.html": html}))).toEqual([`index.html: ${message}`]);
});
