import {execFileSync, spawnSync} from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {build} from "esbuild";
import {publint} from "publint";
import {formatMessage} from "publint/utils";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {serve} from "../../tools/browser/serve.js";
import {canCutNetwork, offline} from "../../tools/gate/execute.js";
import {entries} from "../../tools/package/entries.js";
import {root} from "../../tools/root.js";

const surfaces = () =>
  Object.keys(entries).map(name => readFileSync(join(root, `docs/surface/${name}.d.ts`), "utf8"));

/** A command without a network, where this machine allows that; what it printed. */
function run(folder: string, command: readonly string[]): string {
  const [file, ...args] = canCutNetwork() ? offline(command) : command;
  const {status, stdout, stderr} = spawnSync(file, args, {cwd: folder, encoding: "utf8"});
  expect(status, `${command.join(" ")}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

/** A package and what it depends on, as folders of this project's `node_modules`. */
function withDependencies(name: string): string[] {
  const folder = join(root, "node_modules", name);
  const {dependencies = {}} = createRequire(import.meta.url)(join(folder, "package.json"));
  return [folder, ...Object.keys(dependencies).flatMap(withDependencies)];
}

const program = `
import {Matrix} from "ml-matrix";
import {type LinearRun, momentumCovariance, sgdCovariance, UnstableError} from "noisefloor";
import {execute, secondMoment, type SweepSpec} from "noisefloor/simulate";

const problem: LinearRun = {
  hessian: [new Float64Array([2, 0.3]), [0.3, 1]],
  noise: new Matrix([[1, -0.4], [-0.4, 0.5]]),
  learningRate: 0.1
};
const spec: SweepSpec = {
  experiment: "consumer",
  seed: 1,
  replicates: 8,
  cells: [
    {
      parameters: {b: 1},
      learningRate: 0.1,
      steps: 50,
      hessianEigenvalues: [1],
      noiseFactor: {diagonal: [1]}
    }
  ]
};
let refused = "";
try {
  momentumCovariance({...problem, learningRate: 5});
} catch (error) {
  if (error instanceof UnstableError) refused = error.message;
}
const [cell] = await execute(spec);
const variance: number = cell === undefined ? Number.NaN : secondMoment(cell, 0, 0).mean;
const answer: string = JSON.stringify({
  plain: sgdCovariance(problem).to2DArray(),
  heavy: momentumCovariance({...problem, momentum: 0.5}).get(0, 0),
  variance,
  refused
});
export default answer;
`;

let folder: string;
let tarball: string;
let installed: string;
let recorded: string[];

beforeAll(() => {
  recorded = surfaces();
  const command = [process.execPath, "--import", "tsx", "tools/package.ts"];
  tarball = run(root, command).trimEnd().split("\n").at(-1) ?? "";
  folder = mkdtempSync(join(tmpdir(), "consumer-"));
  const store = join(folder, "packed");
  mkdirSync(store);
  const pack = ["npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", store];
  run(folder, [...pack, ...new Set(withDependencies("ml-matrix"))]);
  writeFileSync(join(folder, "package.json"), JSON.stringify({name: "consumer", type: "module"}));
  const packed = readdirSync(store).map(file => join(store, file));
  run(folder, ["npm", "install", "--offline", "--no-audit", "--no-fund", ...packed, tarball]);
  installed = join(folder, "node_modules/noisefloor");
  writeFileSync(join(folder, "program.ts"), program);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("npm run package", () => {
  test("prints the path of the tarball last", () => {
    expect(tarball).toMatch(/noisefloor-[\d.]+\.tgz$/);
    expect(existsSync(tarball)).toBe(true);
  });

  test("packs the built core and nothing of the site", () => {
    const files = execFileSync("tar", ["tf", tarball], {encoding: "utf8"}).trim().split("\n");
    const others = files.filter(file => !/^package\/package\/[\w-]+(\.d\.ts|\.js)$/.test(file));
    expect(others.sort()).toEqual(["package/LICENSE", "package/README.md", "package/package.json"]);
    const {dependencies} = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(Object.keys(dependencies)).toEqual(["ml-matrix"]);
  });

  test("declares what docs/surface/ says; a change shows there after npm run package", () => {
    expect(surfaces()).toEqual(recorded);
  });

  test("satisfies publint", async () => {
    const {messages} = await publint({pkgDir: installed, strict: true});
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(messages.map(message => formatMessage(message, manifest))).toEqual([]);
  });

  test("satisfies attw", () => {
    const cli = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    run(folder, [process.execPath, cli, tarball, "--profile", "esm-only", "--no-emoji"]);
  });
});

describe("the command of the package, where neither Arrow's library nor Parquet's is installed", () => {
  const npy = (rows: number[][]) => {
    const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${rows.length}, ${rows[0].length}), }`;
    const header = `${text.padEnd(117)}\n`;
    const data = Buffer.from(Float64Array.from(rows.flat()).buffer);
    return Buffer.concat([Buffer.from(`\x93NUMPY\x01\x00v\x00${header}`, "latin1"), data]);
  };
  const rows = Array.from({length: 40}, (_, i) => [Math.sin(i), 2 + Math.cos(3 * i), i % 7]);
  const command = () => join(folder, "node_modules/.bin/noisefloor");

  test.each([
    ["g.npy", () => npy(rows)],
    ["g.csv", () => rows.map(String).join("\n")]
  ] as const)("tells of %s what npm run noise does, to the last digit", (name, bytes) => {
    writeFileSync(join(folder, name), bytes());
    writeFileSync(join(folder, "h.csv"), "2,1,0.5\n");
    const args = [name, "--hessian", "h.csv", "--rate", "0.1", "--batch", "4", "--check"];
    const here = (...more: string[]) => {
      const source = [
        "--import",
        import.meta.resolve("tsx"),
        join(root, "tools/noise.ts"),
        ...args,
        ...more
      ];
      return execFileSync(process.execPath, source, {cwd: folder, encoding: "utf8"});
    };
    for (const more of [[], ["--json"]])
      expect(run(folder, [command(), "noise", ...args, ...more])).toBe(here(...more));
  });

  test("names itself in its usage, and refuses other commands", () => {
    expect(run(folder, [command(), "noise", "--help"])).toMatch(/^noisefloor noise FILE/);
    expect(run(folder, [command(), "--version"])).toMatch(/^\d+\.\d+\.\d+\n$/);
    const {status, stderr} = spawnSync(command(), ["sound"], {encoding: "utf8"});
    expect([status, stderr]).toEqual([
      1,
      "command must be noise; got sound; --help lists what there is\n"
    ]);
  });

  test("asks for the library where a file needs one", () => {
    const table = tableToIPC(tableFromArrays({a: [1, 2, 3]}), "file");
    writeFileSync(join(folder, "g.arrow"), table);
    const {status, stderr} = spawnSync(command(), ["noise", "g.arrow"], {
      cwd: folder,
      encoding: "utf8"
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^g\.arrow is Arrow, and the package apache-arrow is not there.*\n$/);
  });

  test("is not loaded with the package's modules", () => {
    const reached = (file: string, seen = new Set<string>()): Set<string> => {
      seen.add(file);
      const code = readFileSync(join(installed, "package", file), "utf8");
      for (const [, next] of code.matchAll(/(?:from|import) ?\(?"\.\/([^"]+)"/g))
        if (!seen.has(next)) reached(next, seen);
      return seen;
    };
    const all = readdirSync(join(installed, "package")).filter(file => file.endsWith(".js"));
    const ofCommand = all.filter(file =>
      /node:(fs|util)/.test(readFileSync(join(installed, "package", file), "utf8"))
    );
    expect(ofCommand).toContain("noisefloor.js");
    for (const name of Object.keys(entries))
      expect([...reached(`${name}.js`)].filter(file => ofCommand.includes(file))).toEqual([]);
  });
});

describe("a project that has installed the tarball", () => {
  test.each([
    ["nodenext", {module: "nodenext"}],
    ["bundler", {module: "esnext", moduleResolution: "bundler"}]
  ])("type-checks under %s with strict flags", (name, resolution) => {
    const compilerOptions = {
      ...resolution,
      target: "es2022",
      lib: ["es2023", "dom"],
      types: [],
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true
    };
    const config = join(folder, `tsconfig.${name}.json`);
    writeFileSync(config, JSON.stringify({compilerOptions, files: ["program.ts"]}));
    run(folder, [process.execPath, join(root, "node_modules/typescript/bin/tsc"), "-p", config]);
  });

  const bundled = async (platform: "node" | "browser") => {
    const {outputFiles} = await build({
      stdin: {contents: program, loader: "ts", resolveDir: folder},
      bundle: platform === "browser",
      platform,
      format: "esm",
      target: "es2022",
      write: false,
      logLevel: "silent"
    });
    return outputFiles[0].text;
  };

  test("gets in a Chromium, from a bundle, what it gets in Node", async () => {
    writeFileSync(join(folder, "program.js"), await bundled("node"));
    const print = 'import("./program.js").then(({default: text}) => console.log(text))';
    const inNode = run(folder, [process.execPath, "-e", print]).trim();
    const answer = JSON.parse(inNode);
    const [[a, b], [, c]] = answer.plain;
    const [first, second] = [2 * a + 0.3 * b, 2 * b + 0.3 * c];
    expect(2 * first - 0.1 * (2 * first + 0.3 * second)).toBeCloseTo(0.1, 14);
    expect(answer.refused).toMatch(/^learningRate must lie in/);

    const site = join(folder, "site");
    mkdirSync(site);
    writeFileSync(join(site, "bundle.js"), await bundled("browser"));
    writeFileSync(join(site, "index.html"), "<!doctype html><title>consumer</title>");
    const server = await serve(site);
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.goto(server.url);
      const inBrowser = await page.evaluate('import("/bundle.js").then(module => module.default)');
      expect(inBrowser).toBe(inNode);
    } finally {
      await browser.close();
      await server.close();
    }
  });

  test("bundles no more than what it uses", async () => {
    const size = async (code: string) => {
      const {outputFiles} = await build({
        stdin: {contents: code, loader: "js", resolveDir: folder},
        bundle: true,
        minify: true,
        format: "esm",
        external: ["ml-matrix"],
        write: false,
        logLevel: "silent"
      });
      return outputFiles[0].contents.length;
    };
    const one = await size('export {adamCovariance} from "noisefloor";');
    const all = await size('export * from "noisefloor";');
    expect(one).toBeLessThan(all / 5);
    expect(await size('import "noisefloor";')).toBeLessThan(100);
  });
});
