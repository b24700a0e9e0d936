import {resolveObjectURL} from "node:buffer";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {Worker as Thread} from "node:worker_threads";

/** What a module worker of a page finds around it, in a thread without a network; its module comes as `workerData`. */
const entry = `
const {parentPort, workerData} = require("node:worker_threads");
const messages = new EventTarget();
Object.assign(globalThis, {
  self: globalThis,
  onmessage: null,
  fetch: () => Promise.reject(new TypeError("the build has no network")),
  postMessage: (data, transfer) => parentPort.postMessage(data, transfer),
  addEventListener: messages.addEventListener.bind(messages)
});
import(workerData).then(() => parentPort.on("message", data => {
  const event = new MessageEvent("message", {data});
  globalThis.onmessage?.(event);
  messages.dispatchEvent(event);
}));
`;

/** Milliseconds without a sign of work after which a thread that owes an answer is taken to owe none. */
const rest = 500;

interface Running {
  readonly thread: Thread;
  /** Whether it runs code yet. */
  online: boolean;
  /** Milliseconds that it has spent at work. */
  active: number;
}

let site = {origin: "", dist: ""};
let threads: Running[] = [];
let started = 0;
let questions = 0;
let heard = 0;
let sign = 0;

/** Whether the page has started workers, whether one of them works on an answer, and when one last gave one. */
export const workers = {
  started: () => started > 0,
  busy(): boolean {
    for (const running of threads) {
      const {active} = running.thread.performance.eventLoopUtilization();
      if (!running.online || active > running.active + 1) sign = performance.now();
      running.active = active;
    }
    // Some messages want no answer, as those that end a run.
    return questions > 0 && performance.now() - sign < rest;
  },
  heard: () => heard
};

/** Ends the workers of a page; those of the next find files of `dist` where they begin with `origin`. */
export function endWorkers(next = site): void {
  site = next;
  for (const {thread} of threads) void thread.terminate();
  threads = [];
  [started, questions, heard, sign] = [0, 0, 0, 0];
}

/**
 * The worker of a page that the build runs. What is started as `moduleWorker` does runs in a thread; what asks anything
 * else waits for ever.
 */
export class PageWorker extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  private readonly thread: Promise<Thread | null>;

  constructor(url: string | URL) {
    super();
    ++started;
    this.thread = this.start(String(url));
  }

  postMessage(data: unknown, transfer?: Transferable[]): void {
    void this.thread.then(thread => {
      if (!thread) return;
      ++questions;
      sign = performance.now();
      thread.postMessage(data, transfer as never);
    });
  }

  terminate(): void {
    void this.thread.then(thread => thread?.terminate());
  }

  private async start(url: string): Promise<Thread | null> {
    const source = await resolveObjectURL(url)?.text();
    const [, module] = /^import "([^"]+)";\s*$/.exec(source ?? "") ?? [];
    const place = module?.startsWith(site.origin)
      ? pathToFileURL(join(site.dist, module.slice(site.origin.length))).href
      : module;
    if (!place?.startsWith("file:")) return null;
    const thread = new Thread(entry, {eval: true, workerData: place, execArgv: []});
    const running = {thread, online: false, active: 0};
    threads.push(running);
    thread.on("online", () => {
      running.online = true;
    });
    const tell = (event: Event, own: ((event: never) => void) | null) => {
      questions = 0;
      heard = performance.now();
      own?.(event as never);
      this.dispatchEvent(event);
    };
    thread.on("message", data => tell(new MessageEvent("message", {data}), this.onmessage));
    thread.on("error", ({message}) =>
      tell(Object.assign(new Event("error"), {message}), this.onerror)
    );
    return thread;
  }
}
