import {describe, expect, test} from "vitest";
import {type BenchFiles, type BenchQuestion, openBench} from "../../lib/workbench/bench.js";
import {argumentNames, type QuestionNames} from "../../lib/workbench/questionNames.js";
import {
  budgetQuestions,
  fieldNames,
  questionOf,
  rowQuestions,
  runQuestions
} from "../../src/components/workbench/questions.js";
import {noiseOptions, optionNames, questionFrom} from "../../tools/noise/options.js";
import {parseCommand} from "../../tools/readCommand.js";

const named = (name: string, text: string) => ({
  name,
  bytes: new Uint8Array(new TextEncoder().encode(text))
});
const gradients = named("g.csv", "1,2\n3,1.5\n-1,0.5\n2,2.5\n");
const hessian = named("h.csv", "2,1\n");
const question: BenchQuestion = {rows: "per-sample", population: "sample"};
const run = {learningRate: 0.1, batchSize: 2};

const fronts: [string, QuestionNames][] = [
  ["library", argumentNames],
  ["command", optionNames],
  ["page", fieldNames]
];

/** Every error that a question can meet, with the name that it begins with. */
const faults: [keyof QuestionNames | "g.csv" | "h.csv", BenchQuestion, Partial<BenchFiles>?][] = [
  ["meanOf", {...question, rows: {meanOf: 0}}],
  ["drawn", {...question, rows: {meanOf: 2, drawn: "twice" as never}}],
  ["population", {...question, rows: {meanOf: 2}, population: "whole"}],
  ["meanOf", {...question, rows: {meanOf: 9, drawn: "without"}, datasetSize: 9}],
  ["datasetSize", {...question, datasetSize: 1.5}],
  ["datasetSize", {...question, datasetSize: 3}],
  ["datasetSize", {...question, datasetSize: 9, population: "whole"}],
  ["level", {...question, level: 2}],
  ["learningRate", {...question, run: {...run, learningRate: 0}}, {hessian}],
  ["batchSize", {...question, run: {...run, batchSize: 0.5}}, {hessian}],
  [
    "batchSize",
    {...question, datasetSize: 5, run: {...run, batchSize: 6, replacement: false}},
    {hessian}
  ],
  ["momentum", {...question, run: {...run, momentum: 1}}, {hessian}],
  ["calls", {...question, budget: {calls: 0, start: 1}}, {hessian}],
  ["start", {...question, budget: {calls: 9, start: -1}}, {hessian}],
  ["model", question, {model: {kind: "cubic" as never}}],
  ["response", question, {model: {kind: "linear", response: "z"}}],
  ["hessian", question, {model: {kind: "linear"}, hessian}],
  ["rows", {...question, rows: {meanOf: 2}}, {model: {kind: "linear"}}],
  ["g.csv", question, {gradients: named("g.csv", "a,group\n1,x\n2,x\n")}],
  ["h.csv", question, {hessian: named("h.csv", "-1,-2\n")}],
  ["h.csv", question, {hessian: named("h.csv", "1,inf\n")}],
  ["h.csv", question, {hessian: named("h.csv", "1,0\n0,nan\n")}]
];

describe.each(fronts)("the %s's errors call things by its names", (front, names) => {
  test.each(faults.map(([name, asked, files], k) => ({k, name, asked, files})))(
    "$k: $name",
    async ({name, asked, files}) => {
      const ask = async () => {
        const bench = await openBench({gradients, ...files}, names);
        for (const step of bench.ask(asked)) if (!step) break;
      };
      const {message} = await ask().then(
        () => new Error("nothing was thrown"),
        (error: Error) => error
      );
      const wanted = Object.hasOwn(names, name) ? names[name as keyof QuestionNames] : name;
      expect(
        message.replace(/^the largest \|eigenvalue\| of /, "").startsWith(`${wanted} must`),
        message
      ).toBe(true);
      // Of another front's words there are none.
      for (const [other, words] of fronts)
        if (other !== front)
          for (const key of [
            "meanOf",
            "datasetSize",
            "learningRate",
            "batchSize",
            "calls"
          ] as const)
            expect(message).not.toContain(words[key]);
    }
  );
});

describe("page and command ask the same questions", () => {
  const values = <T extends Readonly<Record<string, {value: unknown}>>>(questions: T) =>
    Object.fromEntries(Object.entries(questions).map(([key, {value}]) => [key, value]));
  const options = (labels: {options: readonly string[]}, k: number) => labels.options[k];
  const page = (rows: object, run: object, budget: object) =>
    questionOf(
      {...values(rowQuestions), ...rows} as never,
      {...values(runQuestions), ...run} as never,
      {...values(budgetQuestions), ...budget} as never
    );
  const command = (line: string) =>
    questionFrom(
      parseCommand(
        `${line} --rate 1 --batch 32 --momentum 0 --calls 100000 --start 0.1`.split(" "),
        {
          options: noiseOptions
        }
      ).values as never
    );

  test.each<[string, object, object, string]>([
    ["single samples", {}, {}, "--level 0.95"],
    ["means, not said how", {rows: options(rowQuestions.rows, 1), of: 8}, {}, "--mean-of 8"],
    [
      "with replacement",
      {rows: options(rowQuestions.rows, 2), of: 8},
      {},
      "--mean-of 8 --drawn with"
    ],
    [
      "without",
      {rows: options(rowQuestions.rows, 3), of: 8, size: 99},
      {},
      "--mean-of 8 --drawn without --dataset-size 99"
    ],
    ["an epoch", {rows: options(rowQuestions.rows, 4), of: 8}, {}, "--mean-of 8 --drawn epoch"],
    ["a whole", {population: options(rowQuestions.population, 1)}, {}, "--whole"],
    ...[0.5, 0.68, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999].map(
      (level, k): [string, object, object, string] => [
        `level ${level}`,
        {level: options(rowQuestions.level, k)},
        {},
        `--level ${level}`
      ]
    ),
    ["batches with replacement", {}, {batches: options(runQuestions.batches, 1)}, "--with"],
    ["batches without", {}, {batches: options(runQuestions.batches, 2)}, "--without"]
  ])("%s", (_, rows, run, line) => {
    const usual = ({level = 0.95, ...rest}: BenchQuestion) =>
      JSON.parse(JSON.stringify({...rest, level}));
    expect(usual(page(rows, run, {}))).toEqual(usual(command(line)));
  });

  test("every choice of the page is among these", () => {
    const counts = [
      rowQuestions.rows,
      rowQuestions.population,
      rowQuestions.level,
      runQuestions.batches
    ];
    expect(counts.map(({options: all}) => all.length)).toEqual([5, 2, 8, 3]);
  });
});
