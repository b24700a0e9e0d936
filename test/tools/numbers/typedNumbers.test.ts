import {describe, expect, it} from "vitest";
import {harmlessDigits, harmlessWords} from "../../../tools/numbers/harmlessNumbers.js";
import {typedNumbers, typedResults} from "../../../tools/numbers/typedNumbers.js";

const numbers = (text: string) => typedNumbers(text).map(({number}) => number.toLowerCase());

/** For each kind, by its reason's first words: what passes, and the nearest that does not. */
const kinds: [reason: RegExp, passes: string[], refused: [text: string, number: string][]][] = [
  [
    /^the number of a statement/,
    ["by Theorem 6.5", "Figures 3(d) to 4", "Experiments 4 and 5", "Table 5's", "Lemma A.1"],
    [
      ["the theorem at 6.5", "6.5"],
      ["Figure 3 of 17 panels", "17"]
    ]
  ],
  [/^so is that of a section/, ["§4.1", "§§3.2 and 3.4"], [["4.1 of it", "4.1"]]],
  [/^an equation is named/, ["as (27) says", "from (6.7)", "(28) to (35)"], [["f(27)", "27"]]],
  [
    /^zero and one/,
    ["between 0 and 1", "−1", "falls to 0."],
    [
      ["0.1", "0.1"],
      ["10 000", "10 000"],
      ["1 %", "1"]
    ]
  ],
  [
    /^a small whole factor/,
    ["2ηh", "ηh/2", "1/(4M)", "1 − ηh/2", "√2", "2(1 + µ)"],
    [
      ["8 runs", "8"],
      ["20 ηh", "20"],
      ["0.5η", "0.5"]
    ]
  ],
  [
    /^a symbol that equals two/,
    ["the edge ηh = 2"],
    [
      ["ηh = 2.75", "2.75"],
      ["N = 200", "200"]
    ]
  ],
  [/^ten with an exponent/, ["in units of 10⁻³"], [["in units of 10", "10"]]],
  [
    /^the level of an interval/,
    ["95 % bars", "the 99 % ellipse", "holds 95 % of the law"],
    [
      ["95 % better", "95"],
      ["85 % bars", "85"]
    ]
  ],
  [
    /^right angles/,
    ["at 45° and 90°"],
    [
      ["at 30°", "30"],
      ["at 145°", "145"]
    ]
  ],
  [
    /^two and three standard errors/,
    ["±2 mostly"],
    [
      ["±20", "20"],
      ["±2.5", "2.5"]
    ]
  ],
  [/^the version of a program/, ["Node 20"], [["20 nodes", "20"]]],
  [
    /^a year/,
    ["in 1998", "(2021)"],
    [
      ["2000 runs", "2000"],
      ["in 2000 runs", "2000"]
    ]
  ],
  [/^the name of/, ["SHA-256", "float32", "128-bit", "L2"], [["256 bits", "256"]]],
  [
    /^lengths and dashes/,
    ["6,5", "12px"],
    [
      ["6.5", "6.5"],
      ["5.5 px", "5.5"]
    ]
  ],
  [/^something happens/, ["some samples come twice."], [["twice as many", "twice"]]],
  [/^a part of a run/, ["the second half"], [["half the noise", "half the"]]],
  [/^a half-width/, ["half-width δ"], [["half of δ", "half of"]]]
];

describe("each harmless kind", () => {
  const every = [...harmlessDigits, ...harmlessWords];
  it("is tried below", () => {
    for (const {reason} of every)
      expect(kinds.filter(([name]) => name.test(reason))).toHaveLength(1);
    expect(kinds).toHaveLength(every.length);
  });

  it.each(kinds)("%s", (_, passes, refused) => {
    for (const text of passes) expect(numbers(text), text).toEqual([]);
    for (const [text, number] of refused) expect(numbers(text), text).toEqual([number]);
  });
});

it.each([
  ["five times as large", "five times"],
  ["tenfold", "tenfold"],
  ["a factor of two", "factor of two"],
  ["ten of them", "ten of them"],
  ["one in twenty", "one in twenty"],
  ["about a ninth", "a ninth"],
  ["two thirds", "two thirds"],
  ["half a percent", "half a"],
  ["some thousand points", "thousand"],
  ["fourteen", "fourteen"]
])("refuses %s", (text, number) => {
  expect(numbers(text)[0]).toBe(number);
});

it.each(["two panels", "both", "one at a time", "a third matrix", "the fifth row", "at times"])(
  "passes %s",
  text => {
    expect(numbers(text)).toEqual([]);
  }
);

it.each<[tex: string, found: string[]]>([
  ["x \\approx 0.41", ["0.41"]],
  ["x \\sim -3", ["3"]],
  ["\\lambda k = 2.75", ["2.75"]],
  ["\\eta_0\\lambda_{\\max}/t_0 = 2.4", ["2.4"]],
  ["a+b = 0.5", ["0.5"]],
  ["\\eta_0 = 1.2", []],
  ["\\eta h = 0.5, 1.5", []],
  ["x_{12} = 0.5", []],
  ["0.05 \\ge 0.25", []],
  ["\\operatorname{diag}(1, 0.01)", []],
  ["x \\sim \\mathcal N(0, 1)", []]
])("in the formula %s finds %j", (tex, found) => {
  expect(typedResults(tex).map(({number}) => number)).toEqual(found);
});
