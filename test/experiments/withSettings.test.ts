import {describe, expect, it} from "vitest";
import {noSettings, withSettings} from "../../lib/experiments/withSettings.js";

const spec = {seed: 1, batchSizes: [2, 4], steps: 100, name: "x"};
const fields = {seed: "seed", b: "batchSizes", steps: "steps"} as const;

describe("withSettings", () => {
  it("replaces numbers, and a list by one, and leaves the rest", () => {
    expect(withSettings(spec, {b: "32", steps: "1e3"}, fields)).toStrictEqual({
      ...spec,
      batchSizes: [32],
      steps: 1000
    });
    expect(withSettings(spec, {}, fields)).toStrictEqual(spec);
    expect(spec.batchSizes).toStrictEqual([2, 4]);
  });

  it.each(["name", "toString", "batchSizes"])("knows no setting %s", key => {
    expect(() => withSettings(spec, {[key]: "1"}, fields)).toThrow(
      new RangeError(`setting must be one of seed, b, steps; got ${key}`)
    );
  });

  it.each(["abc", "", " ", "NaN", "Infinity", "[1, 2]"])("wants a number; got %j", text => {
    expect(() => withSettings(spec, {steps: text}, fields)).toThrow(
      new RangeError(`steps must be a number; got ${text}`)
    );
  });

  it("says where there is nothing to vary", () => {
    expect(noSettings("alignment")).toThrow(new RangeError("alignment has no settings to vary"));
  });
});
