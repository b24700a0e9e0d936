import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {Extractor, ExtractorConfig, type ExtractorMessage} from "@microsoft/api-extractor";
import {root} from "../root.js";
import {entries} from "./entries.js";

/** What TypeScript knows of one module of the package. */
export interface Declarations {
  /** All that it declares, with docstrings, in one file. */
  readonly types: string;
  /** The same without docstrings, as it is compared from one commit to the next. */
  readonly surface: string;
  /** The docstrings, declaration by declaration, as API Extractor's model has them. */
  readonly model: string;
}

/**
 * Declarations of the package's modules, made in an empty folder below the project.
 *
 * @throws Error with file and line where the core does not type-check, or where something public names a
 * type that is not
 */
export function declarationsIn(folder: string): Record<keyof typeof entries, Declarations> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const config = join(root, "tools/package/tsconfig.json");
  const {status, stdout} = spawnSync(
    process.execPath,
    [tsc, "-p", config, "--outDir", join(folder, "modules")],
    {cwd: root, encoding: "utf8"}
  );
  if (status !== 0) throw new Error(stdout.trim());
  const names = Object.keys(entries) as (keyof typeof entries)[];
  return Object.fromEntries(names.map(name => [name, extract(folder, name)])) as Record<
    keyof typeof entries,
    Declarations
  >;
}

function extract(folder: string, name: keyof typeof entries): Declarations {
  const entry = entries[name].replace(/^lib\//, "").replace(/\.ts$/, ".d.ts");
  const path = (kind: string) => join(folder, `${name}.${kind}`);
  const faults: string[] = [];
  Extractor.invoke(extractorConfig(join(folder, "modules", entry), folder, path), {
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      if (isFault(message))
        faults.push(
          `${relative(join(folder, "modules"), message.sourceFilePath ?? entry)}: ${message.text}`
        );
    }
  });
  if (faults.length) throw new Error(faults.join("\n"));
  const [, surface = ""] = /```ts\n([\s\S]*)```/.exec(readFileSync(path("api.md"), "utf8")) ?? [];
  return {
    types: readFileSync(path("d.ts"), "utf8"),
    surface: surface.replace(/^\/\/ @public \(undocumented\)\n/gm, "").trimStart(),
    model: readFileSync(path("api.json"), "utf8")
  };
}

const isFault = ({messageId, logLevel}: ExtractorMessage): boolean =>
  messageId === "ae-forgotten-export" || logLevel === "error";

function extractorConfig(entry: string, folder: string, path: (kind: string) => string) {
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(root, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "ES2022",
            module: "nodenext",
            lib: ["ES2023", "DOM"],
            types: [],
            skipLibCheck: true
          },
          files: [entry]
        }
      },
      apiReport: {
        enabled: true,
        reportFileName: path("api.md").slice(folder.length + 1),
        reportFolder: folder,
        reportTempFolder: join(folder, "temporary")
      },
      docModel: {enabled: true, apiJsonFilePath: path("api.json")},
      dtsRollup: {enabled: true, untrimmedFilePath: path("d.ts")},
      tsdocMetadata: {enabled: false},
      messages: {
        extractorMessageReporting: {
          "ae-forgotten-export": {logLevel: "warning" as never},
          "ae-missing-release-tag": {logLevel: "none" as never}
        }
      }
    }
  });
}
