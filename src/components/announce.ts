import {element} from "./element.js";

/** How long work may take before the reader is told about it, in milliseconds. */
const patience = 300;

/** Says how far the work is, in words. */
export type Report = (progress: string) => void;

/**
 * Shows what is going on, at the foot of the window, while slow work is under way: `text`, and after it
 * what the work reports of its progress.
 */
export async function announce<T>(text: string, work: (report: Report) => Promise<T>): Promise<T> {
  // What is read aloud is the errand; its progress is for the eye.
  const progress = element("span", {"aria-hidden": "true"});
  const line = element("p", {}, `${text} `, progress);
  const timer = setTimeout(() => statusBox().append(line), patience);
  try {
    return await work(words => {
      progress.textContent = words;
    });
  } finally {
    clearTimeout(timer);
    line.remove();
  }
}

function statusBox(): HTMLElement {
  const box = document.querySelector<HTMLElement>(".announcements");
  if (box) return box;
  const fresh = element("div", {class: "announcements", role: "status"});
  document.body.append(fresh);
  return fresh;
}
