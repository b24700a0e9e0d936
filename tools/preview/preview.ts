import {existsSync, readFileSync, statSync, utimesSync} from "node:fs";
import {join, resolve} from "node:path";
import {transformSync} from "esbuild";
import {type Doubt, type Doubts, readDoubts} from "../claims/doubts.js";
import {pagesOf, statedOn} from "../claims/pages.js";
import {withSign} from "../markdown/shown.js";
import {root} from "../root.js";
import {prepareFramework} from "../site/framework.js";
import {readProgress} from "../sweeps/progressFile.js";
import {buildScale} from "../sweeps/publish.js";
import {configFiles} from "./configFiles.js";
import {FrameworkPreview} from "./framework.js";
import {readable} from "./readable.js";
import {rounds} from "./rounds.js";
import {type PreviewServer, servePreview} from "./server.js";
import type {Mark, PreviewState} from "./state.js";
import {upToDate} from "./upToDate.js";
import {watchFolders} from "./watchFolders.js";

export interface PreviewOptions {
  readonly site: string;
  readonly host: string;
  /** The port; else 3000 or the next free one. */
  readonly port?: number;
}

/** Without a look at a page, ledger and sweeps are begun after so many milliseconds. */
const head = 8000;

/** The same where a page has been asked for that does not come. */
const longest = 60_000;

/** Milliseconds after which open pages are rendered once more: one that was just being opened did not yet listen. */
const settled = 1500;

/** Milliseconds for which nothing changes before Framework is started anew. */
const quiet = 150;

/**
 * A site with live reload: Framework's preview behind a port that stays. The first page comes before the work
 * behind it; then every edit is followed by what it makes stale (`upToDate`).
 *
 * @throws if the port is taken
 */
export async function startPreview({site, host, port}: PreviewOptions): Promise<PreviewServer> {
  const progress = join(site, ".cache/progress");
  process.env.NOISEFLOOR_PROGRESS = progress;
  const touched = new Map<string, number>();
  const faults = new Map<string, string>();
  let codeErrors: readonly string[] = [];
  const tell = () =>
    server.tell({
      errors: [...new Set([...codeErrors, ...faults.values()])],
      progress: readProgress(progress),
      doubts: marks(readDoubts(site))
    });
  const fault = (source: string, message: string | undefined) => {
    if (message === undefined ? !faults.delete(source) : faults.get(source) === message) return;
    if (message !== undefined) faults.set(source, message);
    tell();
  };

  const touch = (path: string) => {
    if (!existsSync(path)) return;
    const now = new Date();
    touched.set(path, now.getTime());
    utimesSync(path, now, now);
  };
  /** Makes Framework run loaders below `src/` anew, where the site has them. */
  const touchSource = (...names: string[]) => {
    for (const name of names) touch(join(site, "src", name));
  };
  /** Lets Framework render the open pages anew: all of them link to the search index. */
  let again: NodeJS.Timeout | undefined;
  const showAnew = () => {
    touchSource("search.json.ts");
    clearTimeout(again);
    again = setTimeout(() => touchSource("search.json.ts"), settled).unref();
  };
  const showEvidence = () => {
    showAnew();
    touchSource("evidence.json.ts");
  };
  const isOurs = (path: string) =>
    touched.has(path) && statSync(path, {throwIfNoEntry: false})?.mtimeMs === touched.get(path);

  const update = upToDate({
    site,
    scale: buildScale(),
    // Framework re-runs a loader when the loader's own time stamp changes, and only then; the page
    // reloads its data by itself.
    onStale: loader => {
      touch(loader);
      touchSource("provenance/[experiment].json.ts", "experiments.json.ts", "tables.json.ts");
      showAnew();
    },
    onEvidence: showEvidence,
    onDoubts: showEvidence,
    onErrors: messages => {
      codeErrors = messages;
      tell();
    }
  });
  const changed = rounds((paths, signal) =>
    update(paths, signal).catch(error => {
      codeErrors = readable(error);
      console.error(codeErrors.join("\n"));
      tell();
    })
  );

  let answered = false;
  const framework = new FrameworkPreview(
    site,
    {NOISEFLOOR_PREVIEW: "1", NOISEFLOOR_PROGRESS: progress},
    said => {
      fault("framework", said || "Framework's preview has ended");
      // What has never answered waits for an edit.
      if (answered) setTimeout(startFramework, 1000);
    }
  );
  let config = new Set<string>();
  const startFramework = () => {
    answered = false;
    framework.start();
    framework.answering().then(
      () => {
        answered = true;
        fault("framework", undefined);
        server.started();
      },
      () => {}
    );
    configFiles(site).then(
      files => {
        config = files;
      },
      // Framework says what is wrong with them.
      () => {}
    );
  };
  const restart = rounds(async () => {
    console.error("the site's settings have changed: starting anew");
    startFramework();
    await framework.answering().catch(() => {});
  }, quiet);

  const server = await servePreview({
    host,
    port: port ?? 3000,
    search: port === undefined,
    behind: framework.answering,
    script: clientScript(),
    onAnswer: (path, message) =>
      fault(
        path,
        message && (complaintAbout(path, framework) ?? `${sourceOf(site, path)}: ${message}`)
      )
  });
  prepareFramework(join(site, "src"));
  startFramework();

  // What the search finds is in the pages, which its loader does not import; so is which page states what.
  const stated = () => JSON.stringify([...statedOn(pagesOf(site))]);
  let statements = stated();
  const hear = (path: string) => {
    if (isOurs(path)) return;
    for (const source of [...faults.keys()].filter(key => key.startsWith("/")))
      fault(source, undefined);
    server.changed();
    if (config.has(path) || !framework.running) restart(path);
    showAnew();
    if (["lib", "data", "claims"].some(name => path.startsWith(join(site, name, "/"))))
      changed(path);
    if (path.endsWith(".md") && statements !== stated()) {
      statements = stated();
      changed(join(site, "data/ledger.arrow.ts"));
    }
  };
  watchFolders(
    [...["src", "lib", "data", "claims"].map(name => join(site, name)), join(root, "tools")],
    hear,
    [site]
  );
  setInterval(tell, 500).unref();
  const after = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms).unref());
  const begin = framework
    .answering()
    .then(() => after(head))
    // A page that is being made has the machine to itself; one that fails has had its time.
    .then(() => (server.asked() ? after(longest) : undefined));
  void Promise.race([server.firstPage, begin.catch(() => {})]).then(() => changed(site));
  const {close} = server;
  return {
    ...server,
    close() {
      framework.stop();
      close();
    }
  };
}

/** The file below `src/` that an answer is made of, as far as its address tells. */
function sourceOf(site: string, path: string): string {
  const below = decodeURI(path.replace(/^\/_\w+\//, ""));
  const names = [below, below.replace(/\.js$/, ".ts"), `${below}.ts`];
  const found = names.find(name => existsSync(join(site, "src", name)));
  return found === undefined ? path : `src/${found}`;
}

/** What a loader said when it failed, in place of its exit code. */
const complaintAbout = (path: string, framework: FrameworkPreview): string | undefined =>
  path.startsWith("/_file/") ? framework.complaintOf(`${decodeURI(path.slice(7))}.ts`) : undefined;

/** Doubts as pages show them. */
function marks({claims, others}: Doubts): PreviewState["doubts"] {
  const mark = ({standing}: Doubt): Mark => ({shown: standing, text: withSign(standing)});
  return {
    claims: Object.fromEntries(Object.entries(claims).map(([key, doubt]) => [key, mark(doubt)])),
    others: others && mark(others)
  };
}

/** The script of the pages, in JavaScript. */
function clientScript(): string {
  const source = readFileSync(resolve(root, "tools/preview/client.ts"), "utf8");
  return transformSync(source, {loader: "ts", format: "esm"}).code;
}
