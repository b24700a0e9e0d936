import {readdirSync, readFileSync, statSync} from "node:fs";
import {join, posix} from "node:path";
import {frontMatter, pagePath} from "../markdown/page.js";
import {pageFiles} from "../markdown/scanPages.js";
import {root} from "../root.js";

const texts = new Map<string, {readonly stamp: string; readonly text: string}>();

/** The text of a file, read again where the file has changed. */
function read(path: string): string {
  const {mtimeMs, size} = statSync(join(root, path));
  const stamp = `${mtimeMs} ${size}`;
  const known = texts.get(path);
  if (known?.stamp === stamp) return known.text;
  const text = readFileSync(join(root, path), "utf8");
  texts.set(path, {stamp, text});
  return text;
}

/** A claim whose predicted side calls a function, with the verdict that was signed. */
export interface CheckingClaim {
  readonly id: string;
  readonly verdict: string;
}

/** The claims that predict with a function of a file of `lib/`. */
export function claimsUsing(name: string, file: string): CheckingClaim[] {
  const verdicts = signedVerdicts();
  const imported = `/${file.replace(/\.ts$/, ".js")}"`;
  return documents().flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(entry => entry.endsWith(".predicted.ts"))
      .flatMap(entry => {
        const source = read(`${folder}/${entry}`);
        if (!source.includes(imported)) return [];
        const helpers = declarationsNaming(name, source);
        const section = read(`${folder}/${entry.replace(".predicted.ts", ".ts")}`);
        return claimsIn(section)
          .filter(({text}) =>
            helpers.some(helper => new RegExp(`predicted\\.${helper}\\b`).test(text))
          )
          .map(({id}) => ({id, verdict: verdicts.get(id) ?? ""}));
      })
  );
}

const documents = () =>
  readdirSync(join(root, "claims"), {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(entry => `claims/${entry.name}`)
    .filter(folder => readdirSync(join(root, folder)).includes("signed.tsv"));

/** The exported declarations of a module that name something, also by way of another of its declarations. */
function declarationsNaming(name: string, source: string): string[] {
  const parts = source
    .split(/^(?=(?:export )?(?:async )?(?:function|const) \w)/m)
    .map(text => ({text, name: /(?:function|const) (\w+)/.exec(text)?.[1] ?? ""}));
  const naming = new Set([name]);
  for (let size = 0; size !== naming.size; ) {
    size = naming.size;
    for (const part of parts)
      if (part.name && [...naming].some(known => new RegExp(`\\b${known}\\b`).test(part.text)))
        if (!part.text.startsWith("import")) naming.add(part.name);
  }
  naming.delete(name);
  return [...naming, name];
}

/** The claims of a section with the text of each. */
function claimsIn(section: string): {id: string; text: string}[] {
  return section
    .split(/^(?=\s*(?:id|\{id): ")/m)
    .slice(1)
    .map(text => {
      const [, id = ""] = /id: "([^"]+)"/.exec(text) ?? [];
      const [, part] = /part: "([^"]+)"/.exec(text) ?? [];
      return {id: part === undefined ? id : `${id}/${part}`, text};
    });
}

function signedVerdicts(): Map<string, string> {
  return new Map(
    documents().flatMap(folder =>
      read(`${folder}/signed.tsv`)
        .split("\n")
        .slice(1)
        .filter(Boolean)
        .map(line => line.split("\t").slice(0, 2) as [string, string])
    )
  );
}

/** A page with the modules of its figures, by the paths of their files. */
function sourcesOf(page: string): Map<string, string> {
  const sources = new Map<string, string>();
  const add = (path: string) => {
    if (sources.has(path)) return;
    const source = read(path);
    sources.set(path, source);
    for (const [, imported] of source.matchAll(/from "(\.[^"]*)\.js"/g)) {
      const file = `${posix.join(posix.dirname(path), imported)}.ts`;
      if (file.startsWith("src/figures/")) add(file);
    }
  };
  add(`src/${page}`);
  return sources;
}

/** The pages whose cells or figures import a file of `lib/`: path and title. */
export function pagesUsing(file: string): {path: string; title: string}[] {
  const imported = `${file.replace(/\.ts$/, ".js")}"`;
  return pageFiles(join(root, "src"))
    .filter(page => !page.startsWith("api/"))
    .flatMap(page => {
      const sources = [...sourcesOf(page).values()];
      if (!sources.some(source => source.includes(imported))) return [];
      return [{path: pagePath(page), title: frontMatter(sources[0]).title ?? page}];
    });
}
