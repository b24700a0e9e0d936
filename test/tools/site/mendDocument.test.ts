import {expect, test} from "vitest";
import {mendDocument} from "../../../tools/site/mendDocument.js";

/** What Framework 1.13.4 writes around a page. */
const page = (contents: string) => `<!DOCTYPE html>
<html>
<head>
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
    <li class="observablehq-link"><a href="./">noisefloor</a></li>
  </ol>
  <section class="observablehq-section-active">
    <summary>Noise</summary>
    <ol>
    <li class="observablehq-link observablehq-link-active"><a href="./here">Here</a></li>
    </ol>
  </section>
</nav>
<div id="observablehq-center">
<aside id="observablehq-toc" data-selector="h2">
<nav>${contents}
</nav>
</aside>
<main id="observablehq-main" class="observablehq">
</main>
</div>
</body>
</html>`;

test("gives a page its language, zoom, landmarks and sections", () => {
  const list = '<ol>\n<li class="observablehq-secondary-link"><a href="#a">A</a></li>\n</ol>';
  const html = mendDocument(page(`\n<div>Contents</div>\n${list}`));
  expect(html).toContain('<html lang="en">');
  expect(html).not.toContain("maximum-scale");
  expect(html).not.toMatch(/<summary|<label[^>]*close|<aside/);
  expect(html).toContain('<nav aria-label="Contents">');
  expect(html).toMatch(
    /<a aria-current="page" href="\.\/here">Here<\/a><ol class="sections">\s*<li[^>]*><a href="#a">A/
  );
  expect(html.indexOf('class="skip" href="#observablehq-main"')).toBeLessThan(
    html.indexOf("<input")
  );
});

test("leaves no empty contents behind", () => {
  const html = mendDocument(page(""));
  expect(html).not.toMatch(/observablehq-toc|class="sections"/);
});
