import {createServer, type IncomingMessage, request, type ServerResponse} from "node:http";
import {type AddressInfo, connect, type Socket} from "node:net";
import {errorPage, withScript} from "./pageParts.js";
import type {Polled, PreviewState} from "./state.js";

export interface ServerOptions {
  readonly host: string;
  /** The port, or the first to try. */
  readonly port: number;
  /** Whether a port that is taken is passed over for the next. */
  readonly search: boolean;
  /** The port of Framework's own preview, once it answers; rejects with what kept it from starting. */
  readonly behind: () => Promise<number>;
  /** The script that pages run to hear of the state. */
  readonly script: string;
  /** Called with what answers 5xx and is no page, and with what answers again. */
  readonly onAnswer: (path: string, fault?: string) => void;
}

export interface PreviewServer {
  readonly url: string;
  /** Resolves when the first page has been answered. */
  readonly firstPage: Promise<void>;
  /** Whether a page has been asked for. */
  asked(): boolean;
  tell(state: PreviewState): void;
  /** A file has changed. */
  changed(): void;
  /** Framework answers anew. */
  started(): void;
  close(): void;
}

/**
 * The port at which authors look, before Framework's preview: it stays while that is started anew, answers what
 * cannot be rendered with a page that says why and comes to itself, and tells open pages what is under way. They
 * ask, because a browser keeps few connections open to one port.
 *
 * @throws if the port, or every port from it on, is taken
 */
export async function servePreview(options: ServerOptions): Promise<PreviewServer> {
  const {host, script} = options;
  let state: Polled = {
    errors: [],
    progress: [],
    doubts: {claims: {}, others: null},
    changes: 0,
    starts: 0
  };
  let asked = false;
  let shown = () => {};
  const firstPage = new Promise<void>(resolve => {
    shown = resolve;
  });
  const server = createServer((incoming, response) => {
    const answer = (type: string, text: string) =>
      response
        .writeHead(200, {"content-type": `${type}; charset=utf-8`, "cache-control": "no-store"})
        .end(text);
    if (incoming.url === "/_noisefloor/script.js") answer("text/javascript", script);
    else if (incoming.url === "/_noisefloor/state")
      answer("application/json", JSON.stringify(state));
    else {
      asked ||= wantsPage(incoming);
      void pass(incoming, response, options, () => state, shown);
    }
  });
  server.on("upgrade", (incoming, socket: Socket, head) => {
    socket.on("error", () => socket.destroy());
    options.behind().then(
      port => passSocket(incoming, socket, head, port),
      () => socket.destroy()
    );
  });
  await listen(server, options);
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/`,
    firstPage,
    asked: () => asked,
    tell(next) {
      state = {...state, ...next};
    },
    changed() {
      state = {...state, changes: state.changes + 1};
    },
    started() {
      state = {...state, starts: state.starts + 1, changes: state.changes + 1};
    },
    close() {
      server.close();
      server.closeAllConnections();
    }
  };
}

async function listen(
  server: ReturnType<typeof createServer>,
  {host, port, search}: ServerOptions
): Promise<void> {
  for (let next = port; ; next++)
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(next, host, () => {
          server.off("error", reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && search && next < 65_535) continue;
      if (code === "EADDRINUSE") throw new Error(`port ${next} of ${host} is taken`);
      throw error;
    }
}

const wantsPage = ({headers}: IncomingMessage): boolean =>
  (headers.accept ?? "").includes("text/html");

/** Hands a request on, once there is whom to hand it to, and its answer back. */
async function pass(
  incoming: IncomingMessage,
  response: ServerResponse,
  {behind, onAnswer}: ServerOptions,
  state: () => Polled,
  shown: () => void
): Promise<void> {
  const isPage = wantsPage(incoming);
  const refuse = (status: number, message: string) => {
    if (response.headersSent) return response.destroy();
    const type = isPage ? "text/html" : "text/plain";
    response.writeHead(status, {"content-type": `${type}; charset=utf-8`});
    response.end(isPage ? errorPage(message, state()) : message);
  };
  try {
    const port = await behind();
    const {method, url = "/", headers} = incoming;
    const path = new URL(url, "http://localhost").pathname;
    const outgoing = request({host: "127.0.0.1", port, path: url, method, headers}, answer => {
      const {statusCode: status = 500, headers} = answer;
      const html = /^text\/html/.test(headers["content-type"] ?? "");
      const failed = status >= 400 && !html;
      if (!failed && !html) {
        onAnswer(path);
        response.writeHead(status, headers);
        answer.pipe(response);
        return;
      }
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", chunk => {
        text += chunk;
      });
      answer.on("end", () => {
        if (failed) {
          if (status >= 500 && !isPage) onAnswer(path, text);
          return refuse(status, text);
        }
        const page = Buffer.from(withScript(text));
        response.writeHead(status, {...headers, "content-length": page.length});
        response.end(method === "HEAD" ? undefined : page);
        if (status === 200) shown();
      });
    });
    outgoing.on("error", error => refuse(502, error.message));
    response.on("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
  } catch (error) {
    refuse(503, error instanceof Error ? error.message : String(error));
  }
}

function passSocket(incoming: IncomingMessage, socket: Socket, head: Buffer, port: number): void {
  const behind = connect(port, "127.0.0.1", () => {
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let i = 0; i < incoming.rawHeaders.length; i += 2)
      lines.push(`${incoming.rawHeaders[i]}: ${incoming.rawHeaders[i + 1]}`);
    behind.write(`${lines.join("\r\n")}\r\n\r\n`);
    behind.write(head);
    socket.pipe(behind).pipe(socket);
  });
  behind.on("error", () => socket.destroy());
  behind.on("close", () => socket.destroy());
  socket.on("close", () => behind.destroy());
}
