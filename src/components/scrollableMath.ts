/** Marks a formula that goes on behind its right edge, which fades; at its end nothing is hidden there. */
function markMore(formula: Element): void {
  const {scrollLeft, scrollWidth, clientWidth} = formula;
  formula.toggleAttribute("data-more", scrollLeft + clientWidth < scrollWidth - 2);
}

/**
 * Lets the keyboard reach the displayed formulas that are wider than their column, and those alone: a
 * formula that fits is no stop on the way through the page.
 */
export function watchScrollableMath(): void {
  const formulas = document.querySelectorAll<HTMLElement>(".equation-body, .math-display");
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
      target.setAttribute("aria-label", "Formula, scrolls sideways");
    }
  });
  for (const formula of formulas) {
    formula.addEventListener("scroll", () => markMore(formula), {passive: true});
    observer.observe(formula);
  }
}
