import {element} from "./element.js";

/** What keys do, wherever one is on the site. */
const keys: readonly (readonly [string, string])[] = [
  ["/", "search"],
  ["↑ ↓", "walk through what is found"],
  ["Enter", "open the first of it"],
  ["Escape", "leave the search, close the menu or this list"],
  ["Tab", "reach every link, control and fold"],
  ["← →", "move a slider by a step"],
  ["Ctrl Enter", "run a query in its editor"],
  ["t", "change the theme"],
  ["?", "this list"]
];

/** `?` shows what keys do, `t` presses the button that changes the theme; in a field both are text. */
export function installKeys(theme: HTMLButtonElement): void {
  let dialog: HTMLDialogElement | undefined;
  document.addEventListener("keydown", event => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest("input, select, textarea, [contenteditable]")) return;
    if (event.key === "t") theme.click();
    if (event.key !== "?") return;
    event.preventDefault();
    dialog ??= keyList();
    if (dialog.open) dialog.close();
    else dialog.showModal();
  });
}

function keyList(): HTMLDialogElement {
  const close = element("button", {type: "button"}, "close");
  const rows = keys.map(([key, does]) =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, element("kbd", {}, key)),
      element("td", {}, does)
    )
  );
  const dialog = element(
    "dialog",
    {class: "keys", "aria-label": "Keys"},
    element("table", {}, element("caption", {}, "Keys"), element("tbody", {}, ...rows)),
    close
  ) as HTMLDialogElement;
  close.addEventListener("click", () => dialog.close());
  document.body.append(dialog);
  return dialog;
}
