import {describe, expect, test} from "vitest";
import {checkout, pieces} from "./checkout.js";
import {redisServer, until} from "./processes.js";
import {queueFixture} from "./queueFixture.js";
import {queueHere} from "./queueHere.js";

const {own, produce, worker, store, sum, threads} = queueFixture({
  failing: pieces("failing", {run: 'if (job === 7) throw new Error("boom");'})
});

describe.runIf(await queueHere())("a queue on a real server", () => {
  test("two workers find the bits of threads, and nobody prints the password", async () => {
    const server = await redisServer(["--requirepass", "sesame-street"]);
    const url = `redis://:sesame-street@127.0.0.1:${server.port}`;
    const workers = [worker(own(), url), worker(own(), url)];
    const run = produce(own(), url);
    expect(await run.end, run.said()).toBe(0);
    expect(sum(run.said())).toBe(await threads());
    for (const each of workers) expect(each.said()).toContain("pieces: takes part");
    const all = [run, ...workers].map(each => each.said()).join("\n");
    expect(all).not.toContain("sesame");
    for (const {child} of workers) child.kill("SIGTERM");
    expect(await Promise.all(workers.map(each => each.end))).toEqual([0, 0]);
    server.remove();
  });

  test("a job that fails ends the run, by experiment and cell", async () => {
    const server = await redisServer();
    const url = `redis://127.0.0.1:${server.port}`;
    worker(own(), url);
    const run = produce(own(), url, "failing");
    expect(await run.end).toBe(1);
    expect(run.said()).toContain("data/failing.arrow.ts: piece 7 failed: boom");
    server.remove();
  });

  test("a worker with other code is refused, naming both; beside another it does no harm", async () => {
    const server = await redisServer();
    const url = `redis://127.0.0.1:${server.port}`;
    const other = checkout({
      pieces: pieces("pieces").replace("Math.sqrt(2 + job)", "Math.sqrt(3 + job)")
    });
    const stranger = worker(other.folder, url);
    const alone = produce(own(), url);
    expect(await alone.end).toBe(1);
    const hashes = /closure hash (\w{64}), worker \S+ (\w{64})/.exec(alone.said());
    expect(hashes?.[1]).not.toBe(hashes?.[2]);
    expect(stranger.said()).toContain(`this code ${hashes?.[2]}`);
    worker(own(), url);
    const run = produce(own(), url);
    expect(await run.end, run.said()).toBe(0);
    expect(run.said()).toContain("has other code");
    expect(sum(run.said())).toBe(await threads());
    other.remove();
    server.remove();
  });

  test("a server that may throw jobs away, one that is not there and a wrong password are refused in a line", async () => {
    const server = await redisServer([
      "--maxmemory-policy",
      "allkeys-lru",
      "--requirepass",
      "right"
    ]);
    const refused = async (url: string) => {
      const run = produce(own(), url);
      expect(await run.end).toBe(1);
      return run.said().trim();
    };
    expect(await refused(`redis://:right@127.0.0.1:${server.port}`)).toBe(
      `the server 127.0.0.1:${server.port} has maxmemory-policy allkeys-lru and may throw jobs away; it must be noeviction`
    );
    expect(await refused(`redis://:wrong@127.0.0.1:${server.port}`)).toMatch(/WRONGPASS/);
    expect(await refused("redis://127.0.0.1:1")).toMatch(
      /^the server 127.0.0.1:1 does not answer: .*ECONNREFUSED/
    );
    expect(await refused("redis://u:secret@")).toBe(
      "the server must be given as redis://[[user]:password@]host[:port][/database], or rediss:// for TLS, with the password's signs percent-encoded; got redis://…@"
    );
    for (const url of [
      "redis://:sec/ret@host",
      "redis://:sec@ret@host:port",
      "redis://:sec%ret@host",
      "redis:/:secret@host",
      "redis//:secret@host",
      ":secret@host"
    ])
      expect(await refused(url), url).toMatch(/^(?!.*(sec|ret@)).* got (redis:\/\/)?…@host/);
    expect(await refused("redis://host/pieces")).toMatch(/server must be given as/);
    server.remove();
  });

  test("Ctrl-C of the producer leaves nothing queued; the same command goes on", async () => {
    const server = await redisServer();
    const url = `redis://127.0.0.1:${server.port}`;
    worker(own(), url);
    const to = store();
    const first = produce(own(), url, "pieces", to);
    await until(() => /[2-9]\/24 blocks|1\d\/24 blocks/.test(first.said()), first.said);
    first.child.kill("SIGINT");
    expect(await first.end).toBe(130);
    expect(first.said()).toContain("interrupted; run again to continue");
    const second = produce(own(), url, "pieces", to);
    expect(await second.end, second.said()).toBe(0);
    expect(second.said()).not.toContain(" 0/24 blocks");
    expect(sum(second.said())).toBe(await threads());
    server.remove();
  });
});
