import {expect, test} from "vitest";
import {nextGroup} from "../../../tools/queue/nextGroup.js";

const free = Array.from({length: 1000}, (_, i) => i);
const costs = free.map(() => 10);

test("one job while nothing is known of their speed", () => {
  expect(nextGroup([7, 8, 9], {costs, threads: 4})).toEqual([7]);
});

test("as many as take three seconds", () => {
  expect(nextGroup(free, {costs, speed: 10, threads: 4})).toEqual([0, 1, 2]);
  expect(nextGroup(free, {costs, speed: 1, threads: 4})).toHaveLength(1);
});

test("at most five hundred, and towards the end so few that every thread has something", () => {
  expect(nextGroup(free, {costs, speed: 1e9, threads: 1})).toHaveLength(500);
  expect(nextGroup(free.slice(0, 20), {costs, speed: 1e9, threads: 4})).toEqual([0, 1, 2]);
  expect(nextGroup([5], {costs, speed: 1e9, threads: 0})).toEqual([5]);
});
