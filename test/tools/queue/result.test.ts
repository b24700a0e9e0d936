import {expect, test} from "vitest";
import {readFailure, readResult, writeFailure, writeResult} from "../../../tools/queue/result.js";

const result = {values: Float64Array.of(-0, Number.NaN, 1 / 3), name: "a\nb"};

test("a result comes back as it was, whoever computed it", () => {
  const {text, sha256} = writeResult({result, seconds: 2, worker: "one"});
  expect(readResult(text)).toEqual({result, seconds: 2, worker: "one"});
  expect(writeResult({result, seconds: 3, worker: "two"}).sha256).toBe(sha256);
  expect(writeResult({result: {...result, name: "c"}, seconds: 2, worker: "one"}).sha256).not.toBe(
    sha256
  );
});

test.each([
  ["a changed letter", (text: string) => text.replace("Float64Array", "Float64Arrax")],
  ["a cut end", (text: string) => text.slice(0, -3)],
  ["another's checksum", (text: string) => text.replace(/"sha256":"\w/, '"sha256":"z')],
  ["nothing", () => ""]
])("%s is told from it", (_, damage) => {
  const {text} = writeResult({result, seconds: 2, worker: "one"});
  expect(readResult(damage(text))).toBeUndefined();
});

test("a failure is told from BullMQ's own reasons", () => {
  const failure = {index: 3, message: "boom"};
  expect(readFailure(writeFailure(failure))).toEqual(failure);
  expect(readFailure("job stalled more than allowable limit")).toBeUndefined();
  expect(readFailure("")).toBeUndefined();
});
