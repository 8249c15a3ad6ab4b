/** `vi.when`: what a spy does, by the arguments that it is called with. */
import { type ChaiPlugin, equals, getCustomEqualityTesters, iterableEquality, type Tester } from '@vitest/expect';
import * as spies from '@vitest/spy';
import { stringify } from '@vitest/utils/display';

type Spy = ReturnType<typeof spies.fn>;

const results = ['Return', 'Throw', 'Resolve', 'Reject'] as const;
type ResultKind = (typeof results)[number];

interface Action {
  readonly kind: ResultKind;
  readonly value: unknown;
  readonly times: number;
  called: number;
}

interface Behaviour {
  readonly args: readonly unknown[];
  readonly actions: Action[];
}

interface WhenOptions {
  readonly onUnmatched?: 'throw' | ((...args: unknown[]) => unknown);
}

/** What can still be said about each chain. */
const chains = new WeakMap<object, readonly Behaviour[]>();

export const isWhenChain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && chains.has(value);

/** Whether everything that a chain foresaw has happened. */
function isExhausted(chain: object): boolean {
  const behaviours = chains.get(chain) ?? [];
  const isDone = ({ times, called }: Action): boolean => (times === Infinity ? called > 0 : called >= times);
  return behaviours.length > 0 && behaviours.every(({ actions }) => actions.length > 0 && actions.every(isDone));
}

function matches(args: readonly unknown[], other: readonly unknown[]): boolean {
  return equals(args, other, [...getCustomEqualityTesters(), iterableEquality as Tester]);
}

function act({ kind, value }: Action): unknown {
  if (kind === 'Throw') throw value;
  if (kind === 'Resolve') return Promise.resolve(value);
  return kind === 'Reject' ? Promise.reject(value) : value;
}

/** Begins a chain such as `when(spy).calledWith(1).thenReturn('one')`. */
export function when(spy: Spy, { onUnmatched }: WhenOptions = {}): object {
  if (!spies.isMockFunction(spy)) {
    throw new TypeError('vi.when: the argument must be a mock function created with `vi.fn()` or `vi.spyOn()`');
  }
  const behaviours: Behaviour[] = [];
  const original = spy.getMockImplementation() as ((...args: unknown[]) => unknown) | undefined;
  spy.mockImplementation(function (this: unknown, ...args: unknown[]) {
    const actions = behaviours.find((behaviour) => matches(args, behaviour.args))?.actions ?? [];
    const action = actions.findLast(({ times, called }) => called < times);
    if (action !== undefined) {
      action.called++;
      return act(action);
    }
    if (onUnmatched === 'throw') {
      throw new Error(
        `vi.when: no behavior defined when called with [${args.map((arg) => stringify(arg)).join(', ')}]`,
      );
    }
    return (onUnmatched ?? original)?.apply(this, args);
  });
  const chain: Record<PropertyKey, unknown> = {
    calledWith(...args: unknown[]) {
      const known = behaviours.find((behaviour) => matches(args, behaviour.args));
      const behaviour = known ?? { args, actions: [] };
      if (known === undefined) behaviours.push(behaviour);
      const called: object = { ...chain, ...actionsOf(behaviour, (): object => called) };
      chains.set(called, behaviours);
      return called;
    },
    [Symbol.dispose]: () => void spy.mockImplementation(original ?? (() => undefined)),
  };
  chains.set(chain, behaviours);
  return chain;
}

function actionsOf({ actions }: Behaviour, self: () => object): Record<string, unknown> {
  const members = results.flatMap((kind) => {
    const add = (value: unknown, times: number): unknown => {
      if (times <= 0) throw new RangeError('vi.when: `times` option must be greater than 0');
      actions.push({ kind, value, times, called: 0 });
      return self();
    };
    return [
      [
        `then${kind}`,
        (value: unknown, options?: { readonly times?: number }) => add(value, options?.times ?? Infinity),
      ],
      [`then${kind}Once`, (value: unknown) => add(value, 1)],
    ] as const;
  });
  return Object.fromEntries(members);
}

/** Adds the matcher for chains to chai. */
export const whenMatchers: ChaiPlugin = ({ Assertion }, utils) => {
  utils.addMethod(Assertion.prototype, 'toHaveBeenExhausted', function (this: Chai.AssertionStatic) {
    const chain: unknown = utils.flag(this, 'object');
    if (!isWhenChain(chain)) throw new TypeError(`${utils.inspect(chain)} is not a \`vi.when\` instance`);
    this.assert(
      isExhausted(chain as object),
      'expected all behaviors to have been exhausted',
      'expected some behaviors not to have been exhausted',
      undefined,
    );
  });
};
