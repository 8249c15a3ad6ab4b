import { condition, mapping } from '../expressions.ts';
import type { Step, StepMaker } from '../step.ts';

const spans = (parts: Omit<Step, 'to'>): Step => ({ ...parts, to: 'spans' });

/** From spans [start, end] of whole numbers, with start < end, to others, by what is drawn anew for each task. */
export const spanRules: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const { code, says, off } = condition(draws, { code: 'n', says: 'its start' });
    const on = (expression: string): string => expression.replaceAll(/\bn\b/gu, 'start');
    return spans({
      name: 'withStart',
      says: `Keep each span for which ${says}.`,
      functional: `return input.filter(([start]) => ${on(code)});`,
      imperative: `const kept: [number, number][] = [];\nfor (const span of input) {\n  const n = span[0];\n  if (${code}) kept.push(span);\n}\nreturn kept;`,
      mistakes: { boundary: `return input.filter(([start]) => ${on(off)});` },
    });
  },
  (draws) => {
    const { code, says, off } = mapping(draws, { code: 'n', says: 'its length' });
    return spans({
      name: 'moved',
      says: `Move each span, without changing its length, so that it starts at ${says} added to its start.`,
      functional: `return input.map(([start, end]): [number, number] => {\n  const n = end - start;\n  const by = ${code};\n  return [start + by, end + by];\n});`,
      imperative: `const moved: [number, number][] = [];\nfor (const [start, end] of input) {\n  const n = end - start;\n  const from = start + (${code});\n  moved.push([from, from + n]);\n}\nreturn moved;`,
      mistakes: {
        arithmetic: `return input.map(([start, end]): [number, number] => {\n  const n = end - start;\n  const by = ${off};\n  return [start + by, end + by];\n});`,
      },
    });
  },
];

/** From spans to others. */
export const spanSteps: readonly [StepMaker, ...StepMaker[]] = [
  (draws) => {
    const [low, length] = [draws.between(-6, 8), draws.between(8, 30)];
    const high = low + length;
    return spans({
      name: 'clipped',
      says: `Cut off what lies below ${low} or above ${high}; a span of which nothing is left is left out.`,
      functional: `return input\n  .map(([start, end]): [number, number] => [Math.max(start, ${low}), Math.min(end, ${high})])\n  .filter(([start, end]) => start < end);`,
      imperative: `const clipped: [number, number][] = [];\nfor (const [start, end] of input) {\n  if (end <= ${low} || start >= ${high}) continue;\n  clipped.push([start < ${low} ? ${low} : start, end > ${high} ? ${high} : end]);\n}\nreturn clipped;`,
      mistakes: {
        'empty spans': `return input.map(([start, end]): [number, number] => [Math.max(start, ${low}), Math.min(end, ${high})]);`,
      },
    });
  },
  () =>
    spans({
      name: 'merged',
      says: 'Join spans that overlap or touch into one, and put what comes of it in order of the starts.',
      functional:
        'return input\n  .toSorted((a, b) => a[0] - b[0])\n  .reduce<[number, number][]>((joined, [start, end]) => {\n    const last = joined.at(-1);\n    if (last === undefined || start > last[1]) return [...joined, [start, end]];\n    return [...joined.slice(0, -1), [last[0], Math.max(last[1], end)]];\n  }, []);',
      imperative:
        'const sorted = [...input].sort((left, right) => left[0] - right[0]);\nconst joined: [number, number][] = [];\nfor (const [start, end] of sorted) {\n  const last = joined.at(-1);\n  if (last && start <= last[1]) {\n    if (end > last[1]) last[1] = end;\n  } else {\n    joined.push([start, end]);\n  }\n}\nreturn joined;',
      mistakes: {
        touching:
          'return input\n  .toSorted((a, b) => a[0] - b[0])\n  .reduce<[number, number][]>((joined, [start, end]) => {\n    const last = joined.at(-1);\n    if (last === undefined || start >= last[1]) return [...joined, [start, end]];\n    return [...joined.slice(0, -1), [last[0], Math.max(last[1], end)]];\n  }, []);',
        'inner span':
          'return input\n  .toSorted((a, b) => a[0] - b[0])\n  .reduce<[number, number][]>((joined, [start, end]) => {\n    const last = joined.at(-1);\n    if (last === undefined || start > last[1]) return [...joined, [start, end]];\n    return [...joined.slice(0, -1), [last[0], end]];\n  }, []);',
      },
    }),
  (draws) => {
    const least = draws.between(2, 5);
    return spans({
      name: 'longEnough',
      says: `Leave out spans shorter than ${least}.`,
      functional: `return input.filter(([start, end]) => end - start >= ${least});`,
      imperative: `const long: [number, number][] = [];\nfor (const [start, end] of input) {\n  if (end - start < ${least}) continue;\n  long.push([start, end]);\n}\nreturn long;`,
      mistakes: { boundary: `return input.filter(([start, end]) => end - start > ${least});` },
    });
  },
  (draws) => {
    const [before, after] = [draws.between(1, 4), draws.between(1, 6)];
    return spans({
      name: 'widened',
      says: `Let each span begin ${before} earlier and end ${after} later.`,
      functional: `return input.map(([start, end]): [number, number] => [start - ${before}, end + ${after}]);`,
      imperative: `const wide: [number, number][] = [];\nfor (const span of input) wide.push([span[0] - ${before}, span[1] + ${after}]);\nreturn wide;`,
      mistakes: {
        'mixed up': `return input.map(([start, end]): [number, number] => [start - ${after}, end + ${before + 1}]);`,
      },
    });
  },
  (draws) => {
    const size = draws.between(3, 7);
    return spans({
      name: 'cutUp',
      says: `Cut each span, from its start, into spans of length ${size}; the last of each may be shorter.`,
      functional: `return input.flatMap(([start, end]) =>\n  Array.from({ length: Math.ceil((end - start) / ${size}) }, (_, part): [number, number] => [\n    start + part * ${size},\n    Math.min(end, start + (part + 1) * ${size}),\n  ]),\n);`,
      imperative: `const parts: [number, number][] = [];\nfor (const [start, end] of input) {\n  let from = start;\n  while (end - from > ${size}) {\n    parts.push([from, from + ${size}]);\n    from += ${size};\n  }\n  parts.push([from, end]);\n}\nreturn parts;`,
      mistakes: {
        'last part': `return input.flatMap(([start, end]) =>\n  Array.from({ length: Math.ceil((end - start) / ${size}) }, (_, part): [number, number] => [\n    start + part * ${size},\n    start + (part + 1) * ${size},\n  ]),\n);`,
      },
    });
  },
];

/** From spans to what is told of them. */
export const spanEnds: readonly [StepMaker, ...StepMaker[]] = [
  () => ({
    name: 'busiest',
    to: 'number',
    says: 'The result is the largest number of spans that have one place in common, where a span holds its start and not its end; 0 for no spans.',
    functional:
      'return Math.max(0, ...input.map(([place]) => input.filter(([start, end]) => start <= place && place < end).length));',
    imperative:
      'const changes: [number, number][] = [];\nfor (const [start, end] of input) changes.push([start, 1], [end, -1]);\nchanges.sort((left, right) => left[0] - right[0] || left[1] - right[1]);\nlet now = 0;\nlet most = 0;\nfor (const [, change] of changes) {\n  now += change;\n  if (now > most) most = now;\n}\nreturn most;',
    mistakes: {
      'shared ends':
        'return Math.max(0, ...input.map(([place]) => input.filter(([start, end]) => start <= place && place <= end).length));',
    },
  }),
  () => ({
    name: 'lengthOfAll',
    to: 'number',
    says: 'The result is how many whole numbers lie in at least one span, where a span holds its start and not its end.',
    functional:
      'return new Set(input.flatMap(([start, end]) => Array.from({ length: end - start }, (_, step) => start + step))).size;',
    imperative:
      'const sorted = [...input].sort((left, right) => left[0] - right[0]);\nlet covered = 0;\nlet reached = -Infinity;\nfor (const [start, end] of sorted) {\n  if (end <= reached) continue;\n  covered += end - Math.max(start, reached);\n  reached = end;\n}\nreturn covered;',
    mistakes: { overlaps: 'return input.reduce((sum, [start, end]) => sum + end - start, 0);' },
  }),
];
