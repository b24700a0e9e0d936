import {plainText, textNodes} from "./chart/text.js";
import {element} from "./element.js";

/** A slider over an evenly spaced grid. */
export interface Slider {
  /** Maths stands between dollar signs. */
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

/** A whole number that is typed, or none. */
export interface Count {
  readonly label: string;
  readonly least: number;
  readonly placeholder: string;
  readonly value: number | null;
}

type Control = Slider | Choice | Words | Count;
type State = number | string | null;
type Value<C extends Control> = C extends Slider
  ? number
  : C extends Count
    ? number | null
    : string;
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

/** Puts a setting into the page's address, or takes it out with null, once the controls rest. */
export function setInUrl(name: string, value: string | null): void {
  pending.set(name, value);
  clearTimeout(timer);
  timer = setTimeout(writeUrl, rest);
}

/**
 * A grid of a few controls with a reset and a permalink, for `view(…)`. The state is in the
 * URL as soon as it rests, with defaults left out; what the URL holds is clamped to the grid, or ignored if it is no
 * number or no option.
 *
 * @throws RangeError naming a control that has no such default, range or step
 */
export function controls<T extends Record<string, Control>>(specs: T): Controls<T> {
  const names = Object.keys(specs) as (keyof T & string)[];
  for (const name of names) checkControl(name, specs[name]);
  const parameters = new URLSearchParams(location.search);
  // Forms are landmarks: two on a page are told apart by what they set.
  const label = `Settings: ${names.map(name => plainText(specs[name].label)).join(", ")}`;
  const form = element("form", {class: "controls", "aria-label": label}) as Controls<T>;
  const state: Record<string, State> = Object.fromEntries(
    names.map(name => [name, fromUrl(specs[name], parameters.get(name))])
  );
  const reads: (() => void)[] = [];
  for (const name of names) {
    const spec = specs[name];
    const id = `control-${name}`;
    const input = inputOf(spec, id);
    const output = element("output", {for: id});
    const show = () => {
      input.value = String(state[name] ?? "");
      if ("min" in spec) {
        const text = spec.format?.(Number(state[name])) ?? String(state[name]);
        output.value = text;
        input.setAttribute("aria-valuetext", text);
      }
    };
    input.addEventListener("input", event => {
      event.stopPropagation();
      state[name] =
        "least" in spec
          ? countFrom(spec, input.value)
          : "min" in spec
            ? Number(input.value)
            : input.value;
      show();
      publish();
    });
    reads.push(show);
    form.append(element("label", {for: id}, ...textNodes(spec.label)), input, output);
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
      setInUrl(name, state[name] === specs[name].value ? null : String(state[name] ?? ""));
    permalink.href = here().href;
  }
}

/** @throws RangeError */
function checkControl(name: string, spec: Control): void {
  const refuse = (what: string) => {
    throw new RangeError(`control ${name}: ${what}`);
  };
  if ("options" in spec) {
    if (!spec.options.includes(spec.value))
      refuse(`value must be one of ${spec.options.join(", ")}; got ${spec.value}`);
  } else if ("min" in spec) {
    const {min, max, step, value} = spec;
    for (const [key, x] of Object.entries({min, max, step, value}))
      if (!Number.isFinite(x)) refuse(`${key} must be a finite number; got ${x}`);
    if (min >= max) refuse(`min must be less than max; got ${min} and ${max}`);
    if (step <= 0) refuse(`step must be positive; got ${step}`);
    if (value < min || value > max) refuse(`value must lie in [${min}, ${max}]; got ${value}`);
  }
}

function inputOf(spec: Control, id: string): HTMLInputElement | HTMLSelectElement {
  if ("options" in spec) return choice(spec, id);
  if ("min" in spec) return slider(spec, id);
  const {placeholder} = spec;
  if ("least" in spec)
    return element("input", {type: "number", id, min: spec.least, step: 1, placeholder});
  return element("input", {type: "search", id, placeholder});
}

/** What was typed, where it is a whole number from `least` on. */
function countFrom({least}: Count, text: string): number | null {
  const count = Number(text);
  return text.trim() !== "" && Number.isSafeInteger(count) && count >= least ? count : null;
}

function slider({min, max, step, value}: Slider, id: string): HTMLInputElement {
  return element("input", {type: "range", id, min, max, step, value});
}

function choice({options}: Choice, id: string): HTMLSelectElement {
  return element("select", {id}, ...options.map(o => element("option", {value: o}, o)));
}

function fromUrl(spec: Control, text: string | null): State {
  if (text === null) return spec.value;
  if ("least" in spec) return countFrom(spec, text);
  if ("placeholder" in spec) return text;
  if ("options" in spec) return spec.options.includes(text) ? text : spec.value;
  const x = Number(text);
  if (text.trim() === "" || !Number.isFinite(x)) return spec.value;
  const {min, max, step} = spec;
  const snapped = min + step * Math.round((Math.min(max, Math.max(min, x)) - min) / step);
  return Number(Math.min(max, snapped).toPrecision(12));
}
