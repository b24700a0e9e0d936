import {expect, test} from "vitest";
import {fixtureSite, renderPage} from "./site.js";

const page = (title: string, question: string) =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n\n<p class="question">${question}</p>\n`;
const pages = {
  "notation.md": page("Notation", "Which symbols?"),
  "diffusion/plateau.md": page("Plateau", "How high is $x$?"),
  "noise/geometry.md": page("Geometry", "Is a < b?"),
  "noise/alignment.md": page("Alignment", "Is it &lt;1 %?"),
  "noise/zero.md": page("Zero", "Why?")
};

test("a folder's pages are listed in reading order, each with its question", () => {
  const root = fixtureSite(pages);
  const order = ["/noise/zero", "/noise/geometry"];
  const {body, messages} = renderPage(
    root,
    "/index",
    "::: pages noise :::\n\n::: pages diffusion :::\n",
    {order}
  );
  expect(messages).toEqual([]);
  const items = [...body.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a> (.*?)<\/li>/gs)];
  expect(items.map(([, href, title]) => [href, title])).toEqual([
    ["./noise/zero", "Zero"],
    ["./noise/geometry", "Geometry"],
    ["./noise/alignment", "Alignment"],
    ["./diffusion/plateau", "Plateau"]
  ]);
  expect(items[1][3]).toBe("Is a &lt; b?");
  expect(items[2][3]).toBe("Is it &lt;1 %?");
  expect(items[3][3]).toContain('class="katex"');
});

test("a list without a folder is refused", () => {
  const {messages} = renderPage(fixtureSite(pages), "/index", "::: pages :::\n");
  expect(messages).toEqual(["1 ::: pages needs a folder"]);
});
