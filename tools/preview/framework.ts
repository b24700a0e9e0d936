import {type ChildProcess, spawn} from "node:child_process";
import {createServer} from "node:http";
import {type AddressInfo, connect} from "node:net";
import {join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {root} from "../root.js";
import {frameworkCommand, frameworkEnvironment} from "../site/framework.js";

/** How long Framework may take until it answers, in milliseconds. */
const patience = 120_000;

/** Framework's preview of a site, on a port of its own. */
export class FrameworkPreview {
  private child: ChildProcess | undefined;
  private port: Promise<number> = Promise.reject(new Error("not started"));
  /** What it has said on standard error lately. */
  private said = "";

  /** @param onEnd called where it has ended by itself, with what it said last */
  constructor(
    private readonly site: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly onEnd: (said: string) => void
  ) {
    this.port.catch(() => {});
  }

  /** Its port, once it answers. */
  readonly answering = (): Promise<number> => this.port;

  /** Starts it, or starts it anew: what it has imported it imports again. */
  start(): void {
    this.stop();
    this.port = this.spawn();
    this.port.catch(() => {});
  }

  /** Whether it runs, or is about to. */
  get running(): boolean {
    return this.child !== undefined;
  }

  /** What a loader, by the end of its path, has lately complained of. */
  complaintOf(loader: string): string | undefined {
    const lines = this.said.split("\n").filter(line => line.includes(`${loader}: `));
    return lines.at(-1);
  }

  stop(): void {
    const {child} = this;
    this.child = undefined;
    child?.kill();
  }

  private async spawn(): Promise<number> {
    const port = await freePort();
    this.said = "";
    const preload = join(root, "tools/preview/endWithParent.mjs");
    const child = spawn(
      process.execPath,
      ["--import", preload, ...frameworkCommand, "preview", "--port", String(port), "--no-open"],
      {
        cwd: this.site,
        env: {...frameworkEnvironment, ...this.environment},
        stdio: ["ignore", "ignore", "pipe", "ipc"]
      }
    );
    this.child = child;
    child.stderr?.on("data", chunk => {
      process.stderr.write(chunk);
      this.said = (this.said + stripVTControlCharacters(String(chunk))).slice(-4000);
    });
    let ended = false;
    child.on("close", () => {
      ended = true;
      if (this.child !== child) return;
      this.child = undefined;
      this.port = Promise.reject(new Error(complaint(this.said)));
      this.port.catch(() => {});
      this.onEnd(complaint(this.said));
    });
    for (const began = Date.now(); !ended; await pause(50)) {
      if (await accepts(port)) return port;
      if (Date.now() - began > patience) throw new Error("Framework's preview does not answer");
    }
    throw new Error(complaint(this.said) || "Framework's preview has ended");
  }
}

/** What Framework said, without the frames of stacks and its own address. */
const complaint = (said: string): string =>
  said
    .split("\n")
    .filter(line => line.trim() && !/^\s+at |^Tip: |^If you think |^↳ /.test(line))
    .join("\n");

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
