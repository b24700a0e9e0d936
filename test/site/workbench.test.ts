import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {thresholds} from "../../lib/workbench/findings.js";
import {root} from "../../tools/root.js";
import {safetensors} from "../../tools/samples/safetensors.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {
  answered,
  chooser,
  expected,
  file,
  rows,
  sentence,
  shown,
  site,
  visit
} from "./workbenchPage.js";

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
        .toMatch(/At work: the 1200 eigenvalues of the covariance, about \d+ s, as a guess/);
      const bar = page.getByRole("progressbar", {name: "Progress"});
      const share = () => bar.evaluate(node => (node as HTMLProgressElement).value);
      expect(await bar.getAttribute("aria-valuetext")).toMatch(/^about \d+/);
      const first = await share();
      await expect.poll(share, {timeout: 20_000}).toBeGreaterThan(first);
      await page.getByRole("button", {name: "cancel"}).click();
      await expect.poll(() => status.textContent(), {timeout: 2000}).not.toMatch(/At work/);
      expect(await sentence(page).textContent()).toBe(before);
    }));

  test("names every field to those who listen, folds opened", () =>
    visit(async page => {
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
      });
      const tree = await page.locator("main").ariaSnapshot();
      const fields =
        tree.match(/- '?(?:textbox|combobox|slider|spinbutton|button|progressbar)\b.*/g) ?? [];
      expect(fields.length).toBeGreaterThan(25);
      for (const field of fields) expect(field).toMatch(/^- '?[a-z]+ "[^"]+"/);
      for (const label of ["Gradients, one row", "Their Hessian H", "Where a budget starts"])
        expect(await page.getByRole("textbox", {name: label}).count(), label).toBe(1);
    }));

  test.each(["Zstandard", "Feather with LZ4", "Feather with Zstandard"])(
    "unpacks a file with %s, under the page's policy",
    name =>
      visit(async page => {
        const {files} = JSON.parse(
          readFileSync(join(root, "test/workbench/fixtures/columns.json"), "utf8")
        );
        await chooser(page).setInputFiles({
          name: "packed",
          mimeType: "",
          buffer: Buffer.from(files[name], "base64")
        });
        await expect
          .poll(() => page.locator(".bench-status").textContent(), {timeout: 20_000})
          .toMatch(/^packed: 12 rows of 2 numbers/);
      })
  );

  test("loads the small network at one click, and says where it cannot", () =>
    visit(async page => {
      const button = page.getByRole("button", {name: "a small network at its minimum"});
      const files = "**/network*.safetensors";
      await page.route(files, route => route.abort());
      await button.click();
      await expect
        .poll(() => page.locator(".bench-fault").textContent(), {timeout: 20_000})
        .toMatch(/^a small network at its minimum cannot be fetched: /);
      expect(await page.locator(".bench-status").textContent()).toMatch(/penguins/);
      await page.unroute(files);
      await button.click();
      await expect
        .poll(() => page.locator(".bench-status").textContent(), {timeout: 60_000})
        .toMatch(/^network\.safetensors: 2000 rows of \d+ numbers.*with a Hessian/);
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
        .toBe("short.safetensors is truncated: w ends at byte 2472 of 900: copy it again.");
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
});
