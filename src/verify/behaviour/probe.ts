import type { CanonicalOptions } from './canonical.ts';

/** What the probe prints, a line each. */
export type ProbeLine =
  /** How many inputs there are, and the texts of all where only they are asked for. */
  | readonly ['inputs', number, readonly string[]]
  | readonly ['call', number, string, 'returned' | 'threw', string, boolean, boolean, ('results' | 'arguments')?]
  /** The entry point gives promises, and nothing waits for them. */
  | readonly ['promises']
  | readonly ['unfit', 'solution' | 'suite', string];

export interface ProbeParts {
  readonly text: (value: unknown, options?: CanonicalOptions) => string;
  readonly shorten: (text: string) => string;
  readonly print: (line: ProbeLine) => void;
  /** Makes argument lists afresh: the examples, and so many others. */
  readonly draw: (runs: number) => unknown[][];
  readonly runs: number;
  /** How many calls are repeated. */
  readonly repeats: number;
  readonly entryPoint: () => unknown;
  readonly anyOrder: boolean;
  /** Calls from this one up to but not including that one. */
  readonly range: readonly [number, number];
  /** Waits for a promise for some virtual time; absent where nothing can wait. */
  readonly settle?: (promise: PromiseLike<unknown>) => Promise<readonly ['returned' | 'threw' | 'unsettled', unknown]>;
}

/**
 * Calls the entry point twice with each argument list of a range and prints what it did.
 *
 * Everything it needs is inside or handed in: its source runs in the sandbox.
 */
export async function probe(parts: ProbeParts): Promise<void> {
  const { text, shorten, print, draw, runs, repeats, anyOrder, range, settle } = parts;
  const argumentsText = (args: unknown): string => text(args, { namesFunctions: true });

  function thrownText(thrown: unknown): string {
    if (!(thrown instanceof Error)) return `(${thrown === null ? 'null' : typeof thrown})`;
    return typeof thrown.name === 'string' ? thrown.name : 'Error';
  }

  function isPromise(value: unknown): value is PromiseLike<unknown> {
    return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
  }

  type Answer = readonly ['returned' | 'threw', string] | { readonly promise: PromiseLike<unknown> };

  function answerTo(entry: (...args: unknown[]) => unknown, args: readonly unknown[]): Answer {
    try {
      const value = entry(...args);
      return isPromise(value) ? { promise: value } : ['returned', text(value, { anyOrder })];
    } catch (thrown) {
      return ['threw', thrownText(thrown)];
    }
  }

  async function settled(answer: Answer): Promise<readonly ['returned' | 'threw', string] | undefined> {
    if (!('promise' in answer)) return answer;
    const ending = await settle?.(answer.promise);
    if (ending === undefined) return undefined;
    const [kind, value] = ending;
    if (kind === 'returned') return ['returned', text(value, { anyOrder })];
    return ['threw', kind === 'threw' ? thrownText(value) : '(does not settle)'];
  }

  function inputs(most: number): { lists: readonly (readonly unknown[])[]; texts: readonly string[] } {
    const texts = new Set<string>();
    const lists = draw(most).filter((list) => {
      const written = argumentsText(list);
      if (texts.has(written) && !written.includes('[function')) return false;
      texts.add(texts.has(written) ? `${written} again ${texts.size}` : written);
      return true;
    });
    return { lists, texts: [...texts] };
  }

  function prepare(): { first: ReturnType<typeof inputs>; second: ReturnType<typeof inputs> } | undefined {
    try {
      return { first: inputs(runs), second: inputs(Math.min(runs, repeats)) };
    } catch (thrown) {
      print(['unfit', 'suite', `no inputs can be drawn: ${String(thrown)}`]);
      return undefined;
    }
  }

  const prepared = prepare();
  if (prepared === undefined) return;
  const { first, second } = prepared;
  const entry = parts.entryPoint();
  if (typeof entry !== 'function') return print(['unfit', 'solution', 'the entry point is no function']);
  const onlyInputs = range[0] >= range[1];
  print(['inputs', first.lists.length, onlyInputs ? first.texts.map(shorten) : []]);
  for (let at = range[0]; at < Math.min(range[1], first.lists.length); at++) {
    const args = first.lists[at] ?? [];
    const input = argumentsText(args);
    const given = answerTo(entry as never, args);
    // A script's job ends at its first wait, so there is none where nothing is to be waited for.
    const answer = 'promise' in given ? await settled(given) : given;
    if (answer === undefined) return print(['promises']);
    const changed = argumentsText(args) !== input;
    const fresh = at < repeats ? second.lists[at] : undefined;
    const repeated = fresh === undefined ? answer : answerTo(entry as never, fresh);
    const again = 'promise' in repeated ? await settled(repeated) : repeated;
    if (again === undefined) return print(['promises']);
    const unsteady = again[0] !== answer[0] || again[1] !== answer[1];
    print(['call', at, shorten(input), answer[0], shorten(answer[1]), changed, unsteady]);
  }
}
