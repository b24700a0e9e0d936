import type {Browser} from "playwright-core";
import {launch} from "./chromium.js";
import {type StaticServer, serve} from "./serve.js";

/** Starts Chromium, serves a folder under a base path while `work` runs, and ends both, also where one fails. */
export async function visit<T>(
  folder: string,
  base: string,
  work: (browser: Browser, server: StaticServer) => Promise<T>
): Promise<T> {
  const browser = await launch();
  try {
    const server = await serve(folder, base);
    try {
      return await work(browser, server);
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}
