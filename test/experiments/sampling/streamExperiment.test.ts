import {expect, it} from "vitest";
import {streamExperiment} from "../../../lib/experiments/sampling/streamExperiment.js";
import {flights as read} from "../../sampling/data.js";
import {head, runInProcess} from "../runInProcess.js";

const flights = read("flights-5k.json");

const settings = {
  versions: ["drawn at random", "in order"],
  budgets: [1024],
  pilotShare: 0.2,
  spacing: 0.1,
  rounds: 2,
  batchSizes: [1, 16],
  halvings: 5,
  searched: 4
} as const;

it("costs more where flights come one after another, and rules differ as they do on a quadratic", async () => {
  const rows = await runInProcess(
    streamExperiment({...head, replicates: 30, settings}, flights.slice(0, 2000))
  );
  const of = (version: string, rule: string, column: string) =>
    Number(rows.find(row => row["version"] === version && row["rule"] === rule)?.[column]);
  const [random, ordered] = settings.versions;
  const apart = of(ordered, "told, b = 1", "returned") - of(random, "told, b = 1", "returned");
  expect(apart).toBeGreaterThan(0);
  for (const version of settings.versions) {
    expect(of(version, "b = 32", "batch")).toBe(32);
    expect(of(version, "b = 32", "returned")).toBeGreaterThan(
      of(version, "told, b = 1", "returned")
    );
    expect(of(version, "told, b = 1", "batch")).toBe(1);
  }
  // Both versions are told of the same H and G.
  expect(of(ordered, "told, b = 1", "rate")).toBe(of(random, "told, b = 1", "rate"));
});
