import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {steps} from "../../tools/gate/steps.js";
import {root} from "../../tools/root.js";
import {optionsOf} from "./optionsOf.js";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const below = (folder: string) =>
  (readdirSync(join(root, folder), {recursive: true}) as string[]).map(file => join(folder, file));

interface Line {
  readonly file: string;
  readonly text: string;
}

/** Indented lines of the guides, without what a comment says behind two blanks. */
const lines: readonly Line[] = [
  "README.md",
  "CONTRIBUTING.md",
  ...below("docs").filter(file => file.endsWith(".md"))
].flatMap(file =>
  [...read(file).matchAll(/^ {4}(\S.*|\s+\S.*)$/gm)].map(([, text]) => ({
    file,
    text: text.trim().replace(/\s{2,}(?:\/\/|#).*$/, "")
  }))
);

const command = /(?:^|&& |")((?:[A-Z_]+=\S+ )*(?:npm|npx|node) [^"]*?)(?: ::: .*)?(?:"|$)/;
const isCommand = ({text}: Line) => command.test(text);
const commands = lines.flatMap(({file, text}) => {
  const [, found] = command.exec(text) ?? [];
  return found === undefined ? [] : [{file, text: found}];
});

/** It shows files of other programs, in which commands are ours. */
const ofOthers = "docs/machines.md";

const {scripts, name, version} = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  name: string;
  version: string;
};
const environment = read("docs/tools.md");
const inventories = below("claims")
  .filter(file => file.endsWith("inventory.ts"))
  .map(read)
  .join("\n");

/** What is wrong with the words that follow a script's name. */
function faultsOf(script: string, words: readonly string[]): string[] {
  const [file = ""] = /tools\/\w+\.ts/.exec(scripts[script] ?? "") ?? [];
  if (!file) return [`no script ${script}`];
  const known = optionsOf(file);
  const faults: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word.startsWith("--")) {
      const option = word.slice(2);
      if (option !== "help" && !known.has(option)) faults.push(`${script} has no ${word}`);
      if (known.get(option)) i++;
    } else if (!isKnown(script, word)) faults.push(`${script} knows no ${word}`);
  }
  return faults;
}

function isKnown(script: string, word: string): boolean {
  if (/^<\w+>$|^[A-Z]+$/.test(word)) return true;
  // A reader's own file.
  if (script === "noise") return /^\w+\.(npy|npz|safetensors|csv|arrow|parquet)$/.test(word);
  if (script === "worker") return word.startsWith("redis://");
  if (script === "test") return word === "all" || steps.some(step => step.name === word);
  if (script === "data") return existsSync(join(root, `data/${word}.arrow.ts`));
  if (script === "bench" && /^\w/.test(word))
    return read("tools/bench.ts").includes(`  ${word}: async`);
  if (script === "ledger") return inventories.includes(`"${word}"`);
  return word.startsWith("/") && existsSync(join(root, `src${word}.md`));
}

function commandFaults(text: string): string[] {
  const words = text.split(" ");
  const faults: string[] = [];
  while (/^[A-Z_]+=/.test(words[0])) {
    const [variable] = (words.shift() ?? "").split("=");
    if (!environment.includes(`| \`${variable}\` |`)) faults.push(`${variable} is not documented`);
  }
  const [tool, first, ...rest] = words;
  if (tool === "npm" && first === "install")
    return rest[0]?.endsWith(`/${name}-${version}.tgz`) ? faults : [...faults, `no ${rest[0]}`];
  if (tool === "npm" && first === "ci") return faults;
  if (tool === "npm") {
    const [script, ...others] = first === "run" ? rest : [first, ...rest];
    return [...faults, ...faultsOf(script, others[0] === "--" ? others.slice(1) : others)];
  }
  const paths = rest.filter(word => word.includes("/"));
  const missing = paths.filter(path => !existsSync(join(root, path)));
  return [...faults, ...(paths.length ? missing.map(path => `no ${path}`) : ["nothing is run"])];
}

describe("commands of the guides", () => {
  it("are found", () => expect(commands.length).toBeGreaterThan(30));

  it.each(commands)("$file: $text", ({text}) => expect(commandFaults(text)).toEqual([]));

  it.each([
    ["npm run nope", "no script nope"],
    ["npm run data -- alignement", "data knows no alignement"],
    ["npm run data -- --scal", "data has no --scal"],
    ["npm test -- typos", "test knows no typos"],
    ["npm run check -- /nowhere", "check knows no /nowhere"],
    ["NOISE=1 npm start", "NOISE is not documented"],
    ["npx tsx tools/nope.ts", "no tools/nope.ts"]
  ])("fails for %s", (text, fault) => expect(commandFaults(text)).toEqual([fault]));
});

/** Formats, of which `statements.test.ts`, `verdictChanges.test.ts` and `publicExamples.test.ts` have the tests. */
const elsewhere = [/^\$\$ … \$\$$/, /^\* 2026-03-02, /, /^flat directions twice; /];
const ofThePackage = (text: string) => text.includes(`from "${name}"`) || /; \/\/ \[\[/.test(text);

const project = ["src", "data", "claims", "lib", "tools"]
  .flatMap(below)
  .filter(file => /\.(?:ts|md)$/.test(file) && !file.endsWith(".wasm.ts"))
  .map(file => read(file).replace(/\s+/g, " "))
  .join("\n");

describe("code of the guides stands so in the project", () => {
  const code = lines.filter(
    line =>
      !isCommand(line) &&
      line.file !== ofOthers &&
      !ofThePackage(line.text) &&
      !elsewhere.some(format => format.test(line.text))
  );

  it("is found", () => expect(code.length).toBeGreaterThan(10));

  it.each(code)("$file: $text", ({text}) =>
    expect(project.includes(text.replace(/\s+/g, " "))).toBe(true)
  );
});
