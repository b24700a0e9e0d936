/** To the worker: answer this, and no longer what was asked before. */
export interface Request<Question> {
  readonly id: number;
  readonly question: Question;
}

/** From the worker: the answer to the request of this number, or why there is none. */
export type Report<Answer> = {readonly id: number} & (
  | {readonly answer: Answer}
  | {readonly error: string}
);

/**
 * Runs a generator to its end, and hears between two pieces whether the answer is still wanted; undefined where it is not.
 *
 * @param ahead told of each piece before it is done
 */
export async function inPieces<Piece, Answer>(
  pieces: Generator<Piece, Answer>,
  wanted: () => boolean,
  ahead: (piece: Piece) => void = () => {}
): Promise<{readonly answer: Answer} | undefined> {
  for (;;) {
    const {value, done} = pieces.next();
    if (done) return {answer: value};
    ahead(value);
    // A request that came meanwhile is heard here.
    await new Promise(resolve => setTimeout(resolve));
    if (!wanted()) return undefined;
  }
}

/**
 * Makes this module worker answer questions, one at a time: it takes `{id, question}` and posts
 * `{id, answer}` or `{id, error}`. The work is a generator that yields wherever it can be given up; a
 * new request ends the one under way. Start the worker with `moduleWorker(import.meta.resolve(…))`.
 */
export function answerLatest<Question, Answer>(
  work: (question: Question) => Generator<void, Answer>
): void {
  const port = globalThis as unknown as {
    onmessage: (event: {data: Request<Question>}) => void;
    postMessage(report: Report<Answer>): void;
  };
  let current = Number.NaN;
  const run = async ({id, question}: Request<Question>) => {
    try {
      const done = await inPieces(work(question), () => current === id);
      if (done) port.postMessage({id, answer: done.answer});
    } catch (error) {
      port.postMessage({id, error: (error as Error).message});
    }
  };
  port.onmessage = ({data}) => {
    current = data.id;
    void run(data);
  };
}
