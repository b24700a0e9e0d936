import {element} from "./element.js";

const selector = "a[data-preview], .katex-html a[href]";
const documents = new Map<string, Promise<Document>>();

/**
 * Shows what a reference leads to while the pointer rests on it or the keyboard's focus is there: its
 * line of summary at once, the statement or equation itself when it is at hand; of a symbol in a formula
 * what it means. Escape closes it, and the pointer may move into it. A finger's first tap on a symbol
 * opens it, its second follows the link. Without this script a reference is a link like any other.
 */
export function installPreviews(): void {
  let link: HTMLAnchorElement | null = null;
  let panel: HTMLElement | null = null;
  let timer = 0;
  let lastPointer = "mouse";

  const close = () => {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    panel?.remove();
    link = panel = null;
  };
  const open = (target: HTMLAnchorElement) => {
    close();
    link = target;
    const shown = element("div", {id: "reference-preview", class: "preview", role: "tooltip"});
    const {preview} = target.dataset;
    const meaning = preview === undefined ? findMeaning(target) : null;
    if (preview !== undefined) shown.append(element("p", {class: "preview-summary"}, preview));
    else if (meaning) shown.append(meaning);
    else return;
    panel = shown;
    document.body.append(shown);
    target.setAttribute("aria-describedby", shown.id);
    place(shown, target);
    findTarget(target)
      .then(content => {
        if (!content || panel !== shown) return;
        shown.append(content);
        place(shown, target);
      })
      // The summary stands; what else there is to see is behind the link.
      .catch(() => {});
  };
  const later = (action: () => void, milliseconds: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(action, milliseconds);
  };
  const linkOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(selector) : null;

  document.addEventListener("pointerdown", event => {
    lastPointer = event.pointerType;
  });
  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return;
    const target = linkOf(event);
    if (target === null) {
      if (panel?.contains(event.target as Node)) clearTimeout(timer);
      else if (panel && link !== document.activeElement) later(close, 200);
      else if (!panel) clearTimeout(timer);
    } else if (target === link) clearTimeout(timer);
    else later(() => open(target), isSymbol(target) ? 350 : 150);
  });
  document.addEventListener("focusin", event => {
    const target = linkOf(event);
    if (target === null) close();
    else if (target.matches(":focus-visible")) open(target);
  });
  document.addEventListener("focusout", close);
  document.addEventListener("click", event => {
    const target = linkOf(event);
    if (target === null) {
      if (!panel?.contains(event.target as Node)) close();
    } else if (isSymbol(target) && target !== link && lastPointer === "touch") {
      event.preventDefault();
      open(target);
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") close();
  });
}

const isSymbol = (link: HTMLAnchorElement) => link.closest(".katex-html") !== null;

/** What a symbol means, from the page's own list, or on the notation page from its row. */
function findMeaning(link: HTMLAnchorElement): HTMLElement | null {
  const id = decodeURIComponent(link.hash.slice(1));
  const entry =
    document.getElementById(`symbol-${id}`) ??
    (link.pathname === location.pathname ? document.getElementById(id) : null);
  if (!entry) return null;
  const [symbol, meaning] = [...entry.children].map(part =>
    element("span", {}, ...[...part.childNodes].map(node => node.cloneNode(true)))
  );
  const shown = element("p", {class: "preview-symbol"}, symbol, " ", meaning);
  shown.inert = true;
  return shown;
}

/** Below the link, or above it where there is no room, within the window's width. */
function place(panel: HTMLElement, link: HTMLElement): void {
  const line = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const {width, height} = panel.getBoundingClientRect();
  const space = document.documentElement.clientWidth - width - 8;
  const below = line.bottom + 6;
  const fits = below + height <= window.innerHeight || line.top < height + 6;
  panel.style.left = `${window.scrollX + Math.max(8, Math.min(line.left, space))}px`;
  panel.style.top = `${window.scrollY + (fits ? below : line.top - height - 6)}px`;
}

/** A lifeless copy of the statement or equation that `link` leads to; a citation's summary is all. */
async function findTarget(link: HTMLAnchorElement): Promise<HTMLElement | null> {
  const url = new URL(link.href);
  if (!link.classList.contains("reference") || url.origin !== location.origin) return null;
  const page = url.pathname === location.pathname ? document : await fetchPage(url);
  const found = page.getElementById(decodeURIComponent(url.hash.slice(1)));
  if (!found) return null;
  const copy = document.importNode(found, true);
  for (const node of copy.querySelectorAll(
    "script, observablehq-loading:not(.shown), .observablehq"
  ))
    node.remove();
  for (const node of [copy, ...copy.querySelectorAll("[id]")]) node.removeAttribute("id");
  copy.inert = true;
  return copy;
}

function fetchPage(url: URL): Promise<Document> {
  let page = documents.get(url.pathname);
  if (!page) {
    page = fetch(url.pathname).then(async response => {
      if (!response.ok) throw new Error(`${url.pathname} must be a page; got ${response.status}`);
      return new DOMParser().parseFromString(await response.text(), "text/html");
    });
    documents.set(url.pathname, page);
    page.catch(() => documents.delete(url.pathname));
  }
  return page;
}
