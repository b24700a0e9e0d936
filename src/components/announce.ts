import {element} from "./element.js";

/** How long work may take before the reader is told about it, in milliseconds. */
const patience = 300;

/** Shows what is going on, at the foot of the window, while slow work is under way. */
export async function announce<T>(text: string, work: Promise<T>): Promise<T> {
  const line = element("p", {}, text);
  const timer = setTimeout(() => statusBox().append(line), patience);
  try {
    return await work;
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
