import {expect, test} from "vitest";
import {parseCommand, wholeNumber} from "../../tools/readCommand.js";

const options = {
  scale: {type: "string", default: "1"},
  set: {type: "string", multiple: true},
  force: {type: "boolean", default: false}
} as const;
const parse = (...given: string[]) => parseCommand(given, {options, words: true});

test("reads options with and without values, several times where they may, and words", () => {
  const {values, positionals} = parse("x", "--set", "a=1", "--force", "--set=b=2", "--scale", "-1");
  expect({...values}).toEqual({scale: "-1", set: ["a=1", "b=2"], force: true});
  expect(positionals).toEqual(["x"]);
  expect({...parse().values}).toEqual({scale: "1", force: false});
});

test.each([
  [["--nope"], "option must be one of --scale, --set, --force; got --nope"],
  [["--toString=1"], "option must be one of --scale, --set, --force; got --toString"],
  [["-f"], "option must be one of --scale, --set, --force; got -f"],
  [["--scale"], "--scale must have a value; got none"],
  [["--scale="], "--scale must have a value; got none"],
  [["--scale", "--force"], "--scale must have a value; got --force"],
  [["--force=1"], "--force takes no value; got 1"]
])("refuses %s", (given, message) => {
  expect(() => parse(...given)).toThrow(new RangeError(message));
});

test("refuses words where none is read", () => {
  expect(() => parseCommand(["src", "now"], {options})).toThrow(
    new RangeError("nothing but options is read; got src now")
  );
});

test.each(["", " ", "abc", "1.5", "0", "9", "1e400"])("refuses %j as a whole number", text => {
  expect(() => wholeNumber("workers", text, 1, 8)).toThrow(
    new RangeError(`workers must be an integer in [1, 8]; got ${text}`)
  );
});

test("reads whole numbers", () => {
  expect(wholeNumber("search", "1e3", 1)).toBe(1000);
  expect(() => wholeNumber("search", "-1", 0)).toThrow("search must be an integer ≥ 0; got -1");
});
