import {readFileSync} from "node:fs";
import {join} from "node:path";
import type axeCore from "axe-core";
import type {Page} from "playwright-core";
import {root} from "../root.js";

const source = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** Nodes named per rule; one is enough to begin with. */
const shown = 3;

/**
 * The accessibility problems that axe-core finds on an open page: by all its rules, or those of contrast
 * alone. Formulas are left out, whose thousands of boxes are hidden behind their MathML: each is left
 * with its text and its size, since axe-core looks at what it leaves out, too.
 */
export async function axe(page: Page, rules: "all" | "contrast"): Promise<string[]> {
  await page.evaluate(source);
  await page.evaluate(flattenFormulas);
  const violations = await page.evaluate(async rules => {
    const {axe} = globalThis as unknown as {axe: typeof axeCore};
    const {violations} = await axe.run(
      // The box that opens Framework's menu is a control beside it, not content.
      {exclude: [".katex", "#observablehq-sidebar-toggle"]},
      {
        resultTypes: ["violations"],
        ...(rules === "contrast" && {runOnly: ["color-contrast", "link-in-text-block"]})
      }
    );
    return violations.map(({id, help, nodes}) => ({
      id,
      help,
      nodes: nodes.map(
        ({target, any}) => `${target.join(" ")}${any[0] ? `: ${any[0].message}` : ""}`
      )
    }));
  }, rules);
  return violations.map(({id, help, nodes}) => {
    const more = nodes.length > shown ? ` and ${nodes.length - shown} more` : "";
    return `axe ${id}: ${help} — ${nodes.slice(0, shown).join("; ")}${more}`;
  });
}

/** Runs in the page: a formula's boxes become one of their size, its MathML becomes its text. */
function flattenFormulas(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>(".katex-html:not(:empty)")];
  const sizes = boxes.map(box => box.getBoundingClientRect());
  for (const [i, box] of boxes.entries()) {
    box.replaceChildren();
    Object.assign(box.style, {
      display: "inline-block",
      width: `${sizes[i].width}px`,
      height: `${sizes[i].height}px`
    });
  }
  for (const math of document.querySelectorAll(".katex-mathml"))
    math.replaceChildren(math.textContent ?? "");
}
