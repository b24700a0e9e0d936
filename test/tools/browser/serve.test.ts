import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {get} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type StaticServer, serve} from "../../../tools/browser/serve.js";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
writeFileSync(join(folder, "index.html"), `<p>${"words ".repeat(1000)}</p>`);
writeFileSync(join(folder, "page.html"), "<p>a page without its ending</p>");
writeFileSync(join(folder, "picture.png"), Buffer.alloc(5000, "x"));
let server: StaticServer;
beforeAll(async () => {
  server = await serve(folder, "/base/");
});
afterAll(async () => {
  await server.close();
  rmSync(folder, {recursive: true});
});

/** Bytes of the body of an answer to a browser, as they come over the wire. */
const received = (url: string) =>
  new Promise<number>((resolve, reject) => {
    get(url, {headers: {"accept-encoding": "gzip, deflate, br"}}, answer => {
      let bytes = 0;
      answer.on("data", chunk => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });

describe("a static server knows what it sends", () => {
  test.each(["", "index.html", "page", "page.html?a=1", "picture.png"])(
    "of /base/%s",
    async path => {
      const size = await server.sizeOf(server.url + path);
      expect(size).toBeGreaterThan(0);
      expect(size).toBe(await received(server.url + path));
    }
  );

  test("text is compressed, pictures are not", async () => {
    expect(await server.sizeOf(server.url)).toBeLessThan(1000);
    expect(await server.sizeOf(`${server.url}picture.png`)).toBe(5000);
  });

  test("of what is not there, nothing", async () => {
    expect(await server.sizeOf(`${server.url}gone.js`)).toBe(0);
    expect(await server.sizeOf(server.url.replace("/base/", "/elsewhere/"))).toBe(0);
  });
});
