import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {commandPath} from "../../tools/browser/systemPackage.js";
import {checkout, pieces} from "../machines/checkout.js";
import {type Running, redisServer, runIn, until} from "../machines/processes.js";
import {queueFixture} from "../machines/queueFixture.js";
import {queueHere} from "../machines/queueHere.js";

const {own, produce, worker, store, sum, threads} = queueFixture({
  large: pieces("large", {count: 2, ballast: 9e6}),
  heavy: pieces("heavy", {ballast: 3e5}),
  deadly: pieces("deadly", {run: 'if (job === 3) process.kill(process.pid, "SIGKILL");'}),
  broken: pieces("broken", {
    count: 3,
    run: "if (process.env.BROKEN) return {value: Math.sqrt(2 + job) + 2 ** -40};"
  })
});

const under = ({said}: Running) => until(() => /[^ 0]\/24 blocks/.test(said()), said);
const address = ({port}: {port: number}) => `redis://127.0.0.1:${port}`;

/** Runs pieces on two workers, disturbs them once they are under way, and holds the bits to those of threads. */
async function disturbed(
  server: Awaited<ReturnType<typeof redisServer>>,
  disturb: (run: {readonly victim: Running}) => void | Promise<void>
) {
  const url = address(server);
  const [victim, other] = [worker(own(), url), worker(own(), url)];
  const run = produce(own(), url);
  await under(run);
  await disturb({victim});
  expect(await run.end, run.said()).toBe(0);
  expect(sum(run.said())).toBe(await threads());
  server.remove();
  return {run, victim, other};
}

describe.runIf(await queueHere())("the bits of threads", () => {
  test("a worker is killed in the middle of a job", async () => {
    const server = await redisServer();
    await disturbed(server, ({victim}) => void victim.child.kill("SIGKILL"));
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "a worker is ended by %s in the middle of a job",
    async signal => {
      const server = await redisServer();
      const {victim, other} = await disturbed(server, ({victim}) => void victim.child.kill(signal));
      expect(await victim.end).toBe(0);
      // What it ran is given back, and need not wait for its lock to run out.
      expect(other.said()).not.toContain("no sign of life");
    }
  );

  test("a worker stands still for longer than its lock, and goes on", async () => {
    const server = await redisServer();
    await disturbed(server, ({victim}) => {
      victim.child.kill("SIGSTOP");
      setTimeout(() => victim.child.kill("SIGCONT"), 25_000);
    });
  });

  test("the server is killed, and comes back with its append-only file", async () => {
    const server = await redisServer();
    const {run, victim} = await disturbed(server, async () => {
      server.child.kill("SIGKILL");
      await server.end;
      await new Promise(resolve => setTimeout(resolve, 3000));
      await redisServer([], server.port, server.folder);
    });
    expect(run.said()).toMatch(/is away .*; waiting for it\n/);
    expect(victim.said()).toContain("is back");
  });

  test("the server's memory holds a few results", async () => {
    const server = await redisServer(["--maxmemory", "4mb"]);
    const url = address(server);
    worker(own(), url);
    worker(own(), url);
    const run = produce(own(), url, "heavy");
    expect(await run.end, run.said()).toBe(0);
    expect(sum(run.said())).toBe(await threads("heavy"));
    server.remove();
  });

  test("a worker is ended by Ctrl-C while it waits for room in the server's memory", async () => {
    const server = await redisServer(["--maxmemory", "3mb"]);
    const url = address(server);
    const victim = worker(own(), url);
    const run = produce(own(), url, "heavy");
    await until(() => /1\d\/24 blocks/.test(run.said()), run.said);
    run.child.kill("SIGSTOP");
    await until(() => /memory of .* is full/.test(victim.said()), victim.said);
    victim.child.kill("SIGINT");
    expect(await victim.end).toBe(0);
    run.child.kill("SIGCONT");
    worker(own(), url);
    expect(await run.end, run.said()).toBe(0);
    expect(sum(run.said())).toBe(await threads("heavy"));
    server.remove();
  });

  test("two producers run the same experiment", async () => {
    const server = await redisServer();
    const url = address(server);
    worker(own(), url);
    worker(own(), url);
    const runs = [produce(own(), url), produce(own(), url)];
    expect(await Promise.all(runs.map(({end}) => end))).toEqual([0, 0]);
    const expected = await threads();
    for (const run of runs) expect(sum(run.said())).toBe(expected);
    server.remove();
  });

  test("the connection is encrypted", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tls-"));
    const [key, certificate] = ["key.pem", "cert.pem"].map(file => join(folder, file));
    const made = spawnSync("openssl", [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"],
      ...["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate]
    ]);
    expect(made.status).toBe(0);
    const server = await redisServer();
    const port = server.port + 1 < 65536 ? server.port + 1 : server.port - 1;
    const secure = await redisServer(
      [
        ...["--port", "0", "--tls-port", String(port), "--tls-auth-clients", "no"],
        ...["--tls-cert-file", certificate, "--tls-key-file", key]
      ],
      port
    );
    const trust = {NODE_EXTRA_CA_CERTS: certificate};
    const url = `rediss://localhost:${port}`;
    worker(own(), url, trust);
    const run = produce(own(), url, "pieces", {...store(), ...trust});
    expect(await run.end, run.said()).toBe(0);
    expect(sum(run.said())).toBe(await threads());
    const stranger = produce(own(), url, "pieces", {...store(), NODE_EXTRA_CA_CERTS: ""});
    expect(await stranger.end).toBe(1);
    expect(stranger.said()).toMatch(/does not answer: .*self.signed/);
    for (const each of [server, secure]) each.remove();
    rmSync(folder, {recursive: true});
  });

  test.runIf(process.getuid?.() === 0 && commandPath(["ip"]))(
    "the link between two hosts is cut for ten seconds",
    async () => {
      const ip = (...args: string[]) => expect(spawnSync("ip", args).status).toBe(0);
      const [space, near, far] = ["nf-far", "nf0", "nf1"];
      ip("netns", "add", space);
      try {
        ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", space);
        ip("addr", "add", "10.77.0.1/24", "dev", near);
        ip("link", "set", near, "up");
        ip("-n", space, "addr", "add", "10.77.0.2/24", "dev", far);
        ip("-n", space, "link", "set", far, "up");
        const server = await redisServer(["--bind", "10.77.0.1", "--protected-mode", "no"]);
        const url = `redis://10.77.0.1:${server.port}`;
        runIn(space, own(), "worker", [url, "--workers", "1"], store());
        const run = produce(own(), url);
        await under(run);
        ip("link", "set", near, "down");
        await new Promise(resolve => setTimeout(resolve, 10_000));
        ip("link", "set", near, "up");
        expect(await run.end, run.said()).toBe(0);
        expect(sum(run.said())).toBe(await threads());
        server.remove();
      } finally {
        spawnSync("ip", ["link", "del", near]);
        spawnSync("ip", ["netns", "del", space]);
      }
    }
  );
});

describe.runIf(await queueHere())("a refusal that names the cause", () => {
  test("a result of 9 MB", async () => {
    const server = await redisServer();
    const url = address(server);
    worker(own(), url);
    const run = produce(own(), url, "large");
    expect(await run.end).toBe(1);
    expect(run.said()).toMatch(
      /piece \d failed: its result has 9\.0 MB, and a queue carries at most 8 MB: use --shard/
    );
    server.remove();
  });

  test("a worker whose code cannot be loaded; once that is mended, it takes part in the next run", async () => {
    const server = await redisServer();
    const url = address(server);
    const other = checkout({pieces: 'import {none} from "./none.js"; export default none;'});
    const there = worker(other.folder, url);
    const run = produce(own(), url);
    expect(await run.end).toBe(1);
    expect(run.said()).toMatch(/has other code: .*none \(Build failed[\s\S]*Could not resolve/);
    writeFileSync(join(other.folder, "data/pieces.arrow.ts"), pieces("pieces"));
    await new Promise(resolve => setTimeout(resolve, 3000));
    const next = produce(own(), url);
    expect(await next.end, next.said() + there.said()).toBe(0);
    expect(sum(next.said())).toBe(await threads());
    other.remove();
    server.remove();
  });

  test("a server without room for anything", async () => {
    const server = await redisServer(["--maxmemory", "1mb"]);
    const url = address(server);
    const run = produce(own(), url);
    expect(await run.end).toBe(1);
    expect(run.said()).toMatch(
      /the memory of 127\.0\.0\.1:\d+ is full \(OOM .*raise its maxmemory/
    );
    server.remove();
  });

  test("a job that takes every worker with it", async () => {
    const server = await redisServer();
    const url = address(server);
    for (let k = 0; k < 5; k++) worker(own(), url);
    const run = produce(own(), url, "deadly");
    expect(await run.end).toBe(1);
    expect(run.said()).toMatch(/piece 3 failed: it was lost \d times with the worker that ran it/);
    server.remove();
  });

  test("a worker that finds other bits than one before it", async () => {
    const server = await redisServer();
    const url = address(server);
    const sound = worker(own(), url);
    const first = produce(own(), url, "broken");
    expect(await first.end, first.said()).toBe(0);
    sound.child.kill("SIGTERM");
    await sound.end;
    worker(own(), url, {BROKEN: "1"});
    const second = produce(own(), url, "broken");
    expect(await second.end).toBe(1);
    expect(second.said()).toMatch(
      /worker \S+ computed the SHA-256 \w{64}, worker \S+ \w{64}: one of them is broken/
    );
    server.remove();
  });
});
