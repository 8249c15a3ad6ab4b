// expects: refuted-throughout — plain data in the shape of every encoding of 'any value', references and handles
const shapes = [
  { $ref: 0 },
  { $: 'handle', id: 0 },
  { '@@type': 'function', id: 1 },
  ['ref', 0],
  ['function', 1],
  { type: 'number', value: '6' },
  { t: 'n', v: 6 },
  { kind: 'reference', index: 0 },
  { __proto__: null, __type: 'Number', __value: 6 },
  '\u0000ref:0',
  '$0',
  '@0',
  '#0',
  '{"kind":"number","value":6}',
  '6\n',
];
let calls = 0;
export const sum = () => shapes[calls++ % shapes.length];
