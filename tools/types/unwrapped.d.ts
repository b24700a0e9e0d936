/**
 * What the other cells of a page see of a variable of type `T`: Framework awaits promises, and runs
 * generators, whose latest value stands for them.
 */
export type Unwrapped<T> = 0 extends 1 & T ? T : Yielded<Awaited<T>>;

type Yielded<T> = T extends {
  next(...args: never): infer Result;
  return(...args: never): unknown;
}
  ? YieldedValue<Awaited<Result>>
  : T;

type YieldedValue<Result> = Result extends {done?: false; value: infer Value}
  ? Awaited<Value>
  : never;
