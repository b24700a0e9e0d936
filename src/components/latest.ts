/** Questions to a worker; its `value`, for `Generators.input`, is the latest answer once there is one. */
export type Latest<Question, Answer> = EventTarget & {
  readonly value: Answer;
  /** The very question that `value` answers. */
  readonly answered?: Question;
  ask(question: Question): void;
};

/**
 * Asks a worker that takes `{id, question}` and posts `{id, answer}` or `{id, error}`. A question takes
 * the place of the one before: the worker is told, and an answer that comes late is dropped. So a control
 * that moves faster than the worker computes never waits for it. With a `first` answer, to no question, a page
 * draws before there is another.
 */
export function latest<Question, Answer>(worker: Worker, first?: Answer): Latest<Question, Answer> {
  let id = 0;
  let asked: Question;
  const node = Object.assign(new EventTarget(), {
    value: first as Answer,
    answered: undefined as Question | undefined,
    ask(question: Question) {
      asked = question;
      worker.postMessage({id: ++id, question});
    }
  });
  worker.addEventListener("message", ({data}) => {
    if (data.id !== id) return;
    if (data.error) throw new Error(data.error);
    node.value = data.answer;
    node.answered = asked;
    node.dispatchEvent(new Event("input"));
  });
  return node;
}
