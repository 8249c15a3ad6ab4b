import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { readText } from '../../../input/read-text.ts';

export interface TrackEntry {
  readonly difficulty?: string;
  readonly topics: readonly string[];
}

const names = z.array(z.string()).nullish();
const schema = z.object({
  exercises: z.object({
    practice: z.array(
      z.object({ slug: z.string(), difficulty: z.number().nullish(), topics: names, practices: names }),
    ),
  }),
});

/** Tracks number difficulty from 1 to 10. */
const levels = { easy: 3, medium: 6 };

/** What the track's own `config.json` says of its exercises, by their names; nothing where there is none. */
export function trackOf(dir: string, onNotice: (notice: string) => void): ReadonlyMap<string, TrackEntry> {
  const file = [dir, dirname(dirname(resolve(dir))), dirname(dirname(dirname(resolve(dir))))]
    .map((folder) => join(folder, 'config.json'))
    .find((path) => existsSync(path));
  if (file === undefined) return new Map();
  const parsed = schema.safeParse(jsonOf(readText(file, "the track's configuration")));
  if (!parsed.success) {
    onNotice(`${file} does not list exercises: difficulty and topics are left out`);
    return new Map();
  }
  return new Map(
    parsed.data.exercises.practice.map(({ slug, difficulty, topics, practices }) => [
      slug,
      { ...(typeof difficulty === 'number' && { difficulty: levelOf(difficulty) }), topics: topics ?? practices ?? [] },
    ]),
  );
}

function levelOf(difficulty: number): string {
  return difficulty <= levels.easy ? 'easy' : difficulty <= levels.medium ? 'medium' : 'hard';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
