import { contentHash } from './id.ts';
import type { Message } from './ports.ts';

/** A prompt with typed slots, versioned by the hash of its text. */
export interface Prompt<Slot extends string> {
  readonly name: string;
  /** Of the template, not of a rendering: two rows with the same hash answered the same prompt. */
  readonly hash: string;
  render(slots: Readonly<Record<Slot, string>>): readonly Message[];
}

export interface PromptTemplate {
  readonly name: string;
  readonly system: string;
  /** Text with `{{slot}}` where a value goes. */
  readonly user: string;
}

/** Makes a prompt from a template; throws when a template names a slot twice differently spelt or not at all. */
export function definePrompt<Slot extends string>(template: PromptTemplate, slots: readonly Slot[]): Prompt<Slot> {
  const named = new Set(Array.from(template.user.matchAll(/\{\{(\w+)\}\}/gu), (match) => match[1] ?? ''));
  const unmatched = [...named.symmetricDifference(new Set<string>(slots))];
  if (unmatched.length > 0) throw new Error(`prompt ${template.name}: slots do not match: ${unmatched.join(', ')}`);
  return {
    name: template.name,
    hash: contentHash([template.system, template.user]).slice(0, 16),
    render: (values) => [
      { role: 'system', content: template.system },
      { role: 'user', content: fill(template.user, values) },
    ],
  };
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (_match, slot: string) => values[slot] ?? '');
}
