import { condition, mapping } from '../expressions.ts';
import type { Step, StepMaker } from '../step.ts';

const links = (parts: Omit<Step, 'to'>): Step => ({ ...parts, to: 'links' });

/** From links [from, to] between named places to others, by what is drawn anew for each task. */
export const linkRules: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const end = draws.pick([0, 1]);
    const { code, says, off } = condition(draws, { code: 'n', says: 'that place' });
    return links({
      name: 'fromSome',
      says: `Number the places by their letters, a as 1, b as 2 and so on. Keep each link whose ${end === 0 ? 'first' : 'second'} place is one for which ${says}.`,
      functional: `return input.filter((link) => {\n  const n = link[${end}].charCodeAt(0) - 96;\n  return ${code};\n});`,
      imperative: `const kept: [string, string][] = [];\nfor (const [from, to] of input) {\n  const n = '-abcdefghijklmnopqrstuvwxyz'.indexOf(${end === 0 ? 'from' : 'to'});\n  if (${code}) kept.push([from, to]);\n}\nreturn kept;`,
      mistakes: {
        boundary: `return input.filter((link) => {\n  const n = link[${end}].charCodeAt(0) - 96;\n  return ${off};\n});`,
        'wrong end': `return input.filter((link) => {\n  const n = link[${1 - end}].charCodeAt(0) - 96;\n  return ${code};\n});`,
      },
    });
  },
  (draws) => {
    const { code, says, off } = mapping(draws, { code: 'n', says: 'the number of the second place' });
    const to = (expression: string): string => `'abcdef'.charAt((((${expression}) % 6) + 6) % 6)`;
    return links({
      name: 'ledElsewhere',
      says: `Number the places by their letters, a as 1, b as 2 and so on. Let each link lead elsewhere: work out ${says}, take the remainder from 0 to 5 of dividing that by 6, and count so many letters on from a.`,
      functional: `return input.map(([from, second]): [string, string] => {\n  const n = second.charCodeAt(0) - 96;\n  return [from, ${to(code)}];\n});`,
      imperative: `const led: [string, string][] = [];\nfor (const link of input) {\n  const n = link[1].charCodeAt(0) - 96;\n  const place = (((${code}) % 6) + 6) % 6;\n  led.push([link[0], 'abcdef'.charAt(place)]);\n}\nreturn led;`,
      mistakes: {
        arithmetic: `return input.map(([from, second]): [string, string] => {\n  const n = second.charCodeAt(0) - 96;\n  return [from, ${to(off)}];\n});`,
      },
    });
  },
];

/** From links to others. */
export const linkSteps: readonly [StepMaker, ...StepMaker[]] = [
  () =>
    links({
      name: 'turnedRound',
      says: 'Turn every link round.',
      functional: 'return input.map(([from, to]): [string, string] => [to, from]);',
      imperative:
        'const turned: [string, string][] = [];\nfor (const [from, to] of input) turned.push([to, from]);\nreturn turned;',
      mistakes: {
        'both ways': 'return input.flatMap(([from, to]): [string, string][] => [\n  [to, from],\n  [from, to],\n]);',
      },
    }),
  () =>
    links({
      name: 'onceEach',
      says: 'Leave out links from a place to itself, and of equal links keep the first only.',
      functional:
        'return input.filter(\n  ([from, to], index) => from !== to && input.findIndex(([a, b]) => a === from && b === to) === index,\n);',
      imperative:
        'const seen = new Set<string>();\nconst once: [string, string][] = [];\nfor (const [from, to] of input) {\n  const key = JSON.stringify([from, to]);\n  if (from === to || seen.has(key)) continue;\n  seen.add(key);\n  once.push([from, to]);\n}\nreturn once;',
      mistakes: {
        'to itself':
          'return input.filter(([from, to], index) => input.findIndex(([a, b]) => a === from && b === to) === index);',
      },
    }),
  (draws) => {
    const most = draws.between(1, 3);
    return links({
      name: 'fewFromEach',
      says: `Of the links from one place keep the first ${most === 1 ? 'one' : most}, all in the order given.`,
      functional: `return input.filter(([from], index) => input.slice(0, index).filter(([other]) => other === from).length < ${most});`,
      imperative: `const counts = new Map<string, number>();\nconst few: [string, string][] = [];\nfor (const link of input) {\n  const before = counts.get(link[0]) ?? 0;\n  if (before >= ${most}) continue;\n  counts.set(link[0], before + 1);\n  few.push(link);\n}\nreturn few;`,
      mistakes: {
        'off by one': `return input.filter(([from], index) => input.slice(0, index).filter(([other]) => other === from).length <= ${most});`,
      },
    });
  },
  (draws) => {
    const closed = draws.pick(['a', 'b', 'c', 'd']);
    return links({
      name: 'withoutPlace',
      says: `Leave out every link that begins or ends at "${closed}".`,
      functional: `return input.filter((link) => !link.includes('${closed}'));`,
      imperative: `const open: [string, string][] = [];\nfor (const [from, to] of input) {\n  if (from === '${closed}' || to === '${closed}') continue;\n  open.push([from, to]);\n}\nreturn open;`,
      mistakes: { 'one end': `return input.filter(([from]) => from !== '${closed}');` },
    });
  },
];

/** From links to what is told of them. */
export const linkEnds: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const from = draws.pick(['a', 'b', 'c', 'e', 'f']);
    return {
      name: 'reachable',
      to: 'words',
      says: `The result is the list of places that can be reached from "${from}" along links in their direction, "${from}" itself included even where no link names it, in the order of their UTF-16 code units.`,
      functional: `const reach = (known: string[]): string[] => {\n  const next = input.flatMap(([from, to]) => (known.includes(from) && !known.includes(to) ? [to] : []));\n  return next.length === 0 ? known : reach([...new Set([...known, ...next])]);\n};\nreturn reach(['${from}']).toSorted();`,
      imperative: `const found = new Set(['${from}']);\nconst waiting = ['${from}'];\nfor (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {\n  for (const [from, to] of input) {\n    if (from !== place || found.has(to)) continue;\n    found.add(to);\n    waiting.push(to);\n  }\n}\nreturn [...found].sort();`,
      mistakes: {
        'one step': `return [...new Set(['${from}', ...input.flatMap(([from, to]) => (from === '${from}' ? [to] : []))])].toSorted();`,
        direction: `const reach = (known: string[]): string[] => {\n  const next = input.flatMap(([to, from]) => (known.includes(from) && !known.includes(to) ? [to] : []));\n  return next.length === 0 ? known : reach([...new Set([...known, ...next])]);\n};\nreturn reach(['${from}']).toSorted();`,
      },
    };
  },
  () => ({
    name: 'islands',
    to: 'groups',
    says: 'The result is a list of the groups of places that links hold together, whatever their direction; the places of a group, and the groups by their first places, are in the order of their UTF-16 code units.',
    functional:
      'const places = [...new Set(input.flat())].toSorted();\nconst spread = (known: string[]): string[] => {\n  const next = input.filter((link) => link.some((place) => known.includes(place))).flat();\n  const all = [...new Set([...known, ...next])];\n  return all.length === known.length ? known.toSorted() : spread(all);\n};\nconst groups = places.map((place) => spread([place]));\nreturn groups.filter((group, index) => group[0] === places[index]);',
    imperative:
      'const group = new Map<string, string>();\nconst head = (place: string): string => {\n  let at = place;\n  for (let up = group.get(at); up !== undefined && up !== at; up = group.get(at)) at = up;\n  return at;\n};\nfor (const place of input.flat()) group.set(place, place);\nfor (const [from, to] of input) group.set(head(from), head(to));\nconst members = new Map<string, string[]>();\nfor (const place of [...group.keys()].sort()) {\n  const all = members.get(head(place)) ?? [];\n  all.push(place);\n  members.set(head(place), all);\n}\nreturn [...members.values()];',
    mistakes: {
      'one step':
        'const places = [...new Set(input.flat())].toSorted();\nconst near = (place: string): string[] => [...new Set(input.filter((link) => link.includes(place)).flat())].toSorted();\nreturn places.map(near).filter((group, index) => group[0] === places[index]);',
    },
  }),
  () => ({
    name: 'degrees',
    to: 'counts',
    says: 'The result is a list of pairs [place, how many links begin or end there], a link from a place to itself counting twice, in the order of the UTF-16 code units of the places.',
    functional:
      'return [...Map.groupBy(input.flat(), (place) => place)]\n  .map(([place, all]): [string, number] => [place, all.length])\n  .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));',
    imperative:
      'const counts = new Map<string, number>();\nfor (const [from, to] of input) {\n  counts.set(from, (counts.get(from) ?? 0) + 1);\n  counts.set(to, (counts.get(to) ?? 0) + 1);\n}\nreturn [...counts].sort((left, right) => (left[0] < right[0] ? -1 : 1));',
    mistakes: {
      beginnings:
        'return [...Map.groupBy(input.map(([from]) => from), (place) => place)]\n  .map(([place, all]): [string, number] => [place, all.length])\n  .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));',
    },
  }),
];
