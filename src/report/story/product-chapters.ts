import type { PairRow, RejectedRow } from '../../core/rows.ts';
import { chapter, fact, factsBlock, listing, table, type Block, type Cell, type Chapter } from './chapter.ts';
import type { Story } from './story.ts';
import { percent, reasonLine } from './words.ts';

/** What happened to a sample after it was accepted, and what was made of it; or the row's own contents. */
export function productChapters(story: Story): Chapter[] {
  return [...ownContents(story), ...curationChapter(story), ...descriptionChapter(story), ...madeChapter(story)];
}

function ownContents({ row }: Story): Chapter[] {
  if (!row || 'reason' in row) return [];
  if ('direction' in row) return chapter('The pair', pairBlocks(row));
  if ('chosen' in row) {
    const { prompt, chosen, rejected, chosen_pass_rate: better, rejected_pass_rate: worse } = row;
    return chapter('The preference', [
      { kind: 'prose', text: prompt },
      listing(`Chosen, passes ${percent(better)}`, chosen),
      listing(`Rejected, passes ${percent(worse)}`, rejected),
    ]);
  }
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, undefined, 2));
  return chapter('origin' in row ? `The repair (${row.origin})` : `The revision (${row.what})`, [
    listing('Before', text(row.before)),
    'evidence' in row ? { kind: 'note', text: reasonLine(row.evidence) } : undefined,
    listing('After', text(row.after)),
  ]);
}

function pairBlocks({ direction, source, level, description, code, round_trip: trip }: PairRow): (Block | undefined)[] {
  return [
    factsBlock([
      fact('direction', direction),
      fact('description', level === undefined ? source : `${source}, ${level}`),
      trip && fact('round trip', tripLine(trip)),
    ]),
    { kind: 'prose', text: description },
    listing('Code', code),
    trip && listing('The fresh solution that passed', trip.solution, { isFolded: true }),
  ];
}

function tripLine({ passed, attempts, pass_rate: rate, lift }: NonNullable<PairRow['round_trip']>): string {
  const more = lift === undefined ? '' : `, ${percent(lift)} more than from the name and signature alone`;
  return `${passed ? 'passed' : 'failed'}, ${attempts} tried, ${percent(rate)} passed${more}`;
}

function curationChapter({ fate }: Story): Chapter[] {
  if (!fate) return [];
  const outcome: Cell =
    fate.kind === 'dropped'
      ? { text: `${fate.stage}: ${reasonLine(fate.reason)}`, tone: 'bad' }
      : fate.kind === 'kept'
        ? { text: 'neither a duplicate, nor contaminated, nor incoherent: kept', tone: 'good' }
        : { text: 'its round has not ended, or the target was reached before it' };
  return chapter('Duplicates and contamination', [factsBlock([fact('outcome', outcome)])]);
}

function descriptionChapter({ pairs, droppedDescriptions, row }: Story): Chapter[] {
  if (row && 'direction' in row) return [];
  const proven = pairs.filter(({ source, direction }) => source !== 'statement' && direction === 'code-to-description');
  return chapter('Descriptions and round trips', [
    ...proven.flatMap((pair): Block[] => [
      {
        kind: 'note',
        text: `${pair.level ?? 'description'}: ${pair.round_trip ? tripLine(pair.round_trip) : 'proven'}`,
      },
      { kind: 'prose', text: pair.description },
    ]),
    ...droppedDescriptions.flatMap(droppedBlocks),
  ]);
}

function droppedBlocks({ stage, reason, reply }: RejectedRow): Block[] {
  const said: Block = { kind: 'note', text: `dropped at ${stage}: ${reasonLine(reason)}` };
  return reply === undefined ? [said] : [said, listing('The description', reply, { language: 'text', isFolded: true })];
}

function madeChapter({ id, pairs, preferences, repairs, revisions }: Story): Chapter[] {
  const rows: (readonly [string, string, string])[] = [
    ...pairs.map((pair) => ['pair', pair.id, `${pair.direction}, ${pair.level ?? pair.source}`] as const),
    ...preferences.map((preference) => ['preference', preference.id, ''] as const),
    ...repairs.map((repair) => ['repair', repair.id, repair.origin] as const),
    ...revisions.map((revision) => ['revision', revision.id, revision.what] as const),
  ];
  const others = rows.filter(([, row]) => row !== id);
  return chapter('What else was made of it', [
    table(
      ['kind', 'row', ''],
      others.map(([kind, row, more]) => [{ text: kind }, { text: row, row }, { text: more }]),
    ),
  ]);
}
