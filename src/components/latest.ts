/** Questions to a worker; its `value`, for `Generators.input`, is the latest answer once there is one. */
export type Latest<Question, Answer> = EventTarget & {
  readonly value: Answer;
  ask(question: Question): void;
};

/**
 * Asks a worker that takes `{id, question}` and posts `{id, answer}` or `{id, error}`. A question takes
 * the place of the one before: the worker is told, and an answer that comes late is dropped. So a control
 * that moves faster than the worker computes never waits for it.
 */
export function latest<Question, Answer>(worker: Worker): Latest<Question, Answer> {
  let id = 0;
  const node = Object.assign(new EventTarget(), {
    value: undefined as Answer,
    ask(question: Question) {
      worker.postMessage({id: ++id, question});
    }
  });
  worker.addEventListener("message", ({data}) => {
    if (data.id !== id) return;
    if (data.error) throw new Error(data.error);
    node.value = data.answer;
    node.dispatchEvent(new Event("input"));
  });
  return node;
}
