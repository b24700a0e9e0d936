import {describe, expect, test} from "vitest";
import {chooser, file, shown, site, visit} from "./workbenchPage.js";

describe("a run on the workbench", () => {
  test("draws the ellipse of any two directions, and runs that settle in it", () =>
    visit(async page => {
      const figure = page.locator("#figure-where-the-iterates-settle");
      await page.getByRole("combobox", {name: "Upwards"}).selectOption({index: 2});
      await page.getByRole("spinbutton", {name: "Upwards: its number"}).fill("4");
      await expect
        .poll(() => figure.locator("figcaption").textContent(), {timeout: 20_000})
        .toMatch(/along eigenvector 1 of H and parameter 4/);
      await page.getByRole("button", {name: "▶ simulate it here"}).click();
      await expect
        .poll(() => page.getByText(/runs of \d+ steps end inside/).textContent(), {timeout: 30_000})
        .toMatch(/^9[3-7]\.\d/);
      const [held] =
        (await page.getByText(/steps end inside/).textContent())?.match(/\d+(?= runs)/) ?? [];
      await figure.getByText("data", {exact: true}).click();
      expect(await figure.locator("tbody tr td:first-child", {hasText: "simulated"}).count()).toBe(
        Number(held)
      );
      await page.getByRole("spinbutton", {name: "Upwards: its number"}).fill("9");
      await page.getByText("the parameters go from 0 to 4; got 9").waitFor();
    }));

  test("begins below the edge of a curvature that is new, unless a rate was chosen", () =>
    visit(async page => {
      const curved = {
        name: "hessian.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("200\n20\n2\n")
      };
      const rate = page.getByRole("slider", {name: "Learning rate η"});
      await chooser(page).setInputFiles([file("gradients.csv"), curved]);
      await expect
        .poll(() => rate.getAttribute("aria-valuetext"), {timeout: 20_000})
        .toBe("0.00447");
      await expect.poll(() => page.locator(".findings").textContent()).not.toMatch(/diverges/);
      await rate.fill("1");
      await chooser(page).setInputFiles([file("others.csv"), curved]);
      await expect
        .poll(() => page.locator(".bench-status").textContent(), {timeout: 20_000})
        .toMatch(/others/);
      expect(await rate.inputValue()).toBe("1");
    }));

  test("tells the values of its map to the keyboard", () =>
    visit(async page => {
      const figure = page.locator("#figure-excess-loss-that-a-budget-reaches");
      await figure.locator(".chart").focus();
      const value = figure.locator("output.readout");
      await page.keyboard.press("ArrowRight");
      expect(await value.textContent()).toMatch(
        /map, measured: learning rate η .*, batch size b 1, excess loss/
      );
      await page.keyboard.press("ArrowUp");
      expect(await value.textContent()).toMatch(/batch size b 2, excess loss/);
    }));

  test("says what is the best learning rate at a batch size, and follows it", () =>
    visit(async page => {
      const best = page.getByText(/the best learning rate is/);
      expect(await best.textContent()).toMatch(/^With b = 32 /);
      await page.getByRole("slider", {name: "Batch size b"}).press("ArrowRight");
      await expect.poll(() => best.textContent(), {timeout: 20_000}).toMatch(/^With b = 64 /);
    }));

  test.each([360, 390])("clips no choice at %i px", width =>
    site.visit(
      "workbench",
      async page => {
        await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
        const clipped = await page.evaluate(
          () =>
            [...document.querySelectorAll<HTMLSelectElement>(".controls select")].filter(select => {
              const context = document.createElement("canvas").getContext("2d")!;
              context.font = getComputedStyle(select).font;
              const widest = Math.max(
                ...[...select.options].map(({text}) => context.measureText(text).width)
              );
              // The arrow takes some 20 pixels, the sides 8 each.
              return select.clientWidth < widest + 34;
            }).length
        );
        expect(clipped).toBe(0);
      },
      {width}
    )
  );

  test("moves what follows from the learning rate", () =>
    visit(async page => {
      const floor = page
        .getByRole("region", {name: "Numbers of the run"})
        .locator("td.number")
        .nth(2);
      const before = shown(await floor.textContent());
      await page.getByRole("slider", {name: "Learning rate η"}).fill("-1");
      await expect.poll(async () => shown(await floor.textContent())).toBeLessThan(before / 8);
    }));
});
