import { chapter, fact, factsBlock, listing, table, type Block, type Chapter } from './chapter.ts';
import { candidateChapters } from './candidate-chapters.ts';
import { evidenceChapter } from './evidence-chapter.ts';
import { productChapters } from './product-chapters.ts';
import type { Story } from './story.ts';
import { reasonDetail, reasonLine } from './words.ts';

/** A story in the order in which it happened, what is asked about first. */
export function chaptersOf(story: Story): Chapter[] {
  return [
    ...rowChapter(story),
    ...seedChapter(story),
    ...taskChapter(story),
    ...ownCodeChapter(story),
    ...candidateChapters(story),
    ...evidenceChapter(story),
    ...productChapters(story),
    ...replyChapter(story),
    ...proofChapter(story),
  ];
}

const whatItIs: Readonly<Record<Story['kind'], string>> = {
  kept: 'a sample of the dataset',
  accepted: 'an accepted sample that is not in the dataset (yet)',
  rejected: 'rejected',
  pair: 'a pair of a description and code',
  preference: 'a preference',
  repair: 'a repair',
  revision: 'a revision',
  task: 'a task',
};

function rowChapter(story: Story): Chapter[] {
  const { kind, fate, confidence, sample, row, gaps } = story;
  const rejection = row && 'reason' in row ? row : undefined;
  const dropped = fate?.kind === 'dropped' ? fate : undefined;
  const reason = rejection?.reason ?? dropped?.reason;
  const detail = reason && reasonDetail(reason);
  return chapter('What it is', [
    ...gaps.map((text): Block => ({ kind: 'note', text })),
    factsBlock([
      fact('row', { text: whatItIs[kind], ...tone(kind) }),
      rejection && fact('at stage', rejection.stage),
      dropped && fact('at stage', dropped.stage),
      reason && fact('because', { text: reasonLine(reason), ...rowNamed(reason['of']) }),
      confidence === undefined ? undefined : fact('confidence', confidence),
      sample && sample.id !== story.id ? fact('of the sample', { text: sample.id, row: sample.id }) : undefined,
    ]),
    detail === undefined ? undefined : listing('The reason in full', detail, { language: 'text' }),
    rejection?.reply === undefined ? undefined : listing('The text', rejection.reply, { language: 'text' }),
  ]);
}

function tone(kind: Story['kind']): { readonly tone?: 'good' | 'bad' } {
  if (kind === 'kept') return { tone: 'good' };
  return kind === 'rejected' ? { tone: 'bad' } : {};
}

/** What a duplicate is one of can be looked at too. */
function rowNamed(value: unknown): { readonly row?: string } {
  return typeof value === 'string' && /^(?:sample|task)_[0-9a-f]+$/u.test(value) ? { row: value } : {};
}

function seedChapter({ seed }: Story): Chapter[] {
  const { id, operators, text } = seed;
  return chapter('Seed', [
    factsBlock([
      fact('seed', id),
      text && fact('title', text.title),
      text && fact('kind', `${text.kind}, ${text.topic}, ${text.difficulty}`),
      operators.length > 0 ? fact('operators', operators.join(', ')) : undefined,
      text?.path === undefined ? undefined : fact('source', `${text.path} (${text.licence ?? 'no licence known'})`),
    ]),
    text ? { kind: 'prose', text: text.text } : undefined,
    text?.code === undefined ? undefined : listing('Its code', text.code),
  ]);
}

function taskChapter({ task, ancestors, rating, revisions }: Story): Chapter[] {
  if (!task) return [];
  return chapter('Task', [
    factsBlock([
      fact('task', { text: task.id, row: task.id }),
      fact('title', task.title),
      fact('entry point', task.entry_point),
      fact('difficulty', `${task.difficulty}, ${task.topics.join(', ')}`),
      ...Object.entries(rating ?? {}).map(([model, { solved, sampled, difficulty }]) =>
        fact('solved', `${solved} of ${sampled} by ${model}: ${difficulty}`),
      ),
    ]),
    { kind: 'prose', text: task.statement },
    listing('Signature', task.signature),
    task.precondition === undefined ? undefined : listing('Precondition', task.precondition),
    table(
      ['evolved from', 'by'],
      ancestors.map(({ title, operator }) => [{ text: title }, { text: operator }]),
    ),
    ...revisions.flatMap(({ what, faults }): Block[] =>
      faults.map(({ principle, problem }) => ({ kind: 'note', text: `${what} revised: ${principle}: ${problem}` })),
    ),
  ]);
}

function ownCodeChapter({ sample, row }: Story): Chapter[] {
  const rejection = row && 'reason' in row ? row : undefined;
  const solution = sample?.solution ?? rejection?.solution;
  const tests = sample?.tests ?? rejection?.tests;
  return chapter('Its code', [
    sample?.reasoning === undefined ? undefined : listing('Reasoning', sample.reasoning, folded),
    solution === undefined ? undefined : listing('Solution', solution),
    tests === undefined ? undefined : listing('Tests', tests),
    sample?.minimal_tests && listing('A few tests that do as much', sample.minimal_tests.tests, { isFolded: true }),
  ]);
}

const folded = { language: 'text', isFolded: true } as const;

function replyChapter({ requests }: Story): Chapter[] {
  return chapter(
    'Replies of the model',
    requests.flatMap(({ stage, seed, sample, reply, fault }): Block[] => {
      const name = `${stage} ${sample} (${seed})`;
      if (fault)
        return [{ kind: 'note', text: `${name}: no reply, ${fault.boundary}/${fault.code}: ${fault.message}` }];
      if (!reply) return [{ kind: 'note', text: `${name}: the reply is no longer stored` }];
      const { promptTokens, completionTokens } = reply.usage;
      const title = `${name}: ${reply.model}, ${promptTokens} + ${completionTokens} tokens`;
      const thought = reply.reasoning === undefined ? [] : [listing(`${name}: reasoning`, reply.reasoning, folded)];
      return [...thought, listing(title, reply.content, folded)];
    }),
  );
}

function proofChapter({ lineage, sample }: Story): Chapter[] {
  const proof = sample?.verification;
  return chapter('Lineage and proof', [
    factsBlock([
      lineage && fact('model', `${lineage.model} (${lineage.recorded})`),
      lineage?.endpoint === undefined ? undefined : fact('endpoint', lineage.endpoint),
      lineage && fact('parameters', pairsOf(lineage.parameters)),
      ...Object.entries(lineage?.prompts ?? {}).map(([name, hash]) => fact(`prompt ${name}`, hash.slice(0, 16))),
      proof && fact('limits', pairsOf(proof.limits)),
      proof && fact('seeds', proof.seeds.join(', ')),
      proof && fact('isolation', proof.isolation),
      proof && fact('versions', pairsOf(proof.versions)),
      proof && proof.packages.length > 0 ? fact('packages', proof.packages.join(', ')) : undefined,
      proof?.sha256 === undefined ? undefined : fact('sha256', proof.sha256),
    ]),
  ]);
}

function pairsOf(record: Readonly<Record<string, string | number>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
