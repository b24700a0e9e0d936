import {execFileSync} from "node:child_process";
import {expect, test} from "vitest";
import {page, preview} from "./previewFixture.js";

const site = preview();

test("the first page is there before the ledger, whose verdicts are in doubt until then", async () => {
  await expect.poll(() => site.badge().innerText()).toMatch(/being checked|✓ holds/);
  await site.tab.getByText("The value is 1.").waitFor();
  await expect.poll(() => site.badge().innerText()).toContain("✓ holds");
});

test("what is wrong with a page stands on it by file and line, at every save, until it is mended", async () => {
  await site.tab.evaluate(() => document.body.setAttribute("data-same", ""));
  const line = page.split("\n").length + 2;
  for (const name of ["One", "Two", "Three"]) {
    site.save("src/index.md", `${page}\nSaved ${name}.\n$\\no${name}$\n`);
    await site.tab
      .locator(".problems")
      .getByText(`src/index.md:${line} TeX error in \\no${name}`)
      .waitFor();
    await site.tab.getByText(`Saved ${name}.`).waitFor();
  }
  site.save("src/index.md", page);
  await site.tab.locator(".problems").waitFor({state: "detached"});
  expect(await site.tab.locator("body[data-same]").count()).toBe(1);
});

test("nothing stays on its port, however it ends", async () => {
  const answers = () =>
    fetch(`http://127.0.0.1:${site.port}/`).then(
      () => true,
      () => false
    );
  expect(await answers()).toBe(true);
  const behind = execFileSync("pgrep", ["-P", String(site.child.pid)], {encoding: "utf8"}).trim();
  site.child.kill("SIGKILL");
  await expect.poll(answers).toBe(false);
  const left = () => behind.split("\n").filter(pid => isAlive(Number(pid)));
  await expect.poll(left).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
