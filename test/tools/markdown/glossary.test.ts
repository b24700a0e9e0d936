import {expect, test} from "vitest";
import {fixtureSite, renderPage} from "./site.js";

const glossary = "# Glossary\n\n### stiff {#stiff}\n\nBent.\n\n### route {#route}\n\nA way.\n";

test("the first use of a word in a paragraph leads to it, and no other", () => {
  const source =
    "# A stiff title\n\nTwo routes, a [stiff](https://example.org) link, `stiff` code and a stiff valley. Stiffness is no route.\n\nAnother stiff one.\n";
  const root = fixtureSite({"glossary.md": glossary, "noise/page.md": source});
  const {body, messages} = renderPage(root, "/noise/page", source);
  expect(messages).toEqual([]);
  expect(body).toContain('Two <a href="../glossary#route" class="term">routes</a>, a');
  expect(body).toContain('and a <a href="../glossary#stiff" class="term">stiff</a> valley.');
  expect(body.match(/class="term"/g)).toHaveLength(2);
});

test("the glossary does not lead to itself, and a site may have none", () => {
  const root = fixtureSite({"glossary.md": glossary});
  expect(renderPage(root, "/glossary", glossary).body).not.toContain("term");
  const bare = fixtureSite({"page.md": "A route.\n"});
  expect(renderPage(bare, "/page", "A route.\n").body).toContain("A route.");
});
