import {expect, test} from "vitest";
import {fixtureSite, renderPage} from "./site.js";

test("pages in folders are listed in reading order, each with its question", () => {
  const page = (title: string, question: string) =>
    `---\ntitle: ${title}\n---\n\n# ${title}\n\n<p class="question">${question}</p>\n`;
  const root = fixtureSite({
    "index.md": "::: pages :::\n",
    "notation.md": page("Notation", "Which symbols?"),
    "diffusion/plateau.md": page("Plateau", "How high is $x$?"),
    "noise/geometry.md": page("Geometry", "Is a < b?"),
    "noise/alignment.md": page("Alignment", "Is it?")
  });
  const {body, messages} = renderPage(root, "/index", "::: pages :::\n");
  expect(messages).toEqual([]);
  const items = [...body.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a> (.*?)<\/li>/gs)];
  expect(items.map(([, href, title]) => [href, title])).toEqual([
    ["./noise/alignment", "Alignment"],
    ["./noise/geometry", "Geometry"],
    ["./diffusion/plateau", "Plateau"]
  ]);
  expect(items[1][3]).toBe("Is a &lt; b?");
  expect(items[2][3]).toContain('class="katex"');
});
