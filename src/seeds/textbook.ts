import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../core/error.ts';
import type { Difficulty, Seed } from '../core/seed.ts';
import { readText } from '../input/read-text.ts';

const heading = /^(#{1,4})\s+(.+?)\s*#*$/u;
const exercises = /^(?:exercises?|practi[cs]e|problems|try it|questions)\b/iu;
const leastWords = 40;

/**
 * Seeds from a textbook's sections (in the manner of Phi; Gunasekar et al. 2023): each Markdown heading with enough
 * prose under it is a lesson, with its code and, where a section of exercises follows, those.
 * Throws an input error where the folder has no Markdown file, or no lesson.
 */
export function readTextbook(folder: string): readonly Seed[] {
  const seeds = markdownFiles(folder).flatMap((name) => lessonsOf(name, readText(join(folder, name), 'the textbook')));
  if (seeds.length > 0) return seeds;
  throw inputError('no-seeds', `No section of the Markdown files in ${folder} has ${leastWords} words of prose.`);
}

function markdownFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:md|markdown)$/iu.test(name))
      .toSorted();
  } catch (cause) {
    throw inputError('seeds-unreadable', `Cannot read the textbook ${folder}: check seeds.textbooks.`, cause);
  }
}

interface Section {
  readonly title: string;
  readonly lines: string[];
}

function lessonsOf(file: string, text: string): Seed[] {
  const topic = slugOf(file.replace(/\.\w+$/u, ''));
  const taken = new Map<string, number>();
  return withExercises(sectionsOf(text)).flatMap(({ title, lines }): Seed[] => {
    const lesson = lines.join('\n').trim();
    if (wordsOf(lesson) < leastWords) return [];
    const slug = slugOf(title);
    const times = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, times);
    const id = `${topic}/${slug}${times === 1 ? '' : `-${times}`}`;
    return [{ id, topic, kind: 'lesson', title, difficulty: difficultyOf(lesson), text: lesson, tags: [] }];
  });
}

function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let isFenced = false;
  for (const line of text.split(/\r?\n/u)) {
    if (/^\s*(?:```|~~~)/u.test(line)) isFenced = !isFenced;
    const title = isFenced ? undefined : heading.exec(line)?.[2];
    if (title === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ title, lines: [] });
  }
  return sections;
}

/** Exercises belong to the lesson before them. */
function withExercises(sections: readonly Section[]): Section[] {
  const lessons: Section[] = [];
  for (const section of sections) {
    const lesson = exercises.test(section.title) ? lessons.at(-1) : undefined;
    if (lesson) lesson.lines.push('', `${section.title}:`, ...section.lines);
    else lessons.push(section);
  }
  return lessons;
}

function wordsOf(lesson: string): number {
  const prose = lesson.replaceAll(/^\s*(```|~~~)[\s\S]*?^\s*\1/gmu, '');
  return prose.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
}

function difficultyOf(lesson: string): Difficulty {
  const words = wordsOf(lesson);
  return words < 120 ? 'easy' : words < 300 ? 'medium' : 'hard';
}

function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z\d]+/gu, '-');
  return plain.replaceAll(/^-+|-+$/gu, '') || 'section';
}
