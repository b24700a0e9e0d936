import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {rounds} from "../../../tools/preview/rounds.js";

/** A round that lasts until it is ended, and what each was given. */
function recorder() {
  const given: string[][] = [];
  const signals: AbortSignal[] = [];
  let running = 0;
  let most = 0;
  let end = () => {};
  const changed = rounds(async (paths, signal) => {
    most = Math.max(most, ++running);
    given.push([...paths]);
    signals.push(signal);
    await new Promise<void>(resolve => {
      end = resolve;
    });
    running--;
  }, 100);
  const ended = async () => {
    end();
    await vi.advanceTimersByTimeAsync(0);
  };
  return {changed, given, signals, ended, most: () => most};
}

describe("rounds", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("take together what changes in quick succession", async () => {
    const {changed, given} = recorder();
    changed("a");
    await vi.advanceTimersByTimeAsync(60);
    changed("b");
    changed("a");
    await vi.advanceTimersByTimeAsync(60);
    expect(given).toEqual([]);
    await vi.advanceTimersByTimeAsync(60);
    expect(given).toEqual([["a", "b"]]);
  });

  test("never run two at once: what changes during one is the next one's, which follows it", async () => {
    const {changed, given, signals, ended, most} = recorder();
    changed("a");
    await vi.advanceTimersByTimeAsync(100);
    changed("b");
    await vi.advanceTimersByTimeAsync(500);
    changed("c");
    await vi.advanceTimersByTimeAsync(500);
    expect(given).toEqual([["a"]]);
    expect(signals[0].aborted).toBe(true);
    await ended();
    expect(given).toEqual([["a"], ["b", "c"]]);
    expect(signals[1].aborted).toBe(false);
    await ended();
    await vi.advanceTimersByTimeAsync(500);
    expect(given).toHaveLength(2);
    expect(most()).toBe(1);
  });

  test("wait for quiet after one that ends while files still change", async () => {
    const {changed, given, ended} = recorder();
    changed("a");
    await vi.advanceTimersByTimeAsync(100);
    changed("b");
    await ended();
    expect(given).toEqual([["a"]]);
    await vi.advanceTimersByTimeAsync(100);
    expect(given).toEqual([["a"], ["b"]]);
  });
});
