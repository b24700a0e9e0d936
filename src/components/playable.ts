import {element} from "./element.js";

/**
 * Puts “▶ play” at the foot of a form of `controls`. It takes one slider from its lower end to its
 * upper one, a step each time the picture has followed, and stops there, at the reader's touch of any
 * control, or when the form has left the page.
 */
export function playable<F extends HTMLFormElement>(
  form: F,
  name: string,
  {
    pause = 120,
    followed
  }: {
    /** Least time between two steps, in milliseconds. */
    readonly pause?: number;
    /** Sends "input" when the picture shows what was asked for. */
    readonly followed?: EventTarget;
  } = {}
): F {
  const slider = form.querySelector<HTMLInputElement>(`#control-${name}`);
  if (!slider) throw new RangeError(`name must be a control of the form; got ${name}`);
  const button = element("button", {type: "button"}, "▶ play");
  // The number of the play under way, 0 if there is none.
  let [active, count] = [0, 0];
  const stop = () => {
    active = 0;
    button.textContent = "▶ play";
  };
  const play = async () => {
    const mine = ++count;
    active = mine;
    button.textContent = "■ stop";
    slider.value = slider.min;
    while (mine === active && form.isConnected) {
      const answer = followed && heard(followed, 3000);
      slider.dispatchEvent(new Event("input", {bubbles: true}));
      await Promise.all([heard(undefined, pause), answer]);
      if (slider.value === slider.max) break;
      if (mine === active) slider.stepUp();
    }
    if (mine === active) stop();
  };
  button.addEventListener("click", () => (active ? stop() : play()));
  form.addEventListener("input", event => event.isTrusted && active && stop(), {capture: true});
  form.querySelector("footer")?.prepend(button);
  return form;
}

/** The next "input" of `source`, or the time's end. */
function heard(source: EventTarget | undefined, timeout: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, timeout);
    source?.addEventListener(
      "input",
      () => {
        clearTimeout(timer);
        resolve();
      },
      {once: true}
    );
  });
}
