import {execFileSync, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {root} from "../root.js";

const here = join(root, "tools/bench");

/** The variables that keep NumPy and SciPy on one thread. */
export const singleThread = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1"
};

/** A Python that has NumPy; nothing where there is none. */
export const pythonWithNumpy = (): string | undefined =>
  ["python3", "/usr/bin/python3"].find(
    python => spawnSync(python, ["-c", "import numpy"]).status === 0
  );

/** Million vector steps per second of NumPy, by variant and dimension; nothing where NumPy is absent. */
export function numpyRates(): Map<string, number> | undefined {
  const python = pythonWithNumpy();
  if (!python) return undefined;
  const text = execFileSync(python, [join(here, "kernel.py")], {
    encoding: "utf8",
    env: {...process.env, ...singleThread}
  });
  const rates = new Map<string, number>();
  for (const line of text.trim().split("\n")) {
    const [variant, d, rate] = line.split(" ");
    rates.set(`${variant} ${d}`, Number(rate));
  }
  return rates;
}

/** The C twin, compiled: runs groups of four replicates; nothing where there is no compiler. */
export interface CTwin {
  /** Seconds of the processor, and the sum of what the run computed. */
  run(dimension: number, groups: number, steps: number): {seconds: number; check: number};
  close(): void;
}

export function compileC(): CTwin | undefined {
  const x86 = process.arch === "x64";
  const compiler = ["cc", "gcc", "clang"].find(c => spawnSync(c, ["--version"]).status === 0);
  if (!compiler || !x86) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "kernel-c-"));
  const program = join(folder, "kernel");
  const flags = ["-O3", "-mavx", "-ffp-contract=off"];
  execFileSync(compiler, [...flags, join(here, "kernel.c"), "-o", program, "-lm"]);
  return {
    run(dimension, groups, steps) {
      const text = execFileSync(program, [dimension, groups, steps].map(String), {
        encoding: "utf8"
      });
      const [seconds, check] = text.trim().split(" ").map(Number);
      return {seconds, check};
    },
    close: () => rmSync(folder, {recursive: true, force: true})
  };
}
