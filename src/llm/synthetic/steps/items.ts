import { condition, mapping, type Subject } from '../expressions.ts';
import type { Step, StepMaker } from '../step.ts';

const amount: Subject = { code: 'n', says: 'the amount' };
const items = (parts: Omit<Step, 'to'>): Step => ({ ...parts, to: 'items' });

/** From records of a name, a group and an amount to others, by what is drawn anew for each task. */
export const itemRules: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const { code, says, off } = condition(draws, amount);
    const on = (expression: string): string => expression.replaceAll(/\bn\b/gu, 'amount');
    return items({
      name: 'withAmount',
      says: `Keep each record for which ${says}.`,
      functional: `return input.filter(({ amount }) => ${on(code)});`,
      imperative: `const kept = [];\nfor (const item of input) {\n  const n = item.amount;\n  if (${code}) kept.push(item);\n}\nreturn kept;`,
      mistakes: { boundary: `return input.filter(({ amount }) => ${on(off)});` },
    });
  },
  (draws) => {
    const { code, says, off } = mapping(draws, amount);
    const on = (expression: string): string => expression.replaceAll(/\bn\b/gu, 'item.amount');
    return items({
      name: 'revalued',
      says: `Replace each amount by ${says}; the records given stay as they are.`,
      functional: `return input.map((item) => ({ ...item, amount: ${on(code)} }));`,
      imperative: `const revalued = [];\nfor (const item of input) {\n  const n = item.amount;\n  revalued.push({ name: item.name, group: item.group, amount: ${code} });\n}\nreturn revalued;`,
      mistakes: {
        arithmetic: `return input.map((item) => ({ ...item, amount: ${on(off)} }));`,
        'mutated argument': `for (const item of input) item.amount = ${on(code)};\nreturn input;`,
      },
    });
  },
];

/** From records to others. */
export const itemSteps: readonly [StepMaker, ...StepMaker[]] = [
  () =>
    items({
      name: 'ranked',
      says: 'Put the records in order of their amounts, largest first; those of equal amounts stay in the order given.',
      functional: 'return input.toSorted((a, b) => b.amount - a.amount);',
      imperative:
        'const ranked = [...input];\nranked.sort((left, right) => {\n  if (left.amount === right.amount) return 0;\n  return left.amount > right.amount ? -1 : 1;\n});\nreturn ranked;',
      mistakes: {
        order: 'return input.toSorted((a, b) => a.amount - b.amount);',
        ties: 'return input.toReversed().toSorted((a, b) => b.amount - a.amount);',
      },
    }),
  (draws) => {
    const most = draws.between(1, 3);
    return items({
      name: 'firstOfGroups',
      says: `Of each group keep the first ${most === 1 ? 'record' : `${most} records`}, all in the order given.`,
      functional: `return input.filter((item, index) => input.slice(0, index).filter(({ group }) => group === item.group).length < ${most});`,
      imperative: `const counts = new Map<string, number>();\nconst chosen = [];\nfor (const item of input) {\n  const before = counts.get(item.group) ?? 0;\n  counts.set(item.group, before + 1);\n  if (before < ${most}) chosen.push(item);\n}\nreturn chosen;`,
      mistakes: {
        'off by one': `return input.filter((item, index) => input.slice(0, index).filter(({ group }) => group === item.group).length <= ${most});`,
      },
    });
  },
  () =>
    items({
      name: 'mergedNames',
      says: 'Where several records have the same name, keep the first of them with the sum of their amounts; its group stays.',
      functional:
        'return input.flatMap((item, index) => {\n  const same = input.filter(({ name }) => name === item.name);\n  if (input.findIndex(({ name }) => name === item.name) !== index) return [];\n  return [{ ...item, amount: same.reduce((sum, { amount }) => sum + amount, 0) }];\n});',
      imperative:
        'const places = new Map<string, number>();\nconst merged: { name: string; group: string; amount: number }[] = [];\nfor (const item of input) {\n  const known = merged[places.get(item.name) ?? -1];\n  if (known) {\n    known.amount += item.amount;\n  } else {\n    places.set(item.name, merged.length);\n    merged.push({ name: item.name, group: item.group, amount: item.amount });\n  }\n}\nreturn merged;',
      mistakes: {
        'first only':
          'return input.filter((item, index) => input.findIndex(({ name }) => name === item.name) === index);',
      },
    }),
];

/** From records to what is told of them. */
export const itemEnds: readonly [StepMaker, ...StepMaker[]] = [
  () => ({
    name: 'totalsOfGroups',
    to: 'counts',
    says: 'The result is a list of pairs [group, sum of its amounts], in the order in which the groups first occur.',
    functional:
      'return [...Map.groupBy(input, ({ group }) => group)].map(([group, all]): [string, number] => [\n  group,\n  all.reduce((sum, { amount }) => sum + amount, 0),\n]);',
    imperative:
      'const totals = new Map<string, number>();\nfor (const { group, amount } of input) totals.set(group, (totals.get(group) ?? 0) + amount);\nreturn [...totals];',
    mistakes: {
      count:
        'return [...Map.groupBy(input, ({ group }) => group)].map(([group, all]): [string, number] => [group, all.length]);',
    },
  }),
  () => ({
    name: 'namesOfGroups',
    to: 'groups',
    says: 'The result is a list with the names of each group, each in the order given; the groups come in the order of their UTF-16 code units.',
    functional:
      'return [...Map.groupBy(input, ({ group }) => group)]\n  .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))\n  .map(([, all]) => all.map(({ name }) => name));',
    imperative:
      'const groups = new Map<string, string[]>();\nfor (const { group, name } of input) {\n  const names = groups.get(group) ?? [];\n  names.push(name);\n  groups.set(group, names);\n}\nconst keys = [...groups.keys()].sort();\nreturn keys.map((key) => groups.get(key) ?? []);',
    mistakes: {
      order: 'return [...Map.groupBy(input, ({ group }) => group)].map(([, all]) => all.map(({ name }) => name));',
    },
  }),
  (draws) => {
    const { code, says, off } = mapping(draws, amount);
    const on = (expression: string): string => expression.replaceAll(/\bn\b/gu, 'amount');
    return {
      name: 'worthOfAll',
      to: 'number',
      says: `The result is the sum, over all records that are left, of ${says}; 0 for none.`,
      functional: `return input.reduce((sum, { amount }) => sum + (${on(code)}), 0);`,
      imperative: `let sum = 0;\nfor (const { amount } of input) sum += ${on(code)};\nreturn sum;`,
      mistakes: { arithmetic: `return input.reduce((sum, { amount }) => sum + (${on(off)}), 0);` },
    };
  },
];
