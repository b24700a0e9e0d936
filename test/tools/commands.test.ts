import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {root} from "../../tools/root.js";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const documented = read("docs/tools.md");

/** The TypeScript below `tools/`, by path. */
const tools = readdirSync(join(root, "tools"), {recursive: true})
  .map(file => join("tools", String(file)))
  .filter(file => file.endsWith(".ts"));

/** The option names that a command hands to `parseArgs`. */
function options(source: string): string[] {
  const [, block = ""] = /parseArgs\(\{([\s\S]*?)\n\s*\}\);/.exec(source) ?? [];
  return [...block.matchAll(/"?([\w-]+)"?: \{type:/g)].map(([, name]) => name);
}

const commands = Object.entries(
  JSON.parse(read("package.json")).scripts as Record<string, string>
).map(([name, script]) => [name, /tools\/\w+\.ts/.exec(script)?.[0] ?? ""] as const);

test.each(commands)("npm run %s is documented with its options, and has --help", (name, file) => {
  const lines = documented
    .split("\n")
    .filter(line => line.includes(`\`--`) || line.startsWith("|"));
  const own = lines.filter(
    line =>
      line.includes(`npm ${name}`) || line.includes(`npm run ${name}`) || line.startsWith("`start`")
  );
  expect(own).not.toEqual([]);
  const found = options(read(file));
  expect(found).toContain("help");
  for (const option of found.filter(each => each !== "help"))
    expect(own.join("\n")).toContain(`--${option}`);
});

test("every environment variable that is read is documented", () => {
  const files = [...tools, "observablehq.config.ts", "vitest.config.ts"];
  const names = files.flatMap(file =>
    [...read(file).matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name)
  );
  expect(names).toContain("NOISEFLOOR_STORE");
  for (const name of names) expect(documented).toContain(`\`${name}\``);
});

test("every folder of tools/ is on the map", () => {
  const folders = readdirSync(join(root, "tools"), {withFileTypes: true}).filter(entry =>
    entry.isDirectory()
  );
  for (const {name} of folders) expect(documented).toContain(`| \`${name}/\` |`);
});
