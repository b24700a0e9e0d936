import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {root} from "../root.js";
import type {Fence} from "./fences.js";

/** What Biome says about a fence; `line` counts from 1 within its code. */
export interface Remark {
  readonly fence: Fence;
  readonly line: number;
  readonly message: string;
}

/** Rules about names that a cell declares for others or takes from them, which it cannot be told from itself. */
const withinModules = {
  correctness: {noUnusedVariables: "off", noUnusedImports: "off"},
  style: {useImportType: "off"}
};

/** What the linter says about the code of fences, by the project's rules. */
export function lintFences(fences: readonly Fence[]): Remark[] {
  return withModules(fences, (files, run) => {
    const output = run("lint", "--reporter=github", "--max-diagnostics=none");
    const pattern =
      /^::(?:error|warning|notice) title=([^,]+),file=([^,]+),line=(\d+),[^:]*::(.*)$/gm;
    return [...output.matchAll(pattern)].map(([, rule, file, line, message]) => {
      const place = files.findIndex(path => file.endsWith(path));
      if (place < 0) throw new Error(`biome: ${message}`);
      return {fence: fences[place], line: Number(line), message: `${message} (${rule})`};
    });
  });
}

/**
 * The code of fences in the project's format, with their imports in order.
 *
 * @param fix whether to apply the linter's safe fixes as well
 */
export function formatFences(fences: readonly Fence[], {fix = false} = {}): string[] {
  return withModules(fences, (files, run, folder) => {
    // A long chain of calls takes two passes until it stays as it is.
    for (let pass = 0; pass < 2; pass++)
      run("check", "--write", ...(fix ? [] : ["--linter-enabled=false"]));
    return files.map((file, i) => {
      const text = readFileSync(join(folder, file), "utf8");
      return fences[i].expression ? text.replace(/;\n$/, "\n") : text;
    });
  });
}

/** Runs Biome on a module per fence, in a folder of its own, and removes them. */
function withModules<T>(
  fences: readonly Fence[],
  work: (
    files: readonly string[],
    run: (command: string, ...options: string[]) => string,
    folder: string
  ) => T
): T {
  const scratch = join(root, ".cache/cells");
  mkdirSync(scratch, {recursive: true});
  const folder = mkdtempSync(join(scratch, "run-"));
  try {
    mkdirSync(join(folder, "cells"));
    const files = fences.map(({extension}, i) => `cells/${i}.${extension}`);
    for (const [i, file] of files.entries()) writeFileSync(join(folder, file), fences[i].code);
    const configuration = {
      root: true,
      extends: [join(relative(folder, root), "biome.json")],
      vcs: {enabled: false},
      linter: {rules: withinModules}
    };
    writeFileSync(join(folder, "biome.json"), JSON.stringify(configuration));
    const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
    return work(
      files,
      (command, ...options) => {
        const {stdout, stderr, error} = spawnSync(
          process.execPath,
          [biome, command, ...options, "cells"],
          {cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28}
        );
        if (error) throw error;
        return stdout + stderr;
      },
      folder
    );
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
