// What pages of a preview run: it shows what is wrong with code and what is under way, and reads the page again
// where it could not be shown, or Framework has been started anew.
import type {Polled} from "./state.js";

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

async function ask(): Promise<void> {
  try {
    const state: Polled = await (await fetch("/_noisefloor/state")).json();
    show(state);
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
