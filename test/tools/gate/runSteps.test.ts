import {expect, test} from "vitest";
import {runSteps} from "../../../tools/gate/runSteps.js";
import type {Outcome, Step} from "../../../tools/gate/step.js";

const outcome = (parts: Partial<Outcome> = {}): Outcome => ({
  passed: 1,
  failed: 0,
  skipped: 0,
  output: "",
  failures: [],
  ...parts
});

/** A step that ends after some turns of the event loop, and notes its beginning and end. */
function step(
  name: string,
  parts: Partial<Outcome> = {},
  {log = [] as string[], turns = 1, ...rest}: Partial<Step> & {log?: string[]; turns?: number} = {}
): Step {
  const run = async () => {
    log.push(`${name} begins`);
    for (let i = 0; i < turns; i++) await new Promise(resolve => setImmediate(resolve));
    log.push(`${name} ends`);
    return outcome(parts);
  };
  return {name, about: `about ${name}`, minutes: 1, run, ...rest};
}

async function run(steps: Step[], lanes = 2): Promise<{sound: boolean; lines: string[]}> {
  const printed: string[] = [];
  const sound = await runSteps(steps, {lanes, print: text => printed.push(text)});
  return {sound, lines: printed.join("\n").split("\n")};
}

test("adds up what every step counts; the last line says it alone", async () => {
  const {sound, lines} = await run([step("a", {passed: 3}), step("b", {passed: 4})]);
  expect(sound).toBe(true);
  expect(lines.at(-1)).toBe("7 passed, 0 failed");
});

test("a failing step counts, is named in the table with what failed, and fails the run", async () => {
  const failing = step("b", {passed: 2, failed: 1, failures: ["x.test.ts: squares"]});
  const {sound, lines} = await run([step("a"), failing, step("c")]);
  expect(sound).toBe(false);
  expect(lines.at(-1)).toBe("4 passed, 1 failed");
  expect(lines).toContain("  ✕ x.test.ts: squares");
  expect(lines.find(line => line.startsWith("b "))).toMatch(/^b +2 +1 +\d+\.\d s$/);
});

test("a step that throws fails with its message", async () => {
  const throwing: Step = {
    name: "a",
    about: "",
    minutes: 1,
    run: () => Promise.reject(new Error("no such browser"))
  };
  const {sound, lines} = await run([throwing]);
  expect(sound).toBe(false);
  expect(lines).toContain("  ✕ no such browser");
  expect(lines.at(-1)).toBe("0 passed, 1 failed");
});

test("a step that does not end is told when its time is up, and fails by name", async () => {
  const minutes = 0.001;
  const endless: Step["run"] = (_, signal) =>
    new Promise(resolve => signal.addEventListener("abort", () => resolve(outcome())));
  const {sound, lines} = await run([step("a", {}, {minutes, run: endless}), step("b")]);
  expect(sound).toBe(false);
  expect(lines).toContain("  ✕ ended after 0.001 min, its limit");
  expect(lines.find(line => line.startsWith("a "))).toMatch(/^a +1 +1 /);
  expect(lines.at(-1)).toBe("2 passed, 1 failed");
});

test("a step that needs a failed one is skipped, and so is what needs it in turn; one that follows runs", async () => {
  const log: string[] = [];
  const {lines} = await run([
    step("build", {passed: 0, failed: 1}, {log}),
    step("site", {}, {log, needs: ["build"]}),
    step("check", {}, {log, needs: ["site"]}),
    step("bench", {}, {log, after: ["build"]})
  ]);
  expect(log.filter(line => line.endsWith("begins"))).toEqual(["build begins", "bench begins"]);
  expect(lines).toContain("  ✕ skipped: it needs build");
  expect(lines).toContain("  ✕ skipped: it needs site");
  expect(lines.at(-1)).toBe("1 passed, 1 failed, 2 skipped");
});

test("runs no more steps at once than there are lanes, and none before those that it waits for", async () => {
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const counted = (name: string, rest: Partial<Step> = {}): Step => {
    const plain = step(name, {}, {log, turns: 5});
    const run = async (live: boolean, signal: AbortSignal) => {
      most = Math.max(most, ++running);
      const result = await plain.run(live, signal);
      running--;
      return result;
    };
    return {...plain, ...rest, run};
  };
  await run([counted("a"), counted("b", {needs: ["a"]}), counted("c"), counted("d")]);
  expect(most).toBe(2);
  expect(log.indexOf("b begins")).toBeGreaterThan(log.indexOf("a ends"));
  expect(log.indexOf("c begins")).toBeLessThan(log.indexOf("a ends"));
});

test("a need that is not among the chosen steps keeps nobody waiting", async () => {
  const {lines} = await run([step("site", {}, {needs: ["build"]})]);
  expect(lines.at(-1)).toBe("1 passed, 0 failed");
});

test("what a step says stands under its name, however steps overlap", async () => {
  const {lines} = await run([
    step("slow", {output: "slow 1\nslow 2\n"}, {turns: 5}),
    step("quick", {output: "quick 1\nquick 2\n"})
  ]);
  const at = (line: string) => lines.findIndex(each => each.startsWith(line));
  expect(at("— quick: about quick (")).toBe(at("quick 1") - 1);
  expect(at("quick 2")).toBe(at("quick 1") + 1);
  expect(at("— slow: about slow (")).toBe(at("slow 1") - 1);
  expect(at("slow 2")).toBe(at("slow 1") + 1);
});

test("refuses steps that wait for each other", async () => {
  const circle = [step("a", {}, {needs: ["b"]}), step("b", {}, {after: ["a"]})];
  await expect(run(circle)).rejects.toThrow("steps wait for each other: a, b");
});
