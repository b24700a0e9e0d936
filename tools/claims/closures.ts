import {existsSync, readdirSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {build} from "esbuild";
import {root as projectRoot} from "../root.js";
import {allowList, frame} from "./allowList.js";

/** A file of claims with the modules that its two or three sides come from. */
export interface Section {
  /** Below `claims/`, without extension: "fisher/alignment". */
  readonly name: string;
  /** Paths below the project. */
  readonly claims: string;
  readonly predicted: string;
  /** `*.measured.ts` and, where there is one, `*.second.ts`. */
  readonly measured: readonly string[];
}

/** The sections of a project, by the files that are there. */
export function sectionsOf(root = projectRoot): Section[] {
  const base = join(root, "claims");
  return readdirSync(base, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .flatMap(folder =>
      readdirSync(join(base, folder.name))
        .filter(file => file.endsWith(".predicted.ts"))
        .map(file => {
          const name = `${folder.name}/${file.slice(0, -".predicted.ts".length)}`;
          const at = (kind: string) => `claims/${name}${kind}.ts`;
          return {
            name,
            claims: at(""),
            predicted: at(".predicted"),
            measured: [at(".measured"), at(".second")].filter(path => existsSync(join(root, path)))
          };
        })
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What each module imports, all as paths below the project; types leave no trace. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** What the modules of sections import, and what these import, and so on. */
export async function importsOf(
  sections: readonly Section[],
  root = projectRoot
): Promise<Imports> {
  const modules = sections.flatMap(({claims, predicted, measured}) => [
    claims,
    predicted,
    ...measured
  ]);
  const {metafile} = await build({
    entryPoints: modules.map(module => resolve(root, module)),
    absWorkingDir: root,
    outdir: "nowhere",
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    loader: {".csv": "text"},
    logLevel: "silent"
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, input]) => [
      below(path, root),
      input.imports.map(({path}) => below(path, root))
    ])
  );
}

/** Everything that a module's code comes from. */
function closureOf(module: string, imports: Imports): Set<string> {
  const closure = new Set([module]);
  for (const path of closure) for (const imported of imports.get(path) ?? []) closure.add(imported);
  return closure;
}

/** A path below the project; what an installed package lives in is cut to node_modules/…. */
function below(path: string, root: string): string {
  const installed = path.lastIndexOf("node_modules/");
  return installed >= 0 ? path.slice(installed) : relative(root, resolve(root, path));
}

/** Where independence ends: what is wrong with a section's modules, one line each. */
export function meetings(section: Section, imports: Imports): string[] {
  const problems: string[] = [];
  if (section.measured.length === 0)
    return [`${section.claims}: it has no measured side; add ${section.name}.measured.ts`];
  const sides = [section.predicted, ...section.measured];
  const closures = sides.map(side => closureOf(side, imports));
  const tolerated = [...allowList.map(([pattern]) => pattern)];
  for (let i = 0; i < sides.length; i++)
    for (let j = i + 1; j < sides.length; j++) {
      // Two measurements may share the brute force that neither takes from a formula.
      const shared = i > 0 ? [...tolerated, /^claims\/brute\//] : tolerated;
      for (const path of closures[i])
        if (closures[j].has(path) && !shared.some(pattern => pattern.test(path)))
          problems.push(`${sides[i]} and ${sides[j]} both rest on ${path}`);
    }
  for (const path of imports.get(section.claims) ?? [])
    if (!sides.includes(path) && !frame.some(pattern => pattern.test(path)))
      problems.push(`${section.claims} imports ${path}; claims take numbers from their sides only`);
  return problems;
}
