/** What is wrong with a document, and in which cell, by Framework's name for it. */
export interface Finding {
  readonly message: string;
  readonly cell?: string;
}

/**
 * Runs in the page: error nodes, pictures without text alternatives, figures without captions or data,
 * duplicate ids, a page wider than its window.
 */
export function inspect(): Finding[] {
  const findings: Finding[] = [];
  for (const node of document.querySelectorAll(".observablehq--error")) {
    // Framework leaves a comment with the cell's name behind what the cell shows.
    let mark: Node | null = node;
    while (mark && !(mark.nodeType === Node.COMMENT_NODE && /^:.+:$/.test(mark.nodeValue ?? "")))
      mark = mark.nextSibling;
    const cell = mark?.nodeValue?.slice(1, -1);
    findings.push({message: `error shown: ${node.textContent?.trim()}`, cell});
  }
  const images = document.querySelectorAll(
    "img:not([alt]), img[alt='']:not([role]), svg:not([role], [aria-hidden] *, figure *)"
  );
  for (const image of images)
    if (!image.closest("[aria-hidden], [role=img], button"))
      findings.push({
        message: `<${image.localName}> without a text alternative: ${image.getAttribute("src") ?? image.getAttribute("class") ?? ""}`
      });
  for (const figure of document.querySelectorAll("figure")) {
    const picture = figure.querySelector('[role="img"], img, table');
    const name = figure.getAttribute("aria-label");
    if (!figure.querySelector("figcaption"))
      findings.push({message: `figure without a caption: ${name}`});
    if (!(picture?.getAttribute("aria-label") ?? picture?.getAttribute("alt")))
      findings.push({message: `figure without a text alternative: ${name}`});
    if (
      figure.querySelector("svg[role=img], canvas") &&
      !figure.querySelector("table, [data-fold=data]")
    )
      findings.push({message: `figure without its data as a table: ${name}`});
  }
  const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
    findings.push({message: `duplicate id: ${id}`});
  const excess = document.documentElement.scrollWidth - innerWidth;
  if (excess > 0) findings.push({message: `the page is ${excess} px wider than the window`});
  return findings;
}
