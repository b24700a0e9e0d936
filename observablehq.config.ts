import {readFileSync} from "node:fs";
import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {previewDoubts} from "./tools/claims/doubts.js";
import {evidencePath} from "./tools/claims/evidenceFile.js";
import {siteInventory} from "./tools/claims/siteInventory.js";
import {evidenceReader} from "./tools/markdown/evidence.js";
import {storeFormulas} from "./tools/markdown/formulaStore.js";
import {useNoisefloor} from "./tools/markdown/index.js";
import {frontMatter} from "./tools/markdown/page.js";
import {useShownProblems} from "./tools/markdown/shownProblems.js";
import {isPreview} from "./tools/preview/isPreview.js";
import {root} from "./tools/root.js";
import {fontLinks} from "./tools/site/fonts.js";
import {askedScript, citationFooter, scaleBanner, themeScript} from "./tools/site/frame.js";
import {buildScale} from "./tools/sweeps/publish.js";

// Framework runs in the folder of the site.
const evidence = evidenceReader(evidencePath("."));
const doubts = () => previewDoubts(".");
const useRules = isPreview() ? useShownProblems : useNoisefloor;
const inventory = await siteInventory(".");

const groups: Readonly<Record<string, readonly string[]>> = {
  Noise: [
    "/noise/setup",
    "/noise/two-sources",
    "/noise/alignment",
    "/noise/geometry",
    "/noise/conditioning",
    "/noise/estimating",
    "/noise/misspecification",
    "/noise/exchangeability"
  ],
  Diffusion: [
    "/diffusion/approximation",
    "/diffusion/batch-scaling",
    "/diffusion/angle-sweep",
    "/diffusion/plateau",
    "/diffusion/stationary-ellipse",
    "/diffusion/fokker-planck",
    "/diffusion/current",
    "/diffusion/assumptions",
    "/diffusion/heavy-tails",
    "/diffusion/correlated-noise",
    "/diffusion/step-and-batch",
    "/diffusion/singular-noise",
    "/diffusion/degenerate-minimum"
  ],
  "Finite rate": [
    "/finite-rate/one-dimension",
    "/finite-rate/discrete-lyapunov",
    "/finite-rate/noise",
    "/finite-rate/effective-loss",
    "/finite-rate/momentum",
    "/finite-rate/qhm",
    "/finite-rate/approximation",
    "/finite-rate/preconditioning",
    "/finite-rate/self-made-noise",
    "/finite-rate/bayes",
    "/finite-rate/escape",
    "/finite-rate/kramers",
    "/finite-rate/generalisation"
  ],
  Budgets: [
    "/budgets/one-over-n",
    "/budgets/directions",
    "/budgets/metric",
    "/budgets/upper-bound",
    "/budgets/lower-bound",
    "/budgets/oracle-complexity",
    "/budgets/variance-reduction",
    "/budgets/technical-lemmas",
    "/budgets/verification"
  ],
  Sampling: [
    "/sampling/queue",
    "/sampling/inventory",
    "/sampling/scenarios",
    "/sampling/stream",
    "/sampling/compare"
  ],
  Documents: ["/papers/fisher", "/papers/finite-rate", "/papers/notes", "/papers/summary"],
  Check: [
    "/workbench",
    "/ledger",
    "/errata",
    "/conditions",
    "/changes",
    "/calibration",
    "/summary",
    "/reproduce",
    "/explore"
  ],
  Reference: ["/notation", "/glossary", "/api", "/references", "/about"]
};

// The menu calls a page by its title.
const pages = Object.entries(groups).map(([name, paths]) => ({
  name,
  pages: paths.map(path => ({name: titleOf(path), path}))
}));

function titleOf(path: string): string {
  const {title} = frontMatter(readFileSync(new URL(`src${path}.md`, import.meta.url), "utf8"));
  if (title === undefined) throw new RangeError(`src${path}.md must have a title`);
  return title;
}

const order = pages.flatMap(group => group.pages.map(({path}) => path));

export default {
  root: "src",
  output: process.env.NOISEFLOOR_OUTPUT || "dist",
  title: "noisefloor",
  pages,
  style: "style.css",
  globalStylesheets: [],
  head: `<meta name="color-scheme" content="light dark">\n<link rel="icon" type="image/svg+xml" href="/icon.svg">\n<link rel="noisefloor-search" href="/search.json">\n<link rel="noisefloor-tables" href="/tables.json">\n${fontLinks()}\n${themeScript}\n${askedScript}\n<script type="module" src="/components/site.js"></script>`,
  header: scaleBanner(buildScale()),
  footer: citationFooter,
  pager: true,
  preserveExtension: false,
  linkify: false,
  markdownIt: (md: MarkdownIt) =>
    storeFormulas(useRules(md, {root: "src", inventory, evidence, doubts, order})),
  interpreters: {".ts": ["node", "--import", "tsx", join(root, "tools/loader.ts")]}
};
