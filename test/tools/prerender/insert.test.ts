import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {
  badText,
  displayHtml,
  insertDisplays,
  relativeAddresses
} from "../../../tools/prerender/insert.js";

const waiting = (id: string) => `<observablehq-loading></observablehq-loading><!--:${id}:-->`;

test("what a cell displays stands before its comment; a cell without a value keeps its place", () => {
  const html = `<p>${waiting("0a1b2c3d")} and ${waiting("11111111-1")}${waiting("22222222")}</p><div><!--:33333333:--></div>`;
  const displays = new Map([
    ["0a1b2c3d", "0.5"],
    ["22222222", ""],
    ["33333333", "<b>2</b>"]
  ]);
  expect(insertDisplays(html, displays)).toBe(
    `<p><observablehq-loading class="shown">0.5</observablehq-loading><!--:0a1b2c3d:--> and ${waiting("11111111-1")}<!--:22222222:--></p><div><observablehq-loading class="shown"><b>2</b></observablehq-loading><!--:33333333:--></div>`
  );
});

test("nodes are shown as they are, anything else as text, lists in a line one by one", () => {
  const {document} = parseHTML("<p>a <b>b</b></p>");
  const bold = document.querySelector("b")!;
  expect(displayHtml(["<1", bold, 2], false)).toBe("&lt;1<b>b</b>2");
  expect(displayHtml([["x", bold]], true)).toBe("x<b>b</b>");
});

test("pictures have coordinates to a tenth, and matrices all of their digits", () => {
  const {document} = parseHTML(
    '<p><svg><path d="M31.575,20.54L3,4" transform="translate(0.25,1)"></path><g transform="scale(0.125)"></g></svg> 0.125</p>'
  );
  expect(displayHtml([document.querySelector("p")], false)).toBe(
    '<p><svg><path d="M31.5,20.5L3,4" transform="translate(0.2,1)" /><g transform="scale(0.125)" /></svg> 0.125</p>'
  );
});

test("addresses are relative to the page, wherever the site stands", () => {
  const html =
    '<a href="https://page.invalid/noise/alignment?b=4"></a><a href="https://page.invalid/_file/x.arrow"></a>';
  expect(relativeAddresses(html, "noise/alignment")).toBe(
    '<a href="?b=4"></a><a href="../_file/x.arrow"></a>'
  );
});

test.each([
  ["<p>the slope is NaN ± 0.1</p>", "NaN"],
  ["<p>after undefined steps</p>", "undefined"],
  ["<p>[object Object]</p>", "[object Object]"],
  ["null", "null"],
  ["<p>the null hypothesis</p>", null],
  ["<pre><code>undefined</code></pre>", null],
  ['<p title="NaN">0.5</p>', null]
])("%s: %s", (html, bad) => expect(badText(html)).toBe(bad));
