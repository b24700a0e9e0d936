import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {root} from "../../../tools/root.js";

const css = readFileSync(join(root, "src/style/tokens.css"), "utf8");

/** The colours of the rule with a selector. */
function coloursOf(selector: string): string[] {
  const from = css.indexOf(`${selector} {`);
  expect(from, selector).toBeGreaterThan(-1);
  return css.slice(from, css.indexOf("}", from)).match(/--[\w-]+: #[\da-f]+/g) ?? [];
}

test("a reader who chooses the dark theme gets the colours of a dark system", () => {
  const system = coloursOf(':root:not([data-theme="light"])');
  expect(system.length).toBeGreaterThan(10);
  expect(coloursOf(':root[data-theme="dark"]')).toEqual(system);
});

test("every colour has one of each theme", () => {
  const names = (colours: readonly string[]) => colours.map(colour => colour.split(":")[0]);
  expect(names(coloursOf(":root"))).toEqual(names(coloursOf(':root[data-theme="dark"]')));
});
