import {describe, expect, it, vi} from "vitest";
import {inThread, type Runner, runJobs} from "../../lib/simulate/engine.js";

const costs = [5, 1, 2, 7];
const squares = inThread(async index => index * index);

/** Hands in what it is asked for backwards, every result twice. */
const backwards: Runner<number> = {
  async run(indices, deliver) {
    for (const index of indices.toReversed())
      for (const _ of [1, 2]) {
        await Promise.resolve();
        deliver(index, index * index);
      }
  }
};

describe("runJobs", () => {
  it.each([
    ["in this thread", squares],
    ["wherever, in any order, twice", backwards]
  ])("returns results in the order of the jobs: %s", async (_, runner) => {
    const kept: number[] = [];
    const all = await runJobs(costs, runner, {onResult: index => void kept.push(index)});
    expect(all).toEqual([0, 1, 4, 9]);
    expect(kept.toSorted()).toEqual([0, 1, 2, 3]);
    expect(await runJobs([], runner)).toEqual([]);
  });

  it("runs what is missing only, and takes what is there as it is, even if it is nothing", async () => {
    const run = vi.fn(squares.run);
    const finished = new Map<number, number | undefined>([
      [1, undefined],
      [2, 40],
      [9, 81]
    ]);
    expect(await runJobs<number | undefined>(costs, {run}, {finished})).toEqual([
      0,
      undefined,
      40,
      9
    ]);
    expect(run.mock.calls[0][0]).toEqual([0, 3]);
  });

  it("says how far it is, and that it has ended", async () => {
    const said: unknown[] = [];
    const progress = {
      start: (all: readonly number[], finished: readonly number[]) => said.push(all, finished),
      advance: (index: number) => said.push(index),
      end: () => said.push("end")
    };
    await runJobs(costs, backwards, {progress, finished: new Map([[2, 4]])});
    expect(said).toEqual([costs, [2], 3, 1, 0, "end"]);
    said.length = 0;
    const failing = inThread(() => Promise.reject(new Error("power cut")));
    await expect(runJobs(costs, failing, {progress})).rejects.toThrow("power cut");
    expect(said.at(-1)).toBe("end");
  });

  it("stops when the signal fires: at once, keeping nothing more, and the runner is told", async () => {
    const controller = new AbortController();
    const kept: number[] = [];
    let told: AbortSignal | undefined;
    let late = () => {};
    const endless: Runner<number> = {
      run: (_, deliver, signal) => {
        told = signal;
        late = () => deliver(1, 1);
        deliver(0, 0);
        return new Promise(() => {});
      }
    };
    const running = runJobs(costs, endless, {
      signal: controller.signal,
      onResult: index => void kept.push(index)
    });
    controller.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
    late();
    expect(kept).toEqual([0]);
    expect(told?.aborted).toBe(true);
    const again = runJobs(costs, squares, {signal: controller.signal});
    await expect(again).rejects.toThrow("enough");
  });

  it("rejects where a result cannot be kept, as when it is handed in by an event", async () => {
    const later: Runner<number> = {
      run: (_, deliver) =>
        new Promise(() => setTimeout(() => costs.forEach((_, i) => void deliver(i, i))))
    };
    const onResult = vi.fn(() => {
      throw new Error("the disk is full");
    });
    await expect(runJobs(costs, later, {onResult})).rejects.toThrow("the disk is full");
    expect(onResult).toHaveBeenCalledTimes(1);
  });

  it("does not take a runner's word for it", async () => {
    const lazy: Runner<number> = {run: async (_, deliver) => deliver(0, 0)};
    await expect(runJobs(costs, lazy)).rejects.toThrow(
      "the runner must hand in every result; job 1 has none"
    );
  });
});
