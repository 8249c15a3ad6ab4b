import { drawKey } from '../../../core/draw.ts';
import type { Operator } from '../../../core/operator.ts';
import type { RowKind } from '../../../report/story/story.ts';

/** What an index knows of a row: what rows are chosen and listed by, and where the row is. */
export interface Entry {
  readonly id: string;
  readonly kind: RowKind;
  readonly stage: string;
  readonly reason: string;
  readonly topic: string;
  readonly model: string;
  readonly confidence: number | null;
  readonly title: string;
  readonly task: string;
  /** The sample that it is, or was made of. */
  readonly sample: string;
  /** Key of the draw that it came from. */
  readonly draw: string;
  /** What is searched. */
  readonly words: string;
}

/** Where a row stands in a file of the run's directory. */
export interface FilePlace {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

const mostWords = 16_000;
const mostTitle = 160;

/** What an index knows of a row as it stands in a store or file, whatever that holds. */
export function entryOf(kind: RowKind, row: unknown): Entry {
  const seed = textAt(row, 'lineage', 'seed');
  const id = kind === 'task' ? textAt(row, 'task', 'id') : textAt(row, 'id');
  const isSample = kind === 'kept' || kind === 'accepted';
  return {
    id,
    kind,
    stage: isSample ? 'decide' : textAt(row, 'stage'),
    reason: reasonAt(row),
    topic: seed.split('/')[0] ?? '',
    model: textAt(row, 'lineage', 'model'),
    confidence: numberAt(row, 'confidence'),
    title: titleOf(row),
    task: textAt(row, 'task', 'id'),
    sample: isSample ? id : textAt(row, 'sample'),
    draw: seed === '' ? '' : drawKey(seed, operatorsAt(row), numberAt(valueAt(row, 'lineage'), 'take') ?? 0),
    words: wordsOf(id, row),
  };
}

/** The word that a reason is counted under, as in the accounting. */
export function reasonAt(row: unknown): string {
  const kind = textAt(row, 'reason', 'kind');
  const because = textAt(row, 'reason', 'because');
  return (kind === 'unproven' || kind === 'eliminated') && because !== '' ? because : kind;
}

function titleOf(row: unknown): string {
  const found = [textAt(row, 'task', 'title'), textAt(row, 'description'), textAt(row, 'prompt')];
  const text = found.find((one) => one !== '') ?? '';
  return text
    .slice(0, 4 * mostTitle)
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, mostTitle);
}

function wordsOf(id: string, row: unknown): string {
  const parts = [
    id,
    textAt(row, 'task', 'title'),
    textAt(row, 'task', 'entry_point'),
    textAt(row, 'task', 'statement'),
    textAt(row, 'description'),
    textAt(row, 'prompt'),
    textAt(row, 'solution'),
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, mostWords);
}

function operatorsAt(row: unknown): readonly Operator[] {
  const operators = valueAt(row, 'lineage', 'operators');
  return Array.isArray(operators) ? (operators as Operator[]) : [];
}

/** A text somewhere in a value; empty where there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : '';
}

function numberAt(value: unknown, name: string): number | null {
  const found = valueAt(value, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}
