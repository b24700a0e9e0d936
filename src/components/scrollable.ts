/** Marks what goes on behind its right edge, where a formula fades; at its end nothing is hidden there. */
function markMore(part: Element): void {
  const {scrollLeft, scrollWidth, clientWidth} = part;
  part.toggleAttribute("data-more", scrollLeft + clientWidth < scrollWidth - 2);
}

const formula = ".equation-body, .math-display";
const code = ".observablehq-pre-container > pre";

/**
 * Lets the keyboard reach the displayed formulas and listings that are wider than their column, and those
 * alone: one that fits is no stop on the way through the page.
 */
export function watchScrollable(): void {
  const observer = new ResizeObserver(entries => {
    for (const {target} of entries) {
      const scrolls = target.scrollWidth > target.clientWidth;
      markMore(target);
      if (!scrolls) {
        for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
        continue;
      }
      target.setAttribute("tabindex", "0");
      target.setAttribute("role", "group");
      const what = target.matches(code) ? "Code" : "Formula";
      target.setAttribute("aria-label", `${what}, scrolls sideways`);
    }
  });
  for (const part of document.querySelectorAll<HTMLElement>(`${formula}, ${code}`)) {
    part.addEventListener("scroll", () => markMore(part), {passive: true});
    observer.observe(part);
  }
}
