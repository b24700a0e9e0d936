import {documents} from "../claims/documents.js";
import type {Choice, Settings} from "./controls.js";
import {element} from "./element.js";

const every = "all";
const byName = new Map(documents.filter(({own}) => !own).map(({name, id}) => [name, id]));
const byWeight = new Map([
  ["a conclusion", "conclusion"],
  ["a formula or a constant", "formula"],
  ["slips", "slip"]
]);

/** By what the corrections are chosen. */
export const errataControls: {document: Choice; weight: Choice} = {
  document: {label: "Document", options: [every, ...byName.keys()], value: every},
  weight: {label: "What it changes", options: [every, ...byWeight.keys()], value: every}
};

/** What the controls choose, and the name of the document where it is one. */
export const chosenErrata = ({document, weight}: Settings<typeof errataControls>) => ({
  name: document === every ? undefined : document,
  chosen: {document: byName.get(document), weight: byWeight.get(weight)}
});

/** What is shown of the corrections; undefined is all. */
export interface Chosen {
  readonly document?: string;
  readonly weight?: string;
}

const entriesOf = (page: ParentNode) => [
  ...page.querySelectorAll<HTMLDetailsElement>("details.erratum")
];

/**
 * Shows the corrections of a document and a weight and hides the others, with the titles that nothing stands under.
 *
 * @returns how many are shown, and how many there are
 */
export function chooseErrata(page: ParentNode, {document, weight}: Chosen): [number, number] {
  const entries = entriesOf(page);
  for (const entry of entries)
    entry.hidden =
      (document !== undefined && entry.dataset["document"] !== document) ||
      (weight !== undefined && entry.dataset["weight"] !== weight);
  for (const title of page.querySelectorAll<HTMLElement>("h2")) {
    const below = following(title);
    if (below.length) title.hidden = below.every(entry => entry.hidden);
  }
  return [entries.filter(entry => !entry.hidden).length, entries.length];
}

/** The corrections between a title and the next. */
function following(title: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let node = title.nextElementSibling; node; node = node.nextElementSibling) {
    if (node.matches("h2")) break;
    if (node.matches("details.erratum")) found.push(node as HTMLElement);
  }
  return found;
}

/** Gives a correction, when it is first opened, what copies it. */
export function offerCopies(page: HTMLElement): void {
  page.addEventListener(
    "toggle",
    ({target}) => {
      if (!(target instanceof HTMLDetailsElement) || !target.matches(".erratum")) return;
      if (target.querySelector(".copies")) return;
      const address = () => `${location.origin}${location.pathname}#${target.id}`;
      target.append(
        element(
          "p",
          {class: "copies actions"},
          copying("copy as LaTeX", () => target.dataset["latex"] ?? ""),
          copying("copy link", address)
        )
      );
    },
    {capture: true}
  );
}

function copying(label: string, text: () => string): HTMLButtonElement {
  const button = element("button", {type: "button"}, label) as HTMLButtonElement;
  const said = element("span", {class: "visually-hidden", role: "status"});
  button.append(said);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = ": copied";
      button.classList.add("copied");
    } catch {
      said.textContent = ": the browser does not allow it";
      button.classList.add("refused");
    }
  });
  return button;
}

/** How many corrections are shown, of which document, and what prints them. */
export function errataStatus([shown, all]: readonly [number, number], name?: string): HTMLElement {
  const button = element("button", {type: "button"}, "Print, or save as PDF");
  button.addEventListener("click", () => window.print());
  const text = `${shown} of ${all} entries${name === undefined ? "" : `: ${name}`}`;
  return element(
    "div",
    {class: "errata-chosen"},
    element("span", {role: "status"}, text),
    element("span", {class: "actions"}, button)
  );
}

/** Opens the correction that the URL's fragment names, and goes there. */
export function openErratum(page: ParentNode, fragment: string): void {
  const name = decodeURIComponent(fragment.slice(1));
  const entry = entriesOf(page).find(({id}) => id === name);
  if (!entry) return;
  entry.hidden = false;
  entry.open = true;
  entry.scrollIntoView();
}
