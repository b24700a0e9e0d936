import {tableFromIPC} from "apache-arrow";
import {describe, expect, it} from "vitest";
import {claimKey, ofCases} from "../../claims/ledger/claim.js";
import {ledgerExperiment} from "../../claims/ledger/ledgerExperiment.js";
import {registry} from "../../claims/ledger/registry.js";
import {encode} from "../../tools/sweeps/arrow.js";

describe("the ledger", () => {
  const claims = registry.filter(({id}) => ["FG-Lem4.1", "FG-Eq21", "LZU-Eq11"].includes(id));
  const table = async () => {
    const experiment = ledgerExperiment({name: "ledger", seed: 1, claims});
    const rows = await Promise.all(experiment.jobs(1).map(job => experiment.run(job)));
    return encode(experiment.table(structuredClone(rows), 1), {});
  };

  it("has the same bytes on every run", async () => {
    const {bytes, sha256} = await table();
    expect((await table()).sha256).toBe(sha256);
    const rows = tableFromIPC(bytes).toArray();
    expect(rows.map(({key, verdict}) => [key, verdict])).toEqual([
      ["FG-Lem4.1", "holds"],
      ["FG-Eq21", "not checkable"],
      ["LZU-Eq11", "holds"]
    ]);
    expect(rows[1].predicted).toBeNaN();
    expect(rows[2].standardError).toBeGreaterThan(0);
  });

  it("has other samples with another seed, and no other setting", async () => {
    const experiment = ledgerExperiment({name: "ledger", seed: 1, claims});
    const z = async (seed: string) => {
      const varied = experiment.vary({seed});
      const runs = await Promise.all(varied.jobs(1).map(job => varied.run(job)));
      return varied.table(runs, 1)["z"][2];
    };
    expect(await z("2")).not.toBe(await z("1"));
    expect(() => experiment.vary({scale: "2"})).toThrow("setting must be one of seed; got scale");
  });
});

it("has claims that are functions of their cases, so that no name is typed on two sides", () => {
  const others = registry.filter(claim => !("reason" in claim) && !ofCases(claim));
  expect(others.map(claimKey)).toEqual([]);
});
