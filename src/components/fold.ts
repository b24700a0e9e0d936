import {element} from "./element.js";

/** Filled when it is opened: what it shows may have changed since, and few are opened. */
export function fold(label: string, content: () => HTMLElement, open = false): HTMLElement {
  const summary = element("summary", {}, label);
  const details = element("details", {"data-fold": label}, summary);
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    // The summary stays where it is: taken out and put back, it would lose the focus.
    while (summary.nextSibling) summary.nextSibling.remove();
    details.append(content());
  });
  details.open = open;
  return details;
}
