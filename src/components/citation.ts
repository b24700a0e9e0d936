/** Puts the page's address, as it is served here, where the build could only write its path. */
export function completeCitation(): void {
  for (const node of document.querySelectorAll<HTMLElement>(".cite [data-path]")) {
    const path = node.dataset["path"] ?? "";
    const address = location.origin + location.pathname;
    node.textContent = node.textContent.replaceAll(path, address);
  }
}
