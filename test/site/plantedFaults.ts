/** What is planted, on which page, and how the build names it. Line 4 is the first after the title. */
export const planted: [fault: string, page: string, source: string, message: RegExp][] = [
  [
    "a type error in a TypeScript fence",
    "code",
    '```ts\nconst n: number = "one";\ndisplay(n);\n```',
    /^src\/code\.md:6 Type 'string' is not assignable to type 'number'/
  ],
  [
    "a type error in a JavaScript fence",
    "code",
    '```js\ndisplay("one".nonesuch);\n```',
    /^src\/code\.md:11 Property 'nonesuch' does not exist/
  ],
  [
    "a type error in an inline expression",
    "code",
    "Text\n$" + "{(3).nope}",
    /^src\/code\.md:15 Property 'nope' does not exist/
  ],
  [
    "a name that nothing defines",
    "code",
    "$" + "{undefinedName}",
    /^src\/code\.md:17 Cannot find name 'undefinedName'/
  ],
  ["a syntax error", "syntax", "```js\nconst = 1;\n```", /^src\/syntax\.md:6 .*nexpected/],
  [
    "a link to no page",
    "index",
    "[x](./nowhere)",
    /^src\/index\.md:5 link to \.\/nowhere: no such/
  ],
  [
    "a link to no anchor",
    "index",
    "[x](./code#nowhere)",
    /^src\/index\.md:7 link to \.\/code#nowhere: no such anchor/
  ],
  [
    "an unknown citation",
    "index",
    "[@nobody1900]",
    /^src\/index\.md:9 unresolved reference nobody/
  ],
  ["an unknown equation", "index", "@eq:none", /^src\/index\.md:11 unresolved reference eq:none/],
  [
    "an unknown statement",
    "index",
    "@FG-Thm9.9",
    /^src\/index\.md:13 unresolved reference FG-Thm9/
  ],
  ["a TeX error", "index", "$\\nope$", /^src\/index\.md:15 TeX error in \\nope/],
  [
    "a duplicate id",
    "index",
    '<p id="a">x</p>\n<p id="a">y</p>',
    /^src\/index\.md:18 duplicate id "a"/
  ],
  [
    "an image without words",
    "index",
    "![](/icon.svg)",
    /^src\/index\.md:20 image .* no text alter/
  ],
  [
    "a figure without words",
    "index",
    "<figure>\n<p>x</p>\n</figure>",
    /^src\/index\.md:22 <figure> has neither <figcaption> nor aria-label/
  ],
  [
    "a script from elsewhere",
    "index",
    '<script src="https://example.org/x.js"></script>',
    /^src\/index\.md:26 request off the origin: https:\/\/example\.org\/x\.js/
  ],
  [
    "an image from elsewhere",
    "index",
    "![words](//example.org/x.png)",
    /^src\/index\.md:28 request off the origin: \/\/example\.org/
  ],
  [
    "a link to no anchor of its own",
    "text",
    "[x](#gone)",
    /^src\/text\.md:5 link to #gone: no such/
  ],
  ["TeX cut short in a display", "text", "$$\n\\frac{1}{\n$$", /^src\/text\.md:7 TeX error in/],
  [
    "a TeX error within a line's display",
    "text",
    "a $$\\nope$$ b",
    /^src\/text\.md:11 TeX error in/
  ],
  [
    "a label that two equations have",
    "text",
    "$$x$$ {#eq:one}\n\n$$y$$ {#eq:one}",
    /^src\/text\.md:15 duplicate id "eq-one"; it stands on line 13/
  ],
  [
    "the id of an equation elsewhere",
    "text",
    '$$z$$ {#eq:two}\n\n<p id="eq-two">x</p>',
    /^src\/text\.md:17 duplicate id "eq-two"; it stands on line 19/
  ],
  [
    "a statement's id on a heading",
    "text",
    "::: FG-Lem4.1\nx\n:::\n\n## A {#FG-Lem4.1}",
    /^src\/text\.md:25 duplicate id "FG-Lem4\.1"; it stands on line 21/
  ],
  [
    "a statement that the inventory does not have",
    "text",
    "::: FG-Thm99.9\nx\n:::",
    /^src\/text\.md:27 unknown id FG-Thm99\.9; it must be in the inventory/
  ],
  [
    "an <img> without alt",
    "text",
    '<img src="/icon.svg">',
    /^src\/text\.md:31 <img> \/icon\.svg has no alt/
  ],
  [
    "an <img> with an empty alt that is no decoration",
    "text",
    '<img alt="" src="/icon.svg">',
    /^src\/text\.md:33 <img> \/icon\.svg has no alt/
  ],
  [
    "a drawing without words",
    "text",
    "<svg></svg>",
    /^src\/text\.md:35 <svg> has neither aria-label/
  ],
  [
    "a style sheet from elsewhere",
    "text",
    '<link rel="stylesheet" href="https://example.org/a.css">',
    /^src\/text\.md:37 request off the origin: https:\/\/example\.org\/a\.css/
  ],
  [
    "a style sheet imported from elsewhere",
    "text",
    '<style>@import url("https://example.org/b.css");</style>',
    /^src\/text\.md:39 request off the origin: https:\/\/example\.org\/b\.css/
  ],
  [
    "a background from elsewhere",
    "text",
    '<p style="background: url(//example.org/c.png)">x</p>',
    /^src\/text\.md:41 request off the origin: \/\/example\.org\/c\.png/
  ],
  [
    "a frame from elsewhere",
    "text",
    '<iframe src="https://example.org/"></iframe>',
    /^src\/text\.md:43 request off the origin: https:\/\/example\.org\//
  ],
  [
    "a module from elsewhere",
    "text",
    '```js\nimport("https://example.org/d.js");\n```',
    /^src\/text\.md:46 Cannot find module 'https:\/\/example\.org\/d\.js'/
  ],
  [
    "an import that Framework would fetch from a CDN",
    "text",
    '```js\nimport {csvParse} from "npm:d3-dsv";\ndisplay(csvParse);\n```',
    /^src\/text\.md:50 Cannot find module 'npm:d3-dsv'/
  ],
  [
    "a plot without a description",
    "text",
    '```ts\nimport * as Plot from "@observablehq/plot";\nimport {figure} from "./components/figure.js";\ndisplay(figure({title: "a", caption: "b", data: [], draw: () => Plot.plot({})}));\n```',
    /^src\/text\.md:57 Property 'description' is missing/
  ],
  [
    "a statement that is not closed",
    "text",
    "::: FG-Lem4.2\nx",
    /^src\/text\.md:60 ::: FG-Lem4\.2 is not closed/
  ],
  [
    "a digit typed in a paragraph",
    "numbers",
    "The ratio is 5.6 here.",
    /^src\/numbers\.md:5 "5\.6" is typed: compute it in \$\{…\}, or say it without a number/
  ],
  [
    "a word that says how many times",
    "numbers",
    "It is five times as large.",
    /^src\/numbers\.md:7 "five times" is typed: compute it/
  ],
  [
    "a digit typed in a label",
    "numbers",
    '```js\ndisplay(Object.keys({\n  label: "Ratios at 614 runs"\n}));\n```',
    /^src\/numbers\.md:11 "614" is typed: compute it/
  ],
  [
    "a result typed in a formula",
    "numbers",
    "so that $\\sqrt{x+y} = 0.41$",
    /^src\/numbers\.md:15 "0\.41" is a result typed in a formula: compute it/
  ]
];
