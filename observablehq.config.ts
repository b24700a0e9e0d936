import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {previewDoubts} from "./tools/claims/doubts.js";
import {evidencePath} from "./tools/claims/evidenceFile.js";
import {siteInventory} from "./tools/claims/siteInventory.js";
import {evidenceReader} from "./tools/markdown/evidence.js";
import {storeFormulas} from "./tools/markdown/formulaStore.js";
import {useNoisefloor} from "./tools/markdown/index.js";
import {useShownProblems} from "./tools/markdown/shownProblems.js";
import {isPreview} from "./tools/preview/isPreview.js";
import {root} from "./tools/root.js";
import {fontLinks} from "./tools/site/fonts.js";
import {citationFooter, scaleBanner} from "./tools/site/frame.js";
import {buildScale} from "./tools/sweeps/publish.js";

// Framework runs in the folder of the site.
const evidence = evidenceReader(evidencePath("."));
const doubts = () => previewDoubts(".");
const useRules = isPreview() ? useShownProblems : useNoisefloor;
const inventory = await siteInventory(".");

const pages = [
  {
    name: "Noise",
    pages: [
      {name: "Setup and oracle", path: "/noise/setup"},
      {name: "Two sources of noise", path: "/noise/two-sources"},
      {name: "Alignment", path: "/noise/alignment"},
      {name: "Fisher and Godambe", path: "/noise/geometry"},
      {name: "What is held fixed", path: "/noise/conditioning"},
      {name: "Estimating G", path: "/noise/estimating"},
      {name: "Misspecified models", path: "/noise/misspecification"},
      {name: "Exchangeable batches", path: "/noise/exchangeability"}
    ]
  },
  {
    name: "Diffusion",
    pages: [
      {name: "From recursion to SDE", path: "/diffusion/approximation"},
      {name: "Batch scaling", path: "/diffusion/batch-scaling"},
      {name: "Turning the noise", path: "/diffusion/angle-sweep"},
      {name: "Plateau", path: "/diffusion/plateau"},
      {name: "The stationary ellipse", path: "/diffusion/stationary-ellipse"},
      {name: "Fokker–Planck", path: "/diffusion/fokker-planck"},
      {name: "Probability current", path: "/diffusion/current"},
      {name: "Assumptions", path: "/diffusion/assumptions"},
      {name: "Heavy tails", path: "/diffusion/heavy-tails"},
      {name: "Correlated noise", path: "/diffusion/correlated-noise"},
      {name: "Step and batch", path: "/diffusion/step-and-batch"},
      {name: "Singular noise", path: "/diffusion/singular-noise"},
      {name: "A degenerate minimum", path: "/diffusion/degenerate-minimum"}
    ]
  },
  {
    name: "Finite rate",
    pages: [
      {name: "One dimension", path: "/finite-rate/one-dimension"},
      {name: "Discrete Lyapunov", path: "/finite-rate/discrete-lyapunov"},
      {name: "Which noise", path: "/finite-rate/noise"},
      {name: "Effective loss", path: "/finite-rate/effective-loss"},
      {name: "Momentum", path: "/finite-rate/momentum"},
      {name: "Quasi-hyperbolic momentum", path: "/finite-rate/qhm"},
      {name: "Approximation error", path: "/finite-rate/approximation"},
      {name: "Preconditioning", path: "/finite-rate/preconditioning"},
      {name: "Noise of its own making", path: "/finite-rate/self-made-noise"},
      {name: "Bayesian rate", path: "/finite-rate/bayes"},
      {name: "Escape efficiency", path: "/finite-rate/escape"},
      {name: "Kramers escape", path: "/finite-rate/kramers"},
      {name: "Rate and generalisation", path: "/finite-rate/generalisation"}
    ]
  },
  {
    name: "Budgets",
    pages: [
      {name: "One over N", path: "/budgets/one-over-n"},
      {name: "Directions", path: "/budgets/directions"},
      {name: "The frozen metric", path: "/budgets/metric"},
      {name: "Drift and upper bound", path: "/budgets/upper-bound"},
      {name: "The lower bound in three layers", path: "/budgets/lower-bound"},
      {name: "Oracle complexity", path: "/budgets/oracle-complexity"},
      {name: "Variance reduction", path: "/budgets/variance-reduction"},
      {name: "Technical lemmas", path: "/budgets/technical-lemmas"},
      {name: "What was promised", path: "/budgets/verification"}
    ]
  },
  {
    name: "Check",
    pages: [
      {name: "Ledger", path: "/ledger"},
      {name: "Errata", path: "/errata"},
      {name: "Calibration", path: "/calibration"},
      {name: "The summary page", path: "/summary"},
      {name: "Reproduce", path: "/reproduce"}
    ]
  },
  {
    name: "Reference",
    pages: [
      {name: "Notation", path: "/notation"},
      {name: "References", path: "/references"},
      {name: "About", path: "/about"}
    ]
  }
];

const order = pages.flatMap(group => group.pages.map(({path}) => path));

export default {
  root: "src",
  output: process.env.NOISEFLOOR_OUTPUT ?? "dist",
  title: "noisefloor",
  pages,
  style: "style.css",
  globalStylesheets: [],
  head: `<meta name="color-scheme" content="light dark">\n<link rel="icon" type="image/svg+xml" href="/icon.svg">\n<link rel="noisefloor-search" href="/search.json">\n${fontLinks()}\n<script type="module" src="/components/site.js"></script>`,
  header: scaleBanner(buildScale()),
  footer: citationFooter,
  pager: true,
  preserveExtension: false,
  linkify: false,
  markdownIt: (md: MarkdownIt) =>
    storeFormulas(useRules(md, {root: "src", inventory, evidence, doubts, order})),
  interpreters: {".ts": ["node", "--import", "tsx", join(root, "tools/loader.ts")]}
};
