import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {type Section, searchEngine} from "../../src/components/searchEngine.js";
import {builtSite} from "./builtSite.js";

const {dist} = builtSite();
const [file] = readdirSync(join(dist, "_file")).filter(name => /^search\..*json$/.test(name));
const sections: Section[] = JSON.parse(readFileSync(join(dist, "_file", file), "utf8"));
const find = searchEngine(sections);

test.each([
  ["effective loss", "finite-rate/effective-loss"],
  ["Kramers", "finite-rate/kramers"],
  ["λmax", "notation#extreme"],
  ["lambda_max", "notation#extreme"],
  ["κ_F", "notation#kappa-F"],
  ["kappa_F", "notation#kappa-F"],
  ["d_eff", "notation#deff"],
  ["\u00b5_F", "notation#mu-F"],
  ["\u03bc_F", "notation#mu-F"],
  ["Theorem 9", "finite-rate/kramers#LZU-Thm9"],
  ["Lemma 4.1", "noise/alignment#FG-Lem4.1"],
  ["Table 4", "diffusion/plateau#FG-Tab4"],
  ["natural gradient", "finite-rate/self-made-noise"],
  ["momentum", "finite-rate/momentum"],
  ["quasi-hyperbolic", "finite-rate/qhm"],
  ["heavy tails", "diffusion/heavy-tails"],
  ["plateau", "diffusion/plateau"],
  ["van Trees", "budgets/lower-bound"],
  ["Godambe", "noise/geometry"],
  ["Fokker Planck", "diffusion/fokker-planck"],
  ["errata", "errata"],
  ["workbench", "workbench"],
  ["effective dimension", "glossary#effective-dimension"],
  ["stiff", "glossary#stiff"]
])("%s finds %s first", (query, href) => {
  expect(
    find(query)
      .slice(0, 3)
      .map(({section}) => section.href)[0]
  ).toBe(href);
});

test("formulas are readable text: no TeX, and no list of symbols", () => {
  expect(sections.filter(({text}) => /\\[a-z]/.test(text)).map(({href}) => href)).toEqual([]);
  expect(sections.filter(({text}) => text.includes("Symbols on this page"))).toEqual([]);
});
