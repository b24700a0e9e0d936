/** Closes the menu, where it lies over the page, once it has led somewhere, and at Escape. */
export function installMenu(): void {
  const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle");
  const menu = document.querySelector<HTMLElement>("#observablehq-sidebar");
  if (!toggle || !menu) return;
  // Where there is room for it the menu always stands open, whatever was chosen on a narrower window.
  toggle.checked = toggle.indeterminate = false;
  // Framework takes the first click on a window of some width for one that closes a menu, and there is none open.
  toggle.addEventListener("click", event => event.stopImmediatePropagation(), {capture: true});
  menu.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("a")) toggle.checked = false;
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.checked = false;
    toggle.focus();
  });
}
