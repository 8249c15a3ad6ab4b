import type { Random } from './kit/kit.ts';
import type { ListSpec, ValueSpec } from './class-values.ts';

/** What is done with an instance: `[kind, member, arguments]`. */
export type Step = readonly ['call' | 'get' | 'set', string, readonly unknown[]];

/** How the instance is made, with what arguments, and what is done with it. */
export type Scenario = readonly [readonly ['new' | 'call', readonly unknown[]], ...Step[]];

export interface MemberSpec {
  readonly kind: Step[0];
  readonly name: string;
  readonly list: ListSpec;
}

export interface ScenarioParts {
  readonly randomFrom: (seed: number) => Random;
  readonly how: 'new' | 'call';
  readonly pools: readonly { readonly make: readonly (() => unknown)[]; readonly range?: readonly [number, number] }[];
  /** Absent where nothing is known of the constructor's arguments but what suites give. */
  readonly construct?: ListSpec;
  /** Argument lists that suites make instances with. */
  readonly lists: readonly (() => readonly unknown[])[];
  readonly members: readonly MemberSpec[];
  /** What is asked at the end of every scenario. */
  readonly closing: readonly Step[];
  /** What suites do, to be varied. */
  readonly uses: readonly (() => Scenario)[];
}

/**
 * Gives a function that makes the same scenario from the same number: about half of them vary what suites do.
 *
 * Everything it needs is inside or handed in: its source runs in the sandbox.
 */
export function scenarioMaker(parts: ScenarioParts): (seed: number) => Scenario {
  const { how, pools, construct, lists, members, closing, uses } = parts;
  const mostSteps = 20;
  let random = parts.randomFrom(0);
  let chosen = new Map<number, readonly (() => unknown)[]>();
  let clock = 0;
  let ticks: readonly number[] = [0, 1, 2, 5];
  let own: readonly number[] = [];
  let offered: readonly MemberSpec[] = members;
  let functions = 0;

  /** Few values for a scenario, made afresh each time but for functions: a listener that is added may be removed. */
  function chosenOf(pool: number): readonly (() => unknown)[] {
    const known = chosen.get(pool);
    if (known) return known;
    const { make = [], range } = pools[pool] ?? {};
    const entries = Array.from({ length: random.int(2, 4) }, () => {
      const near = range === undefined ? [] : nearOwn(range[0]);
      if (near.length > 0 && random.chance(0.3)) return always(random.pick(near));
      if (make.length === 0 || (range && random.chance(0.35))) return always(random.int(...(range ?? [0, 5])));
      const one = random.pick(make);
      const value = one();
      if (typeof value !== 'function') return one;
      Object.defineProperty(value, 'name', { value: `f${(functions += 1)}` });
      return () => value;
    });
    chosen.set(pool, entries);
    return entries;
  }

  function always(value: number): () => number {
    return () => value;
  }

  /** Capacities and thresholds that the instance was made with, and numbers next to them that are not less than others. */
  function nearOwn(least: number): readonly number[] {
    return own.flatMap((number) => [number, ...[number - 1, number + 1].filter((next) => next >= least)]);
  }

  function several(of: ValueSpec): unknown[] {
    return Array.from({ length: random.pick([0, 1, 1, 2, 2, 3, 4]) }, () => draw(of));
  }

  function draw(spec: ValueSpec): unknown {
    switch (spec.kind) {
      case 'pool':
        return random.pick(chosenOf(spec.pool))();
      case 'time':
        return clock + random.pick(ticks);
      case 'array':
        return several(spec.of);
      case 'tuple':
        return spec.items.map(draw);
      case 'object': {
        const fields = spec.fields.filter(({ optional }) => !optional || random.chance(0.5));
        return Object.fromEntries(fields.map(({ name, of }) => [name, draw(of)]));
      }
      case 'record':
        return Object.fromEntries(several(spec.key).map((key) => [key, draw(spec.of)]));
      case 'map':
        return new Map(several(spec.key).map((key) => [key, draw(spec.of)]));
      case 'set':
        return new Set(several(spec.of));
      default:
        return draw(random.pick(spec.of));
    }
  }

  function drawList({ items, needed, rest }: ListSpec): unknown[] {
    const size = random.chance(0.7) ? items.length : random.int(needed, items.length);
    const list = items.slice(0, size).map(draw);
    return rest && size === items.length ? [...list, ...several(rest)] : list;
  }

  function timesOf({ list }: MemberSpec): number[] {
    return list.items.flatMap((item, at) => (item.kind === 'time' ? [at] : []));
  }

  function step(): Step {
    const member = random.pick(offered);
    const list = drawList(member.list);
    for (const at of timesOf(member)) if (typeof list[at] === 'number') clock = Math.max(clock, list[at]);
    return [member.kind, member.name, list];
  }

  function memberOf([kind, name]: Step): MemberSpec | undefined {
    return members.find((member) => member.kind === kind && member.name === name);
  }

  /** Times in ascending order, whatever was done with the steps. */
  function inTime(steps: readonly Step[]): readonly Step[] {
    const placed = steps.map((one) => {
      const member = memberOf(one);
      return (member ? timesOf(member) : []).filter((at) => typeof one[2][at] === 'number');
    });
    const times = steps.flatMap((one, index) => (placed[index] ?? []).map((at) => one[2][at] as number));
    const ascending = times.toSorted((a, b) => a - b);
    return steps.map(([kind, name, list], index) => {
      const args = [...list];
      for (const at of placed[index] ?? []) args[at] = ascending.shift();
      return [kind, name, args];
    });
  }

  function numbersIn(value: unknown): number[] {
    if (typeof value === 'number') return Number.isFinite(value) ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
  }

  /**
   * Some members are used more than others, and some not at all, which leads further than using all alike (swarm
   * testing, Groce et al. 2012).
   */
  function offer(): readonly MemberSpec[] {
    const swarm = members.flatMap((member) => {
      const most = member.kind === 'get' ? 1 : member.list.items.length === 0 ? 2 : 4;
      return Array.from({ length: random.chance(0.25) ? 0 : random.int(1, most) }, () => member);
    });
    return swarm.some(({ kind }) => kind !== 'get') ? swarm : members;
  }

  /** A time often goes on by a number that the instance was made with, or nearly so. */
  function begin(args: readonly unknown[], steps: readonly Step[]): void {
    own = numbersIn(args);
    chosen = new Map();
    offered = offer();
    const longer = own.filter((number) => number > 0).flatMap((number) => [number, number - 1, number + 1]);
    ticks = [0, 0, 1, 1, 2, 3, ...longer];
    const first = steps[0];
    const at = first && timesOf(memberOf(first) ?? { kind: 'get', name: '', list: { items: [], needed: 0 } })[0];
    const time = first && at !== undefined ? first[2][at] : 0;
    clock = typeof time === 'number' ? time : 0;
  }

  function made(): readonly unknown[] {
    if (lists.length > 0 && (construct === undefined || random.chance(0.75))) return random.pick(lists)();
    return construct ? drawList(construct) : [];
  }

  /** No two steps share an argument, which might be changed between them. */
  function copied(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(copied);
    if (value instanceof Map)
      return new Map([...(value as Map<unknown, unknown>)].map(([key, of]) => [copied(key), copied(of)]));
    if (value instanceof Set) return new Set([...(value as Set<unknown>)].map(copied));
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, copied(of)]));
  }

  function changed(steps: readonly Step[]): readonly Step[] {
    const at = random.int(0, Math.max(0, steps.length - 1));
    const one = steps[at];
    if (one === undefined) return [step()];
    const other = random.int(0, steps.length - 1);
    const member = memberOf(one);
    switch (random.int(0, 6)) {
      case 0:
        return steps.toSpliced(at, 1);
      case 1:
        return steps.toSpliced(random.int(at, steps.length), 0, copied(one) as Step);
      case 2:
        return steps.with(at, steps[other] ?? one).with(other, one);
      case 3:
        return member ? steps.with(at, [one[0], one[1], drawList(member.list)]) : steps;
      case 4:
        return steps.with(at, step());
      case 5:
        return steps.toSpliced(at, 0, step());
      default: {
        const more = random.pick(uses)();
        return [...steps, ...(more.slice(1) as Step[])];
      }
    }
  }

  function fresh(): Scenario {
    const args = made();
    begin(args, []);
    const size = random.chance(0.6) ? random.int(3, 8) : random.int(6, mostSteps);
    return [[how, args], ...inTime(Array.from({ length: size }, step))];
  }

  function varied(): Scenario {
    const [making, ...steps] = random.pick(uses)();
    const args = random.chance(0.2) ? made() : making[1];
    begin(args, steps);
    let after: readonly Step[] = steps;
    for (let changes = random.pick([1, 1, 2, 2, 3]); changes > 0; changes--) after = changed(after);
    return [[how, args], ...inTime(after.slice(0, mostSteps))];
  }

  return (seed) => {
    random = parts.randomFrom(seed);
    chosen = new Map();
    ticks = [0, 1, 2, 5];
    own = [];
    functions = 0;
    const [making, ...steps] = uses.length > 0 && random.chance(0.5) ? varied() : fresh();
    return [making, ...steps, ...closing];
  };
}
