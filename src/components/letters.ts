/** The id of the element that holds a page's formulas in the letters of their documents, or says where they are. */
export const lettersId = "document-letters";

/** The name under which the choice is kept. */
const key = "letters";
const names = {site: "this site’s letters", documents: "the documents’ letters"} as const;

/**
 * Lets the switch below a page's question show its formulas in the letters of their documents, which are fetched then,
 * or in the site's again. The choice is kept for all pages.
 */
export function installLetters(): void {
  const button = document.querySelector<HTMLButtonElement>("p.letters button");
  const held = document.getElementById(lettersId);
  if (!button || !held) return;
  const ours = new Map<HTMLElement, readonly Node[]>();
  let theirs: Promise<readonly string[]> | undefined;
  const load = async () => {
    const {href} = held.dataset;
    if (href === undefined) return JSON.parse(held.textContent ?? "[]");
    const response = await fetch(href);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return response.json();
  };
  const show = async (documents: boolean) => {
    button.disabled = true;
    try {
      if (documents) {
        theirs ??= load();
        const formulas = await theirs;
        for (const place of document.querySelectorAll<HTMLElement>("span[data-letters]")) {
          ours.set(place, [...place.childNodes]);
          place.innerHTML = formulas[Number(place.dataset["letters"])];
        }
      } else for (const [place, nodes] of ours) place.replaceChildren(...nodes);
      const root = document.documentElement;
      if (documents) root.dataset["letters"] = "documents";
      else delete root.dataset["letters"];
      button.textContent = documents ? names.documents : names.site;
    } catch (error) {
      theirs = undefined;
      button.textContent = `${names.site} (the others cannot be loaded: ${(error as Error).message})`;
    } finally {
      button.disabled = false;
    }
  };
  button.addEventListener("click", () => {
    const documents = document.documentElement.dataset["letters"] !== "documents";
    try {
      if (documents) localStorage.setItem(key, "documents");
      else localStorage.removeItem(key);
    } catch {
      // Where nothing may be kept, the choice holds for this page.
    }
    void show(documents);
  });
  try {
    if (localStorage.getItem(key) === "documents") void show(true);
  } catch {
    // Nothing may be read: the site's letters stay.
  }
}
