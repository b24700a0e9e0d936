import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {bundledMark} from "./leanD3.js";

/** Where a built site has the licences of what it ships, relative to it. */
export const licencesFile = "licences.txt";

/** What is shipped under other names than those of packages: Framework's client, formulas, fonts. */
const unnamed = [
  "@observablehq/framework",
  "@observablehq/runtime",
  "@observablehq/inspector",
  "katex",
  "@fontsource-variable/source-serif-4",
  "@fontsource-variable/inter",
  "@fontsource-variable/jetbrains-mono"
];

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | {readonly url?: string};
}

/**
 * The licences of everything that a built site ships, as text: the project's own, and of each package its name,
 * version and licence, with the text that it brings.
 *
 * @throws naming a package that is not installed in this version, or says nothing of its licence
 */
export function licencesOf(dist: string): string {
  const own = section("noisefloor", readFileSync(join(root, "LICENSE"), "utf8"));
  const folders = [...unnamed.map(name => join("node_modules", name)), ...published(dist)];
  return [own, ...folders.map(licence).sort()].join(`\n${"—".repeat(72)}\n\n`);
}

/** Folders of the packages whose modules Framework has copied, as the lockfile has them. */
function published(dist: string): string[] {
  const modules = join(dist, "_node");
  if (!existsSync(modules)) return [];
  const names = readdirSync(modules).flatMap(name =>
    name.startsWith("@") ? readdirSync(join(modules, name)).map(rest => `${name}/${rest}`) : [name]
  );
  const within = names.flatMap(name => bundledWith(join(modules, name)));
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const installed = Object.entries<{version: string}>(lock.packages);
  return [...new Set([...names, ...within])].map(found => {
    const [, name, version] = /^(.+)@([^@]+)$/.exec(found) ?? [];
    const [folder] =
      installed.find(
        ([path, entry]) => path.endsWith(`node_modules/${name}`) && entry.version === version
      ) ?? [];
    if (folder === undefined)
      throw new Error(`${found} is published, and not in package-lock.json`);
    return folder;
  });
}

/** Names and versions of the packages that a file of this folder says it bundles. */
function bundledWith(folder: string): string[] {
  const [file] = readdirSync(folder).filter(name => name.endsWith(".js"));
  if (!file) return [];
  const text = readFileSync(join(folder, file), "utf8");
  if (!text.startsWith(bundledMark)) return [];
  return text.slice(bundledMark.length, text.indexOf(" */")).split(", ");
}

function licence(folder: string): string {
  const path = join(root, folder);
  const {name, version, license, repository}: Package = JSON.parse(
    readFileSync(join(path, "package.json"), "utf8")
  );
  const files = readdirSync(path).filter(file => /^(licen[cs]e|copying|notice)(\.|$)/i.test(file));
  if (!license && files.length === 0)
    throw new Error(`${name} ${version} is published, and says nothing of its licence`);
  const source = typeof repository === "string" ? repository : repository?.url;
  const text = files.length
    ? files
        .sort()
        .map(file => readFileSync(join(path, file), "utf8").trim())
        .join("\n\n")
    : `The package brings no text of its licence; its source is ${source ?? "not named"}.`;
  return section(`${name} ${version}, ${license ?? "see below"}`, text);
}

const section = (title: string, text: string) => `${title}\n\n${text.trim()}\n`;
