/**
 * Lets the keyboard reach the displayed formulas that are wider than their column, and those alone: a
 * formula that fits is no stop on the way through the page.
 */
export function watchScrollableMath(): void {
  const formulas = document.querySelectorAll<HTMLElement>(".equation-body, .math-display");
  const observer = new ResizeObserver(entries => {
    for (const {target} of entries) {
      const scrolls = target.scrollWidth > target.clientWidth;
      if (!scrolls) {
        for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
        continue;
      }
      target.setAttribute("tabindex", "0");
      target.setAttribute("role", "group");
      target.setAttribute("aria-label", "Formula, scrolls sideways");
    }
  });
  for (const formula of formulas) observer.observe(formula);
}
