import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { inputError } from '../core/error.ts';

/** Names one recorded reply. */
export interface RecordingName {
  readonly stage: string;
  /** The seed's id, `<topic>/<name>`. */
  readonly seed: string;
  readonly sample: number;
}

/** A recorded reply, as a server would send it. */
export interface Recording {
  /** Who would have answered so: `strong`, `middling` or `weak`. */
  readonly model: string;
  readonly finishReason: 'stop' | 'length';
  readonly reasoning?: string;
  readonly content: string;
}

const frontMatter = z.strictObject({
  model: z.string().min(1),
  finish_reason: z.enum(['stop', 'length']),
  reasoning: z.string().optional(),
});

/** Whether there is a file for a reply, whatever it holds. */
export function hasRecording(dir: string, name: RecordingName): boolean {
  const file = recordingFile(dir, name);
  return file !== undefined && existsSync(file);
}

/** Reads one recorded reply; undefined where there is none. Throws a `recording-invalid` error that names file and line. */
export function readRecording(dir: string, name: RecordingName): Recording | undefined {
  const file = recordingFile(dir, name);
  const text = file === undefined ? undefined : readIfThere(file);
  return file === undefined || text === undefined ? undefined : parseRecording(text, file);
}

/** The recorded replies of a directory, ordered by seed, stage and sample. Files of other names are left out. */
export function listRecordings(dir: string): RecordingName[] {
  return directories(dir).flatMap((topic) =>
    directories(join(dir, topic)).flatMap((name) => recordingsOf(join(dir, topic, name), `${topic}/${name}`)),
  );
}

function recordingsOf(dir: string, seed: string): RecordingName[] {
  return readdirSync(dir)
    .flatMap((file) => {
      const match = /^([a-z]+)-(0|[1-9]\d*)\.md$/.exec(file);
      return match === null ? [] : [{ stage: match[1] ?? '', seed, sample: Number(match[2]) }];
    })
    .toSorted((a, b) => (a.stage < b.stage ? -1 : a.stage > b.stage ? 1 : a.sample - b.sample));
}

function directories(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** Names come from a request's header: only plain words make a path. */
function recordingFile(dir: string, { stage, seed, sample }: RecordingName): string | undefined {
  const plain = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const [topic = '', name = '', ...rest] = seed.split('/');
  // A task that was evolved goes under its seed's name and those of the operators.
  const parts = [stage, topic, ...name.split('+')];
  const isPlain = rest.length === 0 && parts.every((part) => plain.test(part));
  return isPlain && Number.isSafeInteger(sample) && sample >= 0
    ? join(dir, topic, name, `${stage}-${sample}.md`)
    : undefined;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseRecording(text: string, file: string): Recording {
  const match = /^---\r?\n([\s\S]*?\n)---\r?\n/.exec(text);
  if (match === null) throw invalid(file, 1, 'it must begin with front matter between two lines of `---`');
  const { model, finish_reason, reasoning } = parseFrontMatter(match[1] ?? '', file);
  return {
    model,
    finishReason: finish_reason,
    ...(reasoning === undefined ? {} : { reasoning }),
    content: text.slice(match[0].length).replace(/\r?\n$/, ''),
  };
}

function parseFrontMatter(yaml: string, file: string): z.infer<typeof frontMatter> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  // The front matter begins on the file's second line.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  const error = document.errors[0];
  if (error !== undefined) throw invalid(file, lineAt(error.pos[0]), error.message);
  const result = frontMatter.safeParse(document.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const node = document.getIn(issue?.path ?? [], true);
  throw invalid(file, lineAt(offsetOf(node)), `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function invalid(file: string, line: number, what: string): Error {
  return inputError('recording-invalid', `${file}:${line}: ${what}`);
}
