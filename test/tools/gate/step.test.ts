import {expect, test} from "vitest";
import {chooseSteps, type Step} from "../../../tools/gate/step.js";
import {steps} from "../../../tools/gate/steps.js";

const step = (name: string, long = false): Step => ({
  name,
  about: "",
  minutes: 1,
  long,
  run: () => Promise.reject(new Error("not to be run"))
});
const some = [step("types"), step("core"), step("bench", true)];
const chosen = (...names: string[]) => chooseSteps(some, names).map(({name}) => name);

test("all but the long steps unless named; every one for all", () => {
  expect(chosen()).toEqual(["types", "core"]);
  expect(chosen("all")).toEqual(["types", "core", "bench"]);
});

test("the named ones, long or not, in their own order", () => {
  expect(chosen("bench", "types")).toEqual(["types", "bench"]);
  expect(chosen("core", "core")).toEqual(["core"]);
});

test("an unknown step is refused with the list of those that there are", () => {
  expect(() => chosen("core", "typos")).toThrow(
    "unknown step typos; there are types, core, bench, all"
  );
});

test("the project's steps have names of their own and wait for steps that there are", () => {
  const names = steps.map(({name}) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const {needs = [], after = []} of steps)
    for (const name of [...needs, ...after]) expect(names).toContain(name);
});
