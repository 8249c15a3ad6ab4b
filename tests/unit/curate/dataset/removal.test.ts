import { expect, test } from 'vitest';
import { factsOf } from '../../../../src/curate/dataset/facts.ts';
import { removedFor } from '../../../../src/curate/dataset/removal.ts';

const row = {
  prompt: 's',
  completion: 'c',
  licence: 'GPL-3.0-only',
  lineage: { seed: 'code/1', source: { path: 'vendor/lib/a.ts', licence: 'MIT' }, evolved_from: [{ id: 'task_9' }] },
};

test.each([
  [['vendor'], [], { kind: 'source', name: 'vendor/lib/a.ts' }],
  [['vendor/*/a.ts'], [], { kind: 'source', name: 'vendor/lib/a.ts' }],
  [['task_9'], [], { kind: 'source', name: 'task_9' }],
  [['vend'], [], undefined],
  [['vendor.lib'], [], undefined],
  [[], ['gpl*'], { kind: 'licence', name: 'GPL-3.0-only' }],
  [[], ['GPL'], undefined],
  [[], ['mit'], { kind: 'licence', name: 'MIT' }],
  [[], [], undefined],
])('sources %j and licences %j', (sources, licences, expected) => {
  const read = factsOf(row);
  expect(read.ok && removedFor(read.facts, { sources, licences })).toEqual(expected);
});
