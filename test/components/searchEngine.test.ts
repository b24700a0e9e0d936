import {describe, expect, test} from "vitest";
import {patternOf, searchEngine, wordsOf} from "../../src/components/searchEngine.js";

const section = (href: string, page: string, heading: string, text: string) => ({
  href,
  page,
  heading,
  text
});
const find = searchEngine([
  section("noise/alignment", "Alignment", "", "A batch of gradients, and λ_max(H) beside μ_F."),
  section("noise/alignment#steep", "Alignment", "Steep valleys", "What is steep settles first."),
  section("notation#mu-F", "Notation", "μ_F", "slowest rate in the metric F"),
  section("momentum", "Momentum", "", "Heavy ball."),
  section("other#momentum", "Other", "Momentum", "Momentum and momentum again.")
]);
const first = (query: string) => find(query)[0]?.section.href;

test("one letter is written in two ways, and Greek by name", () => {
  expect(wordsOf("\u00b5_F \u03bc_F mu_F λ_max lambda_max λmax κF")).toEqual([
    "μf",
    "μf",
    "μf",
    "λmax",
    "λmax",
    "λmax",
    "κf"
  ]);
});

describe("a query", () => {
  test.each(["\u00b5_F", "\u03bc_F", "mu_F", "μF"])("%s finds the notation first", query => {
    expect(first(query)).toBe("notation#mu-F");
  });

  test("finds a page before a section of another that has its name", () => {
    expect(first("momentum")).toBe("momentum");
  });

  test("finds what stands for its words, after the words themselves", () => {
    expect(first("sharp valleys")).toBe("noise/alignment#steep");
    expect(first("minibatch")).toBe("noise/alignment");
  });

  test("needs all of its words", () => {
    expect(find("momentum gradients")).toEqual([]);
  });

  test("may be misspelt from six letters on", () => {
    expect(first("gradeints")).toBe("noise/alignment");
    expect(find("hevay")).toEqual([]);
    expect(find("balk")).toEqual([]);
  });
});

test("what is found is found again in the text as it is written", () => {
  const [{section: found, words}] = find("lambda_max");
  expect(found.text).toMatch(new RegExp(patternOf(words), "iu"));
  expect(patternOf(["a.b"])).toBe("a_?\\._?b");
});
