import {element} from "./element.js";

/** A slider over an evenly spaced grid. */
export interface Slider {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly format?: (value: number) => string;
}

/** A choice among named options. */
export interface Choice {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
}

/** Words that are typed. */
export interface Words {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
}

type Control = Slider | Choice | Words;
type Value<C extends Control> = C extends Slider ? number : string;
export type Settings<T extends Record<string, Control>> = {readonly [K in keyof T]: Value<T[K]>};
export type Controls<T extends Record<string, Control>> = HTMLFormElement & {value: Settings<T>};

/** What the URL is to say once the controls rest; null leaves a name out. */
const pending = new Map<string, string | null>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Milliseconds: a browser reloads the icon for each new URL, and refuses more than a few in a second. */
const rest = 200;

/** Where the page is, with what is pending. */
function here(): URL {
  const url = new URL(location.href);
  for (const [name, value] of pending)
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  return url;
}

function writeUrl(): void {
  clearTimeout(timer);
  const {href} = here();
  pending.clear();
  if (href !== location.href) history.replaceState(history.state, "", href);
}
addEventListener("pagehide", writeUrl);

/**
 * A grid of a few controls with a reset and a permalink, for `view(…)`. The state is in the
 * URL as soon as it rests, with defaults left out; what the URL holds is clamped to the grid, or ignored if it is no
 * number or no option.
 */
export function controls<T extends Record<string, Control>>(specs: T): Controls<T> {
  const names = Object.keys(specs) as (keyof T & string)[];
  const parameters = new URLSearchParams(location.search);
  // Forms are landmarks: two on a page are told apart by what they set.
  const label = `Settings: ${names.map(name => specs[name].label).join(", ")}`;
  const form = element("form", {class: "controls", "aria-label": label}) as Controls<T>;
  const state = Object.fromEntries(
    names.map(name => [name, fromUrl(specs[name], parameters.get(name))])
  );
  const reads: (() => void)[] = [];
  for (const name of names) {
    const spec = specs[name];
    const id = `control-${name}`;
    const input = inputOf(spec, id);
    const output = element("output", {for: id});
    const show = () => {
      input.value = String(state[name]);
      if ("min" in spec) {
        const text = spec.format?.(Number(state[name])) ?? String(state[name]);
        output.value = text;
        input.setAttribute("aria-valuetext", text);
      }
    };
    input.addEventListener("input", event => {
      event.stopPropagation();
      state[name] = "min" in spec ? Number(input.value) : input.value;
      show();
      publish();
    });
    reads.push(show);
    form.append(element("label", {for: id}, spec.label), input, output);
  }
  const permalink = element("a", {href: "#"}, "permalink");
  const reset = element("button", {type: "button"}, "reset");
  reset.addEventListener("click", () => {
    for (const name of names) state[name] = specs[name].value;
    for (const read of reads) read();
    publish();
  });
  form.append(element("footer", {}, reset, permalink));
  form.addEventListener("submit", event => event.preventDefault());
  for (const read of reads) read();
  write();
  writeUrl();
  return form;

  function publish(): void {
    write();
    form.dispatchEvent(new Event("input", {bubbles: true}));
  }

  function write(): void {
    form.value = {...state} as Settings<T>;
    for (const name of names)
      pending.set(name, state[name] === specs[name].value ? null : String(state[name]));
    clearTimeout(timer);
    timer = setTimeout(writeUrl, rest);
    permalink.href = here().href;
  }
}

function inputOf(spec: Control, id: string): HTMLInputElement | HTMLSelectElement {
  if ("options" in spec) return choice(spec, id);
  if ("min" in spec) return slider(spec, id);
  return element("input", {type: "search", id, placeholder: spec.placeholder});
}

function slider({min, max, step, value}: Slider, id: string): HTMLInputElement {
  return element("input", {type: "range", id, min, max, step, value});
}

function choice({options}: Choice, id: string): HTMLSelectElement {
  return element("select", {id}, ...options.map(o => element("option", {value: o}, o)));
}

function fromUrl(spec: Control, text: string | null): number | string {
  if (text === null) return spec.value;
  if ("placeholder" in spec) return text;
  if ("options" in spec) return spec.options.includes(text) ? text : spec.value;
  const x = Number(text);
  if (text.trim() === "" || !Number.isFinite(x)) return spec.value;
  const {min, max, step} = spec;
  const snapped = min + step * Math.round((Math.min(max, Math.max(min, x)) - min) / step);
  return Number(Math.min(max, snapped).toPrecision(12));
}
