import {element} from "./element.js";
import type {Found, Section} from "./searchEngine.js";

/** The engine, which comes with the index when somebody first searches. */
interface Engine {
  readonly find: (query: string) => Found[];
  readonly patternOf: (words: readonly string[]) => string;
}

/** Results shown at most. */
const shown = 12;
/** Characters of text around the first word found. */
const around = 110;

/**
 * Full-text search at the head of the menu: over every heading and statement, by all words, their
 * beginnings and small misspellings. `/` goes there, the arrow keys walk the results, Escape leaves.
 * The index is fetched when somebody first goes there. Another control stands beside it.
 */
export function installSearch(beside: HTMLElement): void {
  const menu = document.querySelector<HTMLElement>("#observablehq-sidebar");
  const link = document.querySelector<HTMLLinkElement>('link[rel="noisefloor-search"]');
  const home = menu?.querySelector<HTMLAnchorElement>("a[href]");
  if (!menu || !link || !home) return;
  const input = element("input", {
    type: "search",
    placeholder: "Search  /",
    "aria-label": "Search",
    autocomplete: "off",
    spellcheck: "false"
  });
  const status = element("p", {role: "status"});
  const results = element("ol", {});
  const form = element("form", {class: "search", role: "search"}, input, beside, status, results);
  home.closest("ol")?.after(form);

  let engine: Promise<Engine> | undefined;
  const start = () => {
    engine ??= load(link.href);
    engine.catch(() => {
      engine = undefined;
    });
    return engine;
  };
  const search = async () => {
    const query = input.value.trim();
    menu.classList.toggle("searching", query !== "");
    if (query === "") {
      status.textContent = "";
      results.replaceChildren();
      return;
    }
    try {
      const {find, patternOf} = await start();
      const found = find(query);
      if (query !== input.value.trim()) return;
      status.textContent = `${found.length || "no"} ${found.length === 1 ? "place" : "places"}`;
      results.replaceChildren(
        ...found
          .slice(0, shown)
          .map(({section, words}) => resultOf(section, patternOf(words), home.href))
      );
    } catch {
      status.textContent = "The index of the search cannot be loaded.";
    }
  };
  input.addEventListener("focus", () => start().catch(() => {}));
  input.addEventListener("input", search);
  form.addEventListener("submit", event => {
    event.preventDefault();
    results.querySelector<HTMLAnchorElement>("a")?.click();
  });
  form.addEventListener("keydown", event => {
    const stops = [input, ...results.querySelectorAll<HTMLElement>("a")];
    const at = stops.indexOf(event.target as HTMLInputElement);
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step !== undefined && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    } else if (event.key === "Escape") {
      input.value = "";
      search();
      if (at > 0) input.focus();
      else input.blur();
    }
  });
  document.addEventListener("keydown", event => {
    const target = event.target as HTMLElement;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest("input, select, textarea, [contenteditable]")) return;
    const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle");
    if (toggle && getComputedStyle(menu).visibility === "hidden") toggle.checked = true;
    event.preventDefault();
    input.focus();
  });
}

async function load(url: string): Promise<Engine> {
  const [{patternOf, searchEngine}, sections] = await Promise.all([
    import("./searchEngine.js"),
    fetch(url).then(response => {
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return response.json() as Promise<Section[]>;
    })
  ]);
  return {find: searchEngine(sections), patternOf};
}

function resultOf({href, page, heading, text}: Section, pattern: string, home: string) {
  return element(
    "li",
    {},
    element(
      "a",
      {href: new URL(href, home).href},
      element("strong", {}, heading || page),
      heading ? element("span", {class: "where"}, page) : null,
      excerpt(text, pattern)
    )
  );
}

/** The text around the first of the words, with the words marked. */
function excerpt(text: string, pattern: string): HTMLElement {
  const node = element("span", {class: "excerpt"});
  const first = pattern ? text.search(new RegExp(pattern, "iu")) : -1;
  const from = first < 40 ? 0 : text.indexOf(" ", first - 40) + 1;
  const part = text.slice(from, from + around);
  if (from > 0) node.append("… ");
  for (const [i, piece] of (pattern
    ? part.split(new RegExp(`(${pattern})`, "iu"))
    : [part]
  ).entries())
    node.append(i % 2 ? element("mark", {}, piece) : piece);
  if (from + around < text.length) node.append(" …");
  return node;
}
