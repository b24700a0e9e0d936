import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {type StaticServer, serve} from "../../tools/browser/serve.js";
import {root} from "../../tools/root.js";

export interface Visit {
  readonly width?: number;
  readonly scripts?: boolean;
  /** What happens before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/**
 * The site in `dist/`, served under a base path, with a browser, while the tests of the file run that asks for it.
 *
 * @throws where nothing is built
 */
export function builtSite() {
  const dist = join(root, "dist");
  if (!existsSync(join(dist, "index.html"))) throw new Error("dist/ is not there: npm run build");
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(dist, "/base/");
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    dist,
    /** Its address, with a slash at the end; known while tests run. */
    get url() {
      return server.url;
    },
    get browser() {
      return browser;
    },
    /** Opens `path`, hands the page to `work`, and closes it. */
    async visit(
      path: string,
      work: (page: Page) => Promise<void>,
      {width = 1280, scripts = true, before}: Visit = {}
    ): Promise<void> {
      const context = await browser.newContext({
        viewport: {width, height: 900},
        javaScriptEnabled: scripts
      });
      try {
        const page = await context.newPage();
        await before?.(page);
        await page.goto(server.url + path);
        await work(page);
      } finally {
        await context.close();
      }
    }
  };
}
