import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {ProgressLine} from "../../../tools/sweeps/progress.js";

let said: string[];
const stream = {isTTY: false, write: (text: string) => said.push(text.trim())};
beforeEach(() => {
  said = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

/** What is said after each of the given jobs, which take three seconds each. */
function lines(costs: readonly number[], finished: readonly number[], jobs: readonly number[]) {
  const progress = new ProgressLine("tally", stream as unknown as NodeJS.WriteStream);
  progress.start(costs, finished);
  for (const job of jobs) {
    vi.advanceTimersByTime(3000);
    progress.advance(job);
  }
  return said.map(line => line.replace(/[█·]+ /, ""));
}

test("speed and time left of a sweep", () => {
  expect(lines([6e6, 3e6, 3e6], [], [0, 1, 2])).toEqual([
    "tally 0/3 blocks, 0.0 s",
    "tally 1/3 blocks, 3.0 s, 2.0 M steps/s, 3 s left",
    "tally 2/3 blocks, 6.0 s, 1.5 M steps/s, 2 s left",
    "tally 3/3 blocks, 9.0 s, 1.3 M steps/s"
  ]);
});

test("no speed where what is counted is claims, and no estimate from one in a hundred", () => {
  const costs = Array.from({length: 100}, () => 1);
  const found = lines(costs, [], [0, 1, 2, 3, 4]);
  expect(found[1]).toBe("tally 1/100 blocks, 3.0 s");
  expect(found[4]).toBe("tally 4/100 blocks, 12.0 s");
  expect(found[5]).toBe("tally 5/100 blocks, 15.0 s, 285 s left");
});

test("what an interrupted run has left counts as done, not as fast", () => {
  expect(lines([1e6, 1e6, 1e6], [0], [1])).toEqual([
    "tally 1/3 blocks, 0.0 s",
    "tally 2/3 blocks, 3.0 s, 0.3 M steps/s, 3 s left"
  ]);
  expect(lines([1e6], [0], []).at(-1)).toBe("tally 1/1 blocks, 0.0 s");
});
