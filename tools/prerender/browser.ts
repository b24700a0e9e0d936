import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {pictureWidths} from "../../src/components/pictureWidths.js";
import {endWorkers, PageWorker} from "./workers.js";

/** Where a page that the build runs believes to stand; nothing of it may reach what is published. */
export const origin = "https://page.invalid/";

/** Width of the text column at the desktop in pixels. */
export const columnWidth = pictureWidths.wide;

const set = (name: string, value: unknown) =>
  Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});

/** What draws anew at another width, by what it draws into. */
const redraws = new Map<Element, (width: number) => void>();

class WidthObserver {
  constructor(private readonly heard: (entries: readonly object[]) => void) {}
  observe(target: Element): void {
    redraws.set(target, width => this.heard([{target, contentRect: {width}}]));
  }
  unobserve(): void {}
  disconnect(): void {}
}

/** Draws what heeds its width as on a phone too; the style sheet shows one of both. */
export function drawNarrow(document: Document): void {
  for (const [target, redraw] of redraws) {
    const wide = [...target.childNodes];
    redraw(pictureWidths.narrow);
    const narrow = [...target.childNodes];
    if (narrow.every((node, i) => node === wide[i])) continue;
    target.replaceChildren(
      ...Object.entries({wide, narrow}).map(([name, nodes]) => {
        const box = document.createElement("div");
        box.className = name;
        box.append(...nodes);
        return box;
      })
    );
  }
}

class Unobserving {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const storage = {getItem: () => null, setItem: () => {}, removeItem: () => {}};
const mediaQuery = {matches: false, addEventListener: () => {}, removeEventListener: () => {}};

/**
 * Puts a page of a built site where its cells and components expect a browser to have it: `document`, `location`,
 * `fetch` from the site's own files, and whatever else they ask for, standing still.
 */
export function openPage(dist: string, path: string, html: string): Document {
  endWorkers({origin, dist});
  redraws.clear();
  const {window, document} = parseHTML(html);
  const location = new URL(path, origin);
  const {Node, Element, HTMLElement, SVGElement, Event, CustomEvent, DocumentFragment} = window;
  const globals = {
    window: globalThis,
    document,
    location,
    Node,
    Element,
    HTMLElement,
    SVGElement,
    Event,
    EventTarget: window.EventTarget,
    CustomEvent,
    DocumentFragment,
    HTMLInputElement: window.HTMLInputElement,
    HTMLSelectElement: window.HTMLSelectElement,
    Image: window.Image,
    HTMLDetailsElement: window.HTMLElement,
    HTMLTableElement: window.HTMLElement,
    Worker: PageWorker,
    ResizeObserver: WidthObserver,
    IntersectionObserver: Unobserving,
    MutationObserver: Unobserving,
    history: {state: null, replaceState: () => {}, pushState: () => {}},
    sessionStorage: storage,
    localStorage: storage,
    matchMedia: () => mediaQuery,
    getComputedStyle: () => ({getPropertyValue: () => ""}),
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    scrollTo: () => {},
    devicePixelRatio: 1,
    innerWidth: 1440,
    innerHeight: 900,
    CSS: {escape: (text: string) => text, supports: () => false},
    fetch: async (address: string | URL) => {
      const {href, pathname} = new URL(address, location);
      const file = join(dist, decodeURIComponent(pathname));
      if (!href.startsWith(origin) || !existsSync(file)) return new Response(null, {status: 404});
      return new Response(readFileSync(file));
    }
  };
  for (const [name, value] of Object.entries(globals)) set(name, value);
  completeDom(window);
  return document;
}

/** What components ask of elements and linkedom has not. */
function completeDom(window: Window & typeof globalThis): void {
  const prototype = window.HTMLElement.prototype;
  const measure = () => ({x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0});
  Object.defineProperty(prototype, "clientWidth", {get: () => columnWidth, configurable: true});
  Object.defineProperty(prototype, "offsetWidth", {get: () => columnWidth, configurable: true});
  Object.defineProperty(prototype, "offsetHeight", {get: () => 0, configurable: true});
  Object.assign(window.Element.prototype, {
    getBoundingClientRect: measure,
    scrollIntoView: () => {}
  });
  for (const [name, within] of [
    ["tBodies", "tbody"],
    ["rows", "tr"]
  ])
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: Element) {
        return this.querySelectorAll(within);
      }
    });
  // An <output> shows its value; anything else may have one of its own.
  Object.defineProperty(prototype, "value", {
    configurable: true,
    get(this: HTMLElement) {
      return this.localName === "output" ? this.textContent : undefined;
    },
    set(this: HTMLElement, value: unknown) {
      if (this.localName === "output") this.textContent = String(value);
      else Object.defineProperty(this, "value", {value, configurable: true, writable: true});
    }
  });
  const canvas = window.document.createElement("canvas");
  Object.assign(Object.getPrototypeOf(canvas), {getContext: () => null});
  const select = Object.getPrototypeOf(window.document.createElement("select"));
  Object.defineProperty(select, "value", {
    configurable: true,
    get(this: Element) {
      const option = this.querySelector("option[selected]") ?? this.querySelector("option");
      return option?.getAttribute("value") ?? option?.textContent ?? "";
    },
    set(this: Element, value: unknown) {
      for (const option of this.querySelectorAll("option"))
        option.toggleAttribute(
          "selected",
          (option.getAttribute("value") ?? option.textContent) === String(value)
        );
    }
  });
}
