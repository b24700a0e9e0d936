import type {Locator, Page} from "playwright-core";

/** Long enough for an engine on a busy machine. */
const timeout = 60_000;

/**
 * Runs the query of every figure of a page, as the editor has it, and has its result drawn in the figure: what is wrong
 * where that cannot be done, or draws other marks than the page did.
 *
 * @param written a query that is run in its place, where `$` stands for it
 */
export async function faultsOfOwnQueries(
  page: Page,
  written?: string
): Promise<{asked: number; faults: string[]}> {
  await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
  const figures = page.locator("main figure", {
    has: page.locator("details[data-fold=SQL]:not(figure figure details)")
  });
  const faults: string[] = [];
  const count = await figures.count();
  for (let k = 0; k < count; k++) {
    const figure = figures.nth(k);
    const title = await figure.getAttribute("aria-label");
    const fault = await faultOf(figure, written);
    if (fault) faults.push(`${title}: ${fault}`);
  }
  return {asked: count, faults};
}

async function faultOf(figure: Locator, written?: string): Promise<string | null> {
  const fold = figure.locator("details[data-fold=SQL]");
  if (!(await fold.evaluate((node: HTMLDetailsElement) => node.open)))
    await fold.locator("> summary").click();
  const run = figure.getByRole("button", {name: "▶ run"});
  await run.waitFor({timeout});
  const before = await marks(figure);
  if (written) await write(figure, own => written.replace("$", own));
  await run.click();
  const status = figure.locator(".query [role=status]");
  const error = figure.locator(".query .fault:not([hidden])");
  await status
    .filter({hasText: /rows? in/})
    .or(error)
    .first()
    .waitFor({timeout});
  if (await error.count()) return `its query fails: ${await error.textContent()}`;
  const use = figure.getByRole("button", {name: "use this result in the figure"});
  if (!(await use.isVisible()))
    return `its result cannot be drawn (${(await status.textContent()) || "nothing is said"})`;
  await use.click();
  if (await error.count()) return `${await error.textContent()}`;
  const after = await marks(figure);
  await figure.getByRole("button", {name: "draw the page's own rows"}).click();
  return before === after ? null : `other marks are drawn: ${firstDifference(before, after)}`;
}

/** Puts another query in the place of what the editor holds. */
async function write(figure: Locator, query: (own: string) => string): Promise<void> {
  const code = figure.locator(".query .cm-content");
  const own = await code.evaluate((node: HTMLElement) => node.innerText);
  await code.focus();
  await figure.page().keyboard.press("Control+A");
  await figure.page().keyboard.insertText(query(own));
}

/** What the picture is drawn of, without the names that each drawing gives to its parts. */
const marks = (figure: Locator): Promise<string> =>
  figure
    .locator(".picture")
    .evaluate(picture =>
      [...picture.querySelectorAll("svg")]
        .map(svg => svg.innerHTML.replace(/plot-clip-\d+/g, "clip"))
        .join("\n")
    );

function firstDifference(before: string, after: string): string {
  const at = [...before].findIndex((letter, k) => letter !== after[k]);
  const from = Math.max(0, at - 30);
  return `${before.slice(from, at + 50)} → ${after.slice(from, at + 50)}`;
}
