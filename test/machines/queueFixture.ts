import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect} from "vitest";
import {checkout, pieces} from "./checkout.js";
import {endAll, tool} from "./processes.js";

/** A checkout with the experiment "pieces" and others, and its tools, while the tests of the file run that asks for it. */
export function queueFixture(experiments: Record<string, string> = {}) {
  const scratch: string[] = [];
  let made: ReturnType<typeof checkout>;
  beforeAll(() => {
    made = checkout({pieces: pieces("pieces"), ...experiments});
  });
  afterEach(endAll);
  afterAll(() => {
    made?.remove();
    for (const folder of scratch) rmSync(folder, {recursive: true, force: true});
  });
  const own = () => made.folder;
  /** The variable that names a store of its own. */
  const store = () => {
    const folder = mkdtempSync(join(tmpdir(), "store-"));
    scratch.push(folder);
    return {NOISEFLOOR_STORE: folder};
  };
  const sum = (said: string) => /sha256 (\w{64})/.exec(said)?.[1];
  return {
    own,
    store,
    sum,
    produce: (folder: string, url: string, name = "pieces", environment: object = store()) =>
      tool(folder, "data", [name, "--engine", url], environment),
    worker: (folder: string, url: string, environment: object = {}) =>
      tool(folder, "worker", [url, "--workers", "1"], {...store(), ...environment}),
    /** The SHA-256 that threads find. */
    async threads(name = "pieces"): Promise<string | undefined> {
      const run = tool(own(), "data", [name], store());
      expect(await run.end, run.said()).toBe(0);
      return sum(run.said());
    }
  };
}
