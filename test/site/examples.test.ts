import {describe, expect, test} from "vitest";
import {builtSite} from "./builtSite.js";

const site = builtSite();

/** Opens the page of a function, runs its first example with this code in its place, and reads what it says. */
async function ran(code: string | undefined): Promise<{result: string; status: string}> {
  let said = {result: "", status: ""};
  await site.visit("api/spectrum", async page => {
    const example = page.locator(".example").first();
    const button = example.locator(".actions button");
    await expect.poll(() => button.isEnabled(), {timeout: 20_000}).toBe(true);
    if (code !== undefined) await example.getByRole("textbox").fill(code);
    await button.click();
    const status = example.locator("[role=status]");
    await expect.poll(() => status.textContent(), {timeout: 30_000}).toMatch(/ s$|failed/);
    said = {
      result: (await example.locator(".result").textContent()) ?? "",
      status: (await status.textContent()) ?? ""
    };
  });
  return said;
}

describe("an example on the page of a function", () => {
  test("runs as it stands", async () => {
    const {result, status} = await ran(undefined);
    expect(result).toBe("[1, 3]\n");
    expect(status).toMatch(/^[\d.]+ s$/);
  });

  test("runs edited, with what it prints", async () => {
    const {result} = await ran(
      'console.log("λ", excessLoss({hessian: [[1]], noise: [[1]], learningRate: 1}));\nnew Matrix([[1, 2]]).mul(2);'
    );
    expect(result).toBe("λ 0.5\n[[2, 4]]\n");
  });

  test("says what is wrong", async () => {
    expect((await ran("spectrum([[1, 2]]);")).result).toContain("S must be n×n; got 1×2");
    expect((await ran("spectrum([[1, 2]);")).status).toBe("failed");
  });

  test("is kept to the page's policy", async () => {
    const {result} = await ran('await fetch("https://example.org/").then(() => 1, () => 2);');
    expect(result).toBe("2\n");
    expect((await ran('eval("1 + 1");')).result).toContain("EvalError");
  });

  test("ends after ten seconds", async () => {
    expect((await ran("for (;;);")).status).toBe("stopped after 10 s");
  }, 60_000);
});
