import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {thresholds} from "../../lib/workbench/findings.js";
import {noiseReport} from "../../lib/workbench/noiseReport.js";
import {safetensors} from "../../tools/samples/safetensors.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {builtSite} from "./builtSite.js";

const site = builtSite();

/** Normal gradients of three parameters. */
function gradients(n: number): number[][] {
  const source = uniformSource(5);
  return Array.from({length: n}, () => [1, 0.5, 0.2].map(scale => 0.3 + scale * source.normal()));
}

const rows = gradients(200);
const file = (name: string, mimeType = "text/csv") => ({
  name,
  mimeType,
  buffer: Buffer.from(rows.map(row => row.join(",")).join("\n"))
});
const expected = noiseReport(
  {rows: rows.length, columns: 3, data: rows.flat()},
  {rows: "per-sample", population: "sample"}
);

const sentence = (page: Page) => page.locator(".bench-sentence");
const chooser = (page: Page) => page.locator('.intake input[type="file"]');

/** Opens the page, and waits until scripts have taken it over. */
const visit = (work: (page: Page) => Promise<void>) =>
  site.visit("workbench", async page => {
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
    await work(page);
  });

/** A number as the page writes it. */
function shown(text: string | null): number {
  const ascii = (text ?? "").replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, digit => String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)));
  return Number(ascii.replace("·10", "e").replace("⁻", "-"));
}

/** Until what stands first is another sentence than that of the penguins. */
async function answered(page: Page): Promise<void> {
  await expect.poll(() => sentence(page).textContent(), {timeout: 20_000}).toBe(expected.sentence);
}

describe("the workbench", () => {
  test("shows the penguins before any script runs", () =>
    site.visit(
      "workbench",
      async page => {
        expect(await sentence(page).textContent()).toMatch(/critical batch/);
        expect(await page.locator("figure svg").count()).toBeGreaterThan(5);
      },
      {scripts: false}
    ));

  test("has intervals at the level that is chosen", () =>
    visit(async page => {
      const head = page.locator("table.numbers thead th").nth(2);
      expect(await head.textContent()).toBe("95 % interval");
      await page.getByRole("combobox", {name: "Intervals at"}).selectOption("99 %");
      await expect.poll(() => head.textContent(), {timeout: 20_000}).toBe("99 % interval");
    }));

  test("fits a regression to a table of data, as the address says", () =>
    visit(async page => {
      await page.getByLabel("The table holds").selectOption("linear");
      await page.getByLabel("column to explain").fill("y");
      await chooser(page).setInputFiles({
        name: "data.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(`y,x\n${rows.map(([a, b]) => `${a + b},${b}`).join("\n")}`)
      });
      await expect
        .poll(() => page.locator(".bench-status").textContent(), {timeout: 20_000})
        .toMatch(/200 rows of 2 numbers.*linear regression of y on 1 column and an intercept/);
      await expect.poll(() => page.url()).toMatch(/model=linear.*response=y/);
    }));

  test("reads a file that is chosen, and sends nothing anywhere", () =>
    visit(async page => {
      const sent: string[] = [];
      page.on("request", request => {
        const local = request.url().startsWith(site.url) && request.method() === "GET";
        if (!local && !request.url().startsWith("blob:")) sent.push(request.url());
        if (request.postData() !== null) sent.push(`body to ${request.url()}`);
      });
      await chooser(page).setInputFiles(file("gradients.csv"));
      await answered(page);
      expect(sent).toEqual([]);
      await expect
        .poll(() => new URL(page.url()).searchParams.get("file"))
        .toMatch(/^[0-9a-f]{64}$/);
    }));

  test("reads a file that is dropped", () =>
    visit(async page => {
      const transfer = await page.evaluateHandle(text => {
        const data = new DataTransfer();
        data.items.add(new File([text], "dropped.csv"));
        return data;
      }, file("").buffer.toString());
      await page.dispatchEvent(".drop-zone", "drop", {dataTransfer: transfer});
      await answered(page);
      expect(await page.locator(".bench-status").textContent()).toContain("dropped.csv: 200 rows");
    }));

  test("reads a pasted matrix with its Hessian and a start, of which the address holds nothing", () =>
    visit(async page => {
      const status = page.locator(".bench-status");
      await page.getByText("or paste a matrix").click();
      await page.getByRole("button", {name: "Read what is pasted"}).click();
      await expect
        .poll(() => page.locator(".bench-fault").textContent())
        .toMatch(/nothing is pasted/);
      await page.getByLabel("Gradients, one row per sample").fill(rows.map(String).join("\n"));
      await page.getByLabel("Their Hessian H").fill("2, 0.25, 0\n0.25, 1, 0\n0, 0, 0.5");
      await page.getByRole("button", {name: "Read what is pasted"}).click();
      // With a curvature the sentence begins with the batch size of the run.
      const interval = expected.sentence.slice(expected.sentence.indexOf("("));
      await expect
        .poll(
          async () => {
            const told = await sentence(page).textContent();
            return (
              /^b = 32 is .* of the critical batch/.test(told ?? "") && told?.endsWith(interval)
            );
          },
          {timeout: 20_000}
        )
        .toBe(true);
      expect(await status.textContent()).toMatch(/what was pasted: 200 rows.*, with a Hessian\.$/);
      await page.getByLabel("Gradients, one row per sample").fill("");
      await page.getByLabel("Where a budget starts").fill("0.625 -0.375 0.125");
      await page.getByRole("button", {name: "Read what is pasted"}).click();
      await expect.poll(() => status.textContent(), {timeout: 20_000}).toMatch(/with a start/);
      const {href, searchParams} = new URL(page.url());
      expect([searchParams.get("file"), searchParams.get("sample")]).toEqual([null, null]);
      expect(href).not.toMatch(/0[.]25|0[.]625|0[.]375/);
    }));

  test.each([
    ["Their Hessian H", "1, 2", "the pasted Hessian must hold the Hessian of 5 parameters"],
    ["Where a budget starts", "1, 2", "the pasted start must hold 5 numbers, one per parameter"]
  ])("refuses in a sentence what is pasted for %s and has another order", (label, text, sentence) =>
    visit(async page => {
      await page.getByText("or paste a matrix").click();
      await page.getByLabel(label).fill(text);
      await page.getByRole("button", {name: "Read what is pasted"}).click();
      const fault = page.locator(".bench-fault");
      await expect.poll(() => fault.textContent(), {timeout: 20_000}).toContain(sentence);
      expect(await fault.textContent()).toMatch(/^[^.]+\.$/);
    })
  );

  test("moves its bar within long eigenvalue computations, which end at once where cancelled", () =>
    visit(async page => {
      const before = await sentence(page).textContent();
      const [n, d] = [1300, 1200];
      const source = uniformSource(9);
      const wide = Array.from({length: n}, () => Array.from({length: d}, () => source.normal()));
      await chooser(page).setInputFiles({
        name: "wide.safetensors",
        mimeType: "",
        buffer: Buffer.from(safetensors(wide, [{name: "w", shape: [d]}], "F32"))
      });
      const status = page.locator(".bench-status");
      await expect
        .poll(() => status.textContent(), {timeout: 60_000})
        .toMatch(/At work: the 1200 eigenvalues of the covariance, some \d+ s/);
      const bar = page.getByRole("progressbar", {name: "Progress"});
      const share = () => bar.evaluate(node => (node as HTMLProgressElement).value);
      const first = await share();
      await expect.poll(share, {timeout: 20_000}).toBeGreaterThan(first);
      await page.getByRole("button", {name: "cancel"}).click();
      await expect.poll(() => status.textContent(), {timeout: 2000}).not.toMatch(/At work/);
      expect(await sentence(page).textContent()).toBe(before);
    }));

  test("says from which number on each finding is made", () =>
    visit(async page => {
      const fold = page.locator("details.thresholds");
      await fold.locator("summary").click();
      const row = fold.getByRole("row").filter({hasText: "few-rows"});
      expect(await row.textContent()).toContain(`d/n is above ${thresholds.fewRows}`);
    }));

  test("asks what the rows are: means of b have b times the trace", () =>
    visit(async page => {
      await chooser(page).setInputFiles(file("gradients.csv"));
      await answered(page);
      await page
        .getByRole("combobox", {name: "Rows are"})
        .selectOption("means of b, drawn with replacement");
      await page.getByRole("spinbutton", {name: "b of each mean"}).fill("8");
      const trace = page
        .getByRole("region", {name: "Numbers of the gradients"})
        .locator("td")
        .first();
      const wanted = 8 * (expected.trace.value as number);
      await expect.poll(async () => shown(await trace.textContent())).toBeCloseTo(wanted, 1);
      await page.getByRole("combobox", {name: "They are"}).selectOption("all there are");
      await expect
        .poll(() => page.getByRole("alert").first().textContent())
        .toMatch(/means of b are no whole population/);
    }));

  test("says what is wrong with a file, and keeps what was there", () =>
    visit(async page => {
      const before = await sentence(page).textContent();
      const bytes = safetensors(rows, [{name: "w", shape: [3]}], "F32");
      await chooser(page).setInputFiles({
        name: "short.safetensors",
        mimeType: "",
        buffer: Buffer.from(bytes.subarray(0, 900))
      });
      await expect
        .poll(() => page.locator(".bench-fault").textContent())
        .toBe("short.safetensors is truncated: w ends at byte 2472 of 900.");
      expect(await sentence(page).textContent()).toBe(before);
    }));

  test("draws nothing of a table that is refused, and says so", () =>
    visit(async page => {
      const faults: string[] = [];
      page.on("pageerror", error => faults.push(error.message));
      await chooser(page).setInputFiles({
        name: "gap.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("1,2\n3,nan\n4,5\n")
      });
      await expect
        .poll(() => sentence(page).textContent(), {timeout: 20_000})
        .toMatch(/^Nothing can be told: 1 of 3 rows/);
      await expect
        .poll(() => page.getByText("of gap.csv would stand here, but they are not known").count())
        .toBe(3);
      expect(faults).toEqual([]);
    }));

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
