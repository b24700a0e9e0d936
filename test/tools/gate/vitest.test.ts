import {join} from "node:path";
import {expect, test} from "vitest";
import {countTests, type Report} from "../../../tools/gate/vitest.js";
import {root} from "../../../tools/root.js";

const report = (parts: Partial<Report> = {}): Report => ({
  success: true,
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...parts
});
const file = (
  status: string,
  ...assertionResults: Report["testResults"][number]["assertionResults"]
) => ({
  name: join(root, "test/a.test.ts"),
  status,
  assertionResults
});

test("counts what passed", () => {
  expect(countTests(report(), 0)).toEqual({passed: 5, failed: 0, skipped: 0, failures: []});
});

test("names what failed by file and test", () => {
  const testResults = [
    file("failed", {status: "failed", fullName: "squares"}, {status: "passed", fullName: "adds"})
  ];
  const counted = countTests(report({success: false, numFailedTests: 1, testResults}), 1);
  expect(counted).toMatchObject({failed: 1, failures: ["test/a.test.ts: squares"]});
});

test("says the first line of why it failed, without colours", () => {
  const failureMessages = [
    "\u001b[31mAssertionError: expected 1 to be 2\u001b[39m\n    at squares"
  ];
  const testResults = [file("failed", {status: "failed", fullName: "squares", failureMessages})];
  const counted = countTests(report({success: false, numFailedTests: 1, testResults}), 1);
  expect(counted.failures).toEqual([
    "test/a.test.ts: squares\n      AssertionError: expected 1 to be 2"
  ]);
});

test("a test that is left out counts as skipped", () => {
  expect(countTests(report({numPendingTests: 1, numTodoTests: 1}), 0).skipped).toBe(2);
});

test("a file that does not load, a run that ends badly and a lost report count as failures", () => {
  const unloaded = report({success: false, testResults: [file("failed")]});
  expect(countTests(unloaded, 1)).toMatchObject({failed: 1, failures: ["test/a.test.ts"]});
  expect(countTests(report(), 1)).toMatchObject({failed: 1, failures: ["exit status 1"]});
  expect(countTests(undefined, 137)).toMatchObject({
    failed: 1,
    failures: ["no report; exit status 137"]
  });
});
