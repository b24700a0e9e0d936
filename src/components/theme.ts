import {element} from "./element.js";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

/** The name under which the choice is kept; the page's head reads it before anything is shown. */
const key = "theme";
const signs: Readonly<Record<Theme, string>> = {system: "◐", light: "○", dark: "●"};

/** What a page hears when its colours change, besides what the system says. */
export const themeChanged = "themechange";

/** A button that goes through the themes, the system's first, and remembers the choice. */
export function themeButton(): HTMLButtonElement {
  const button = element("button", {type: "button", class: "theme"}) as HTMLButtonElement;
  const show = () => {
    const theme = chosen();
    button.textContent = signs[theme];
    const label = `Theme: ${theme}`;
    button.setAttribute("aria-label", label);
    button.title = `${label} (t)`;
  };
  button.addEventListener("click", () => {
    choose(themes[(themes.indexOf(chosen()) + 1) % themes.length]);
    show();
  });
  show();
  return button;
}

function chosen(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

function choose(theme: Theme): void {
  const {dataset} = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
  dispatchEvent(new Event(themeChanged));
}
