import {readFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import type {Browser, Page} from "playwright-core";
import {root} from "../../tools/root.js";
import {fonts} from "../../tools/site/fonts.js";

/** A page on which charts are drawn as pages draw them, with the site's colours and fonts. */
export async function figuresPage(browser: Browser, theme: "light" | "dark"): Promise<Page> {
  const {outputFiles} = await build({
    entryPoints: [join(root, "test/figures/drawAll.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022"
  });
  const faces = fonts.flatMap(({name, file, face}) => {
    const data = readFileSync(join(root, "node_modules", file)).toString("base64");
    const {family, weight, style} = face ?? {
      family: name.split("-")[0],
      weight: "400",
      style: name.endsWith("Italic") ? "italic" : "normal"
    };
    return name.includes("Bold")
      ? []
      : [
          `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`
        ];
  });
  const styles = ["tokens", "figure"].map(name =>
    readFileSync(join(root, `src/style/${name}.css`), "utf8")
  );
  const page = await browser.newPage({viewport: {width: 1200, height: 900}, colorScheme: theme});
  await page.setContent(
    `<!DOCTYPE html><style>${faces.join("")}${styles.join("")}body{margin:20px;background:var(--paper);color:var(--ink)}</style><body></body>`
  );
  await page.evaluate(() =>
    Promise.all(
      ["600 13px Inter", "12px Inter", "13px KaTeX_Main", "italic 13px KaTeX_Math"].map(font =>
        document.fonts.load(font)
      )
    )
  );
  await page.addScriptTag({content: outputFiles[0].text});
  return page;
}
