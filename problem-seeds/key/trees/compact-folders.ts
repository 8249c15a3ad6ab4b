import type { Key } from '../key.ts';

type Entry = { kind: 'file'; name: string } | { kind: 'folder'; name: string; entries: Entry[] };

const names = 'abcdefghij';

/** All trees with exactly `size` entries, unnamed: folders hold forests of one entry less. */
function trees(size: number): Entry[] {
  if (size === 0) return [];
  const folders = forests(size - 1).map((entries): Entry => ({ kind: 'folder', name: '', entries }));
  return size === 1 ? [{ kind: 'file', name: '' }, ...folders] : folders;
}

function forests(size: number): Entry[][] {
  if (size === 0) return [[]];
  const all: Entry[][] = [];
  for (let first = 1; first <= size; first++) {
    for (const tree of trees(first)) for (const rest of forests(size - first)) all.push([tree, ...rest]);
  }
  return all;
}

/** A copy in which the entries are named by their place. */
function named(entry: Entry, counter: { next: number }): Entry {
  const name = names[counter.next++] ?? 'z';
  return entry.kind === 'file'
    ? { kind: 'file', name }
    : { kind: 'folder', name, entries: entry.entries.map((child) => named(child, counter)) };
}

/** Folds one link somewhere, if there is one. */
function foldOnce(entry: Entry): Entry | undefined {
  if (entry.kind === 'file') return undefined;
  const inner = entry.entries.length === 1 ? entry.entries[0] : undefined;
  if (inner?.kind === 'folder') return { ...inner, name: `${entry.name}/${inner.name}` };
  for (const [index, child] of entry.entries.entries()) {
    const folded = foldOnce(child);
    if (folded) return { ...entry, entries: entry.entries.with(index, folded) };
  }
  return undefined;
}

export const key: Key<[Entry]> = {
  seed: 'trees/compact-folders',
  *cases() {
    for (let size = 1; size <= 6; size++) for (const tree of trees(size)) yield [named(tree, { next: 0 })];
    let deep: Entry = { kind: 'folder', name: 'core', entries: [{ kind: 'file', name: 'f' }] };
    for (let depth = 0; depth < 30; depth++) deep = { kind: 'folder', name: `d${depth}`, entries: [deep] };
    yield [deep];
    yield [{ kind: 'folder', name: '', entries: [{ kind: 'folder', name: 'a/b', entries: [] }] }];
  },
  oracle: (entry) => {
    // Rewriting, one link at a time, until none is left.
    let tree = entry;
    for (let next = foldOnce(tree); next; next = foldOnce(tree)) tree = next;
    return tree;
  },
  reference: `
export interface FileEntry {
  kind: 'file';
  name: string;
}

export interface FolderEntry {
  kind: 'folder';
  name: string;
  entries: readonly Entry[];
}

export type Entry = FileEntry | FolderEntry;

export function compactFolders(entry: Entry): Entry {
  if (entry.kind === 'file') return entry;
  const only = entry.entries.length === 1 ? entry.entries[0] : undefined;
  if (only?.kind === 'folder') return compactFolders({ ...only, name: entry.name + '/' + only.name });
  return { ...entry, entries: entry.entries.map(compactFolders) };
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'follows each chain from the top' },
    'solve-1': { truth: 'right', note: 'from the leaves up' },
    'solve-2': { truth: 'wrong', defect: 'mutated-input', note: 'renames and refills the folders it is given' },
    'solve-3': { truth: 'right', note: 'solve-0 with other names' },
    'solve-4': { truth: 'right', note: 'merges and starts over; prints a demo when loaded' },
    'roundtrip-0': { truth: 'right', note: 'collects the chain first' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'examples, no link left, paths kept, idempotent' },
    'tests-1': { truth: 'wrong', defect: 'vacuous', note: 'asserts that there is some result' },
  },
};
