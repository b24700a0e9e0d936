/**
 * What the build has put where a cell displays goes when the cell displays itself: folds that a reader had opened
 * in it are opened in what takes its place.
 */
export function keepFolds(): void {
  const waiting = () => document.querySelector("observablehq-loading.shown") !== null;
  if (!waiting()) return;
  const observer = new MutationObserver(records => {
    for (const {removedNodes, previousSibling, nextSibling} of records)
      for (const node of removedNodes)
        if (node instanceof HTMLElement && node.matches("observablehq-loading.shown"))
          openFolds(foldsOf([node]), foldsOf(between(previousSibling, nextSibling)));
    if (!waiting()) observer.disconnect();
  });
  observer.observe(document.body, {childList: true, subtree: true});
}

function openFolds(before: readonly HTMLDetailsElement[], after: readonly HTMLDetailsElement[]) {
  for (const [i, fold] of before.entries()) if (fold.open && after[i]) after[i].open = true;
}

const foldsOf = (nodes: readonly Element[]) =>
  nodes.flatMap(node => [
    ...(node instanceof HTMLDetailsElement ? [node] : []),
    ...node.querySelectorAll("details")
  ]);

/** The elements that stand between two nodes now. */
function between(first: Node | null, last: Node | null): Element[] {
  const elements: Element[] = [];
  for (let node = last?.previousSibling; node && node !== first; node = node.previousSibling)
    if (node instanceof Element) elements.unshift(node);
  return elements;
}
