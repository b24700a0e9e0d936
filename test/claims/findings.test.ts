import {describe, expect, test} from "vitest";
import {bookkeeping} from "../../claims/bookkeeping.js";
import {findings} from "../../claims/findings/findings.js";
import * as effectiveMeasured from "../../claims/finite-rate/effectiveLoss.measured.js";
import * as effectivePredicted from "../../claims/finite-rate/effectiveLoss.predicted.js";
import * as kramersMeasured from "../../claims/finite-rate/kramers.measured.js";
import * as kramersPredicted from "../../claims/finite-rate/kramers.predicted.js";
import * as qhmMeasured from "../../claims/finite-rate/qhm.measured.js";
import * as qhmPredicted from "../../claims/finite-rate/qhm.predicted.js";
import * as selfMadeMeasured from "../../claims/finite-rate/selfMade.measured.js";
import * as selfMadePredicted from "../../claims/finite-rate/selfMade.predicted.js";
import * as approximationPredicted from "../../claims/fisher/approximation.predicted.js";
import * as identifiableMeasured from "../../claims/fisher/identifiable.measured.js";
import * as identifiablePredicted from "../../claims/fisher/identifiable.predicted.js";
import * as plateauPredicted from "../../claims/fisher/plateau.predicted.js";
import * as boundPredicted from "../../claims/fisher/stationarityBound.predicted.js";
import * as boundSecond from "../../claims/fisher/stationarityBound.second.js";
import * as upperMeasured from "../../claims/fisher/upperBound.measured.js";
import * as upperPredicted from "../../claims/fisher/upperBound.predicted.js";
import {inventory, keysToClaim} from "../../claims/inventory.js";
import {claimKey} from "../../claims/ledger/claim.js";
import type {ClaimEvidence} from "../../claims/ledger/claimEvidence.js";
import {registry} from "../../claims/ledger/registry.js";
import type {Evidence, EvidenceByKey} from "../../tools/claims/evidenceFile.js";
import {findingsHtml} from "../../tools/markdown/findings.js";

const replayed = (deviation: number) =>
  ({
    "FG-Tab4/entries": {routes: [{outcomes: [{deviation}]}]}
  }) as unknown as Readonly<Record<string, ClaimEvidence>>;

/** The functions of the ledger that each picture draws. */
const drawn: Readonly<Record<string, readonly unknown[]>> = {
  "LZU-4.6": [effectivePredicted.strengthened, effectiveMeasured.exponents],
  "LZU-Rem-NGD1/reached": [selfMadePredicted.reached, selfMadeMeasured.noiselessEnd],
  "FG-Rem4.7/flat-directions": [
    identifiablePredicted.noiseSharesPrinted,
    identifiableMeasured.everyBatch
  ],
  "LZU-Thm11": [qhmPredicted.printedSystem, qhmPredicted.corrected, qhmMeasured.steadyState],
  "FG-Thm5.4/limit": [approximationPredicted.diffusionAtFirstRate],
  "FG-Thm7.3/bound": [boundPredicted.printedBound, boundPredicted.bound, boundSecond.unionMedian],
  "LZU-Thm9": [
    kramersPredicted.kramersPrinted,
    kramersPredicted.kramers,
    kramersMeasured.kramersQuadrature
  ],
  "FG-Thm6.5/rate": [
    upperPredicted.exponentsInMetric,
    upperPredicted.exponents,
    upperMeasured.slopes
  ],
  "LZU-4.5-stab/sufficient": [],
  "FG-Tab4/entries": [plateauPredicted.printedRisks]
};

/** Every function that a claim holds, however deep. */
function functionsOf(value: unknown, seen = new Set<unknown>()): unknown[] {
  if (typeof value === "function") return [value];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.values(value).flatMap(each => functionsOf(each, seen));
}

describe("the ten findings", () => {
  test("are ten, of ten claims of the ledger", () => {
    expect(new Set(findings.map(({claim}) => claim)).size).toBe(10);
    expect(keysToClaim(inventory)).toEqual(
      expect.arrayContaining(findings.map(({claim}) => claim))
    );
    expect(Object.keys(drawn).sort()).toEqual(findings.map(({claim}) => claim).sort());
  });

  test.each(findings)("$claim draws what its claim compares", ({claim}) => {
    const entry = registry.find(each => claimKey(each) === claim);
    const own = functionsOf(entry);
    for (const each of drawn[claim]) expect(own).toContain(each);
  });

  test.each(findings)("$claim shows what it says: $apart", ({picture}) => {
    const {differs, printed, measured, at} = picture(replayed(0));
    expect(differs).toBe(true);
    expect(printed.length).toBeGreaterThan(0);
    expect(measured.length).toBeGreaterThan(0);
    for (const x of [at.printed, at.measured]) expect(Number.isFinite(x)).toBe(true);
  });

  test.each(findings)("$claim says it in one sentence", ({sentence, apart}) => {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence.replace(/\$[^$]*\$|\d\.\d/g, "").split(". ")).toHaveLength(1);
    expect(sentence.split(" ").length).toBeLessThan(22);
    expect(apart.split(" ").length).toBeLessThan(5);
  });

  test("a table that does not come back is none", () => {
    const table = findings.find(({claim}) => claim === "FG-Tab4/entries");
    expect(table?.picture(replayed(1e-3)).differs).toBe(false);
  });
});

describe("a card", () => {
  const row = {key: "LZU-4.6", id: "LZU-4.6", label: "Section 4.6", verdict: "holds", page: null};
  const evidence = {"LZU-4.6": row as unknown as Evidence} satisfies EvidenceByKey;
  const [finding] = findings;

  test("has both numbers of its picture, its verdict and a way to its claim", () => {
    const html = findingsHtml(evidence, [finding]);
    expect(html).toContain("printed <strong>1.5</strong>");
    expect(html).toContain("found <strong>0.5</strong>");
    expect(html).toContain('href="./ledger#LZU-4.6"');
    expect(html).toContain('<span aria-hidden="true">✓</span> holds');
    expect(html).toMatch(/<svg[^>]*aria-label="Confinement against/);
    expect(html).not.toContain("<style");
  });

  test("of a claim that the ledger has not, or whose picture says otherwise, is refused", () => {
    expect(() => findingsHtml(evidence, [{...finding, claim: "LZU-4.7"}])).toThrow(
      "claim of a finding must be one of the ledger; got LZU-4.7"
    );
    const other = {...finding, picture: () => ({...finding.picture({}), differs: false})};
    expect(() => findingsHtml(evidence, [other])).toThrow("must show “opposite sign”");
  });
});

test("what is counted as bookkeeping is in the inventory", () => {
  for (const key of bookkeeping) expect(inventory.has(key), key).toBe(true);
});
