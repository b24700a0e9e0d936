import {createReadStream, existsSync, readFileSync, statSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";
import {promisify} from "node:util";
import {gzip} from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".arrow": "application/vnd.apache.arrow.stream"
};
const compressible = /html|javascript|css|json|svg|wasm/;

export interface StaticServer {
  /** Where the site is, with its base path and a trailing slash. */
  readonly url: string;
  /** Bytes of the body with which it answers a browser's request for an address; 0 where there is nothing. */
  sizeOf(url: string): Promise<number>;
  close(): Promise<void>;
}

const compress = promisify(gzip);

/**
 * Serves a built site on the loopback under a base path, as a static host would (gzip, no rewriting):
 * each file is compressed once.
 */
export async function serve(folder: string, base = "/"): Promise<StaticServer> {
  const compressed = new Map<string, Promise<Buffer>>();
  const zipped = (file: string) => {
    const {mtimeMs} = statSync(file);
    const key = `${file} ${mtimeMs}`;
    const known = compressed.get(key) ?? compress(readFileSync(file), {level: 6});
    compressed.set(key, known);
    return known;
  };
  const fileAt = (url: string) => {
    const pathname = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return pathname.startsWith(base) ? resolveFile(folder, pathname.slice(base.length)) : undefined;
  };
  const server = createServer(async (request, response) => {
    const file = fileAt(request.url ?? "/");
    if (!file) {
      response.writeHead(404, {"content-type": "text/plain"}).end("not found");
      return;
    }
    const type = typeOf(file);
    if (compressible.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? ""))
      response
        .writeHead(200, {"content-type": type, "content-encoding": "gzip"})
        .end(await zipped(file));
    else {
      response.writeHead(200, {"content-type": type});
      createReadStream(file).pipe(response);
    }
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    sizeOf: async url => {
      const file = fileAt(url);
      if (!file) return 0;
      return compressible.test(typeOf(file)) ? (await zipped(file)).length : statSync(file).size;
    },
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}

const typeOf = (file: string) => types[extname(file)] ?? "application/octet-stream";

function resolveFile(folder: string, path: string): string | undefined {
  const target = join(folder, normalize(`/${path}`));
  for (const candidate of [target, `${target}.html`, join(target, "index.html")])
    if (existsSync(candidate) && statSync(candidate).isFile()) return candidate;
  return undefined;
}
