// What pages of a preview run: it shows what is wrong with code and what is under way, puts doubts in the place of
// verdicts without waiting for the page to be rendered anew, and reads the page again where it could not be shown,
// or Framework has been started anew.
import type {Mark, Polled} from "./state.js";

/** Milliseconds between two questions. */
const interval = 700;

const panel = document.createElement("div");
panel.className = "preview-state";
panel.setAttribute("role", "status");
panel.style.cssText =
  "position: fixed; z-index: 9; left: 1rem; bottom: 1rem; max-width: min(46rem, calc(100vw - 2rem)); " +
  "max-height: 40vh; overflow: auto; padding: 0.5rem 0.9rem; border: 1px solid; border-radius: 4px; " +
  "background: Canvas; color: CanvasText; font: 0.83rem/1.5 system-ui, sans-serif; white-space: pre-wrap;";

/** How often files had changed when this page could not be shown. */
const failedAt = document.documentElement.dataset["failed"];
let shown = "";
let starts: number | undefined;

function show({errors, progress}: Pick<Polled, "errors" | "progress">): void {
  const lines = [...(failedAt === undefined ? errors : []), ...progress];
  if (lines.join("\n") === shown) return;
  shown = lines.join("\n");
  panel.textContent = shown;
  panel.style.borderLeft = errors.length ? "4px solid #b00020" : "1px solid";
  if (shown) document.body.append(panel);
  else panel.remove();
}

/** What is graver than any doubt. */
const gravest = "fails";
/** What stands beside a verdict of a claim, or of a statement with its claims. */
const judged = "[data-claim][data-verdict]";
/** What has been marked here, by what it is marked with. */
const marked = new Map<HTMLElement, string>();

/** The gravest doubt about an id or one of its claims. */
function doubtOf(id: string, {claims, others}: Polled["doubts"]): Mark | undefined {
  const own = Object.keys(claims)
    .filter(key => key === id || key.startsWith(`${id}/`))
    .map(key => claims[key]);
  return own.find(({shown}) => shown === "not confirmed") ?? own[0] ?? others ?? undefined;
}

/** Puts a verdict in the place of what an element says. */
function say(element: HTMLElement, {shown, text}: Mark): void {
  element.dataset["verdict"] = shown;
  const statement = element.closest<HTMLElement>("section.statement");
  if (statement) statement.dataset["verdict"] = shown;
  const badge = element.matches(".badge") ? element : element.querySelector(".badge");
  if (badge) badge.textContent = text;
}

/** Marks what is in doubt; where a doubt has ended, what the page says now is read. */
async function mark(doubts: Polled["doubts"]): Promise<void> {
  let ended = false;
  for (const element of document.querySelectorAll<HTMLElement>(judged)) {
    const {claim = "", verdict} = element.dataset;
    const doubt = doubtOf(claim, doubts);
    if (doubt && verdict !== gravest && verdict !== doubt.shown) {
      say(element, doubt);
      marked.set(element, doubt.shown);
    } else if (!doubt && marked.get(element) === verdict) ended = true;
  }
  if (!ended) return;
  const text = await (await fetch(location.href, {headers: {accept: "text/html"}})).text();
  const now = new DOMParser().parseFromString(text, "text/html");
  for (const [element, shown] of marked) {
    const {claim = "", verdict} = element.dataset;
    if (verdict !== shown || doubtOf(claim, doubts)) continue;
    const fresh = now.querySelector<HTMLElement>(
      `${element.localName}[data-claim="${CSS.escape(claim)}"][data-verdict]`
    );
    const badge = fresh?.matches(".badge") ? fresh : fresh?.querySelector(".badge");
    if (fresh?.dataset["verdict"] === shown) continue;
    marked.delete(element);
    if (fresh && badge)
      say(element, {shown: fresh.dataset["verdict"] ?? "", text: badge.textContent ?? ""});
  }
}

async function ask(): Promise<void> {
  try {
    const state: Polled = await (await fetch("/_noisefloor/state")).json();
    show(state);
    await mark(state.doubts);
    const renewed = starts !== undefined && starts !== state.starts;
    starts = state.starts;
    if (renewed || (failedAt !== undefined && Number(failedAt) !== state.changes))
      return location.reload();
  } catch {
    show({errors: [], progress: ["npm start has ended"]});
  }
  setTimeout(ask, interval);
}

void ask();
