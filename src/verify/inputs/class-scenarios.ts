import { type ClassForm, classIn, type Member } from './class-declaration.ts';
import { type MemberSpec, scenarioMaker, type ScenarioParts } from './class-draw.ts';
import { Pools, type Sample } from './class-pools.ts';
import { listSpec } from './class-types.ts';
import type { Operation } from './class-operations.ts';
import { type Use, usesIn } from './class-uses.ts';
import { type ListSpec, type Pool, Unknown } from './class-values.ts';
import { sourceOf } from './examples/write.ts';
import { randomFrom } from './kit/random.ts';
import type { Inputs, InputsRequest } from './request.ts';

export interface ScenarioInputs extends Inputs {
  readonly kind: 'scenarios';
}

const mostClosing = 8;

/**
 * Scenarios for a class, or for a function that makes objects with methods: how an instance is made, and what is done
 * with it. Nothing where too little is known of either.
 *
 * The arbitrary makes the same scenarios from the same seed, of at most 20 steps and some questions at the end. Ids and
 * keys come again, and times do not go back. Where suites use the class in ways that can be read, about half of the
 * scenarios vary these uses. `examples` are the uses themselves.
 */
export function scenariosFor({ entryPoint, signature, solutions, suites }: InputsRequest): ScenarioInputs | undefined {
  for (const text of signature === undefined ? solutions : [signature, ...solutions]) {
    const form = classIn(text, entryPoint);
    if (form === undefined) continue;
    const found = inputsOf(form, usesIn(suites, entryPoint, form));
    if (found) return found;
  }
  return undefined;
}

function inputsOf(form: ClassForm, uses: readonly Use[]): ScenarioInputs | undefined {
  const pools = new Pools();
  const list = (params: Member['params'], lists: readonly (readonly Sample[])[]): ListSpec | undefined =>
    known(() => listSpec(params, lists, { types: form.types, bound: form.bound, pools }));
  const construct = list(
    form.params,
    uses.map(({ args, refused }) => samplesOf(args, refused)),
  );
  const operations = uses.flatMap((use) => use.operations);
  const members = form.members.flatMap((member): MemberSpec[] => {
    const own = operations.filter(({ kind, name }) => kind === member.kind && name === member.name);
    const found = list(
      member.params,
      own.map(({ args, refused }) => samplesOf(args, refused)),
    );
    return found ? [{ kind: member.kind, name: member.name, list: found }] : [];
  });
  if (!members.some(({ kind }) => kind === 'call')) return undefined;
  if (construct === undefined && uses.length === 0) return undefined;
  return scenarios({ form, uses, construct, members, pools: pools.all() });
}

interface Known {
  readonly form: ClassForm;
  readonly uses: readonly Use[];
  readonly construct: ListSpec | undefined;
  readonly members: readonly MemberSpec[];
  readonly pools: readonly Pool[];
}

function scenarios({ form, uses, construct, members, pools }: Known): ScenarioInputs {
  const told = form.members.filter(({ tells }) => tells);
  const got = form.members.filter(({ kind }) => kind === 'get');
  const closing = [...told, ...got].slice(0, mostClosing).map(({ kind, name }) => sourceOf([kind, name, []]));
  const lists = new Set(uses.map(({ args }) => sourceOf(args)));
  const inOrder = uses.filter((use) => isInTime(use, members)).map((use) => stepSources(form, use));
  const parts: Record<keyof ScenarioParts, string> = {
    randomFrom: `(${randomFrom.toString()})`,
    how: JSON.stringify(form.how),
    pools: `[${pools.map(poolSource).join(', ')}]`,
    construct: JSON.stringify(construct) ?? 'undefined',
    lists: `[${[...lists].map(thunk).join(', ')}]`,
    members: JSON.stringify(members),
    closing: `[${closing.join(', ')}]`,
    uses: `[${inOrder
      .filter(({ length }) => length > 1)
      .map((steps) => thunk(`[${steps.join(', ')}]`))
      .join(', ')}]`,
  };
  const fields = Object.entries(parts).map(([name, source]) => `${name}: ${source}`);
  const make = `(${scenarioMaker.toString()})({ ${fields.join(',\n')} })`;
  const whole = inOrder.map((steps) => `[${[...steps, ...closing].join(', ')}]`);
  return {
    kind: 'scenarios',
    from: 'types',
    arbitrary: `fc.noBias(fc.nat({ max: 2147483647 })).map(${make})`,
    examples: [...new Set(whole)],
  };
}

function known<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

function samplesOf(args: readonly unknown[], refused: boolean): readonly Sample[] {
  return args.map((value) => ({ value, refused }));
}

function stepSources({ how }: ClassForm, { args, operations }: Use): readonly string[] {
  return [sourceOf([how, args]), ...operations.map(({ kind, name, args: own }) => sourceOf([kind, name, own]))];
}

/** A suite that lets time go back is not to be followed. */
function isInTime({ operations }: Use, members: readonly MemberSpec[]): boolean {
  const times = operations.flatMap((operation) => timesOf(operation, members));
  return times.every((time, at) => at === 0 || time >= (times[at - 1] ?? time));
}

function timesOf({ kind, name, args }: Operation, members: readonly MemberSpec[]): readonly number[] {
  const member = members.find((one) => one.kind === kind && one.name === name);
  return args.filter((arg, at) => member?.list.items[at]?.kind === 'time' && typeof arg === 'number') as number[];
}

function poolSource({ sources, range }: Pool): string {
  const limits = range ? `, range: ${JSON.stringify(range)}` : '';
  return `{ make: [${sources.map(thunk).join(', ')}]${limits} }`;
}

function thunk(source: string): string {
  return `() => (${source})`;
}
