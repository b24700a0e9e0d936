import {execFileSync, spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {readGradients} from "../../lib/workbench/readGradients.js";
import {pythonWithNumpy} from "../../tools/bench/baselines.js";
import {root} from "../../tools/root.js";

const folder = mkdtempSync(join(tmpdir(), "guidance-"));
afterAll(() => rmSync(folder, {recursive: true}));

const python = pythonWithNumpy();
const has = (module: string) =>
  python !== undefined && spawnSync(python, ["-c", `import ${module}`]).status === 0;

/** The page's programs, by a word that one of them has. */
const programs = [
  ...readFileSync(join(root, "src/workbench.md"), "utf8").matchAll(/```python\n([^`]*)```/g)
].map(([, text]) => text);
function program(word: string): string {
  const found = programs.filter(text => text.includes(word));
  if (found.length !== 1) throw new Error(`${found.length} programs with ${word}`);
  return found[0];
}

/** Runs a program between what it takes for given and what it is to be held against, which is printed as JSON. */
function run(before: string, text: string, after: string): number[][] {
  const said = execFileSync(python!, ["-c", `${before}\n${text}\n${after}`], {
    cwd: folder,
    encoding: "utf8"
  });
  return JSON.parse(said);
}

const read = (name: string) => readGradients(readFileSync(join(folder, name)), {name});

async function expectRows(name: string, wanted: number[][], digits: number): Promise<void> {
  const {rows, columns, data} = await read(name);
  expect([rows, columns]).toEqual([wanted.length, wanted[0].length]);
  for (const [k, x] of wanted.flat().entries()) expect(data[k]).toBeCloseTo(x, digits);
}

test("the page has a program of at most six lines for each library", () => {
  expect(programs.length).toBe(3);
  for (const text of programs) expect(text.trim().split("\n").length).toBeLessThanOrEqual(6);
});

describe.skipIf(!python)("in NumPy", () => {
  test("rows are gradients of single samples, beside their Hessian", async () => {
    const wanted = run(
      "import numpy as np\nr = np.random.default_rng(1)\nX, Y, w = r.normal(size=(12, 3)), r.normal(size=12), r.normal(size=3)",
      program("residual"),
      [
        "import json",
        "loss = lambda v, i: 0.5 * (X[i] @ v - Y[i]) ** 2",
        "slope = lambda i, j: (loss(w + 1e-6 * np.eye(3)[j], i) - loss(w - 1e-6 * np.eye(3)[j], i)) / 2e-6",
        "print(json.dumps([[slope(i, j) for j in range(3)] for i in range(12)]))"
      ].join("\n")
    );
    await expectRows("gradients.npy", wanted, 6);
    const hessian = run(
      "import numpy as np\nr = np.random.default_rng(1)\nX = r.normal(size=(12, 3))",
      "",
      "import json\nprint(json.dumps([[sum(x[i] * x[j] for x in X) / 12 for j in range(3)] for i in range(3)]))"
    );
    await expectRows("hessian.npy", hessian, 12);
  });
});

describe.skipIf(!has("torch") || !has("safetensors"))("in PyTorch", () => {
  test("rows are gradients of single samples, a block for each parameter", async () => {
    const wanted = run(
      [
        "import torch",
        "torch.manual_seed(1)",
        "X, Y = torch.randn(9, 3), torch.randn(9, 1)",
        "model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.Tanh(), torch.nn.Linear(2, 1))",
        "criterion = torch.nn.MSELoss()"
      ].join("\n"),
      program("torch.func"),
      [
        "import json",
        "wanted = []",
        "for x, y in zip(X, Y):",
        "    model.zero_grad()",
        "    criterion(model(x[None]), y[None]).backward()",
        "    wanted.append([p.grad.flatten().tolist() for _, p in sorted(model.named_parameters())])",
        "print(json.dumps([sum(row, []) for row in wanted]))"
      ].join("\n")
    );
    const {blocks} = await read("gradients.safetensors");
    expect(blocks.map(({name}) => name)).toEqual(["0.bias", "0.weight", "2.bias", "2.weight"]);
    await expectRows("gradients.safetensors", wanted, 5);
  });
});

describe.skipIf(!has("jax"))("in JAX", () => {
  test("rows are gradients of single samples, a block for each leaf", async () => {
    const wanted = run(
      [
        "import jax.numpy as jnp",
        "X, Y = jnp.arange(18.).reshape(6, 3) / 7, jnp.arange(6.)",
        'params = {"w": jnp.ones(3) / 3, "b": jnp.zeros(())}',
        'loss = lambda p, x, y: (x @ p["w"] + p["b"] - y) ** 2'
      ].join("\n"),
      program("jax.vmap"),
      [
        "import json",
        'residual = lambda x, y: float(x @ params["w"] + params["b"] - y)',
        "print(json.dumps([[2 * residual(x, y)] + [2 * residual(x, y) * float(a) for a in x] for x, y in zip(X, Y)]))"
      ].join("\n")
    );
    const {blocks} = await read("gradients.npz");
    expect(blocks.map(({name}) => name)).toEqual(["['b']", "['w']"]);
    await expectRows("gradients.npz", wanted, 4);
  });
});
