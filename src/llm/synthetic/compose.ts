import { Draws } from './draws.ts';
import { inputs, type Start } from './inputs.ts';
import type { Kind, Step, StepMaker } from './step.ts';
import { parseSteps } from './steps/formulas.ts';
import { itemEnds, itemRules, itemSteps } from './steps/items.ts';
import { linkEnds, linkRules, linkSteps } from './steps/links.ts';
import { numberEnds, numberRules, numberSteps } from './steps/numbers.ts';
import { spanEnds, spanRules, spanSteps } from './steps/spans.ts';
import { splitSteps, textRules, textSteps, wordEnds, wordRules, wordSteps } from './steps/texts.ts';

/** A task's steps in their order, and what they start from. */
export interface Composition {
  readonly start: Start;
  readonly steps: readonly Step[];
}

type Makers = readonly [StepMaker, ...StepMaker[]];

/** What keeps a kind, and what tasks of it may end with. */
interface Ways {
  /** Those that are drawn anew for each task: with two of them no task is like another. */
  readonly rules: Makers;
  readonly within: Makers;
  readonly ends?: Makers;
}

const ways: Readonly<Partial<Record<Kind, Ways>>> = {
  numbers: { rules: numberRules, within: [...numberSteps, ...numberRules], ends: numberEnds },
  text: { rules: textRules, within: textSteps },
  words: { rules: wordRules, within: wordSteps, ends: wordEnds },
  items: { rules: itemRules, within: itemSteps, ends: itemEnds },
  spans: { rules: spanRules, within: spanSteps, ends: spanEnds },
  links: { rules: linkRules, within: linkSteps, ends: linkEnds },
};

/** Steps that lead from what a task starts with to the kind of most of its steps. */
const opening: Readonly<Partial<Record<Start, Makers>>> = { formula: parseSteps, text: splitSteps };

const starts: readonly [Start, ...Start[]] = ['numbers', 'text', 'formula', 'words', 'items', 'spans', 'links'];

const mostSteps = 7;

/** The composition of a name: three to six steps, and a result of another kind more often than not. */
export function compose(name: unknown): Composition {
  const draws = new Draws(['compose', name]);
  const start = draws.pick(starts);
  const steps: Step[] = [];
  const opens = opening[start];
  const staysText = start === 'text' && draws.chance(0.3);
  if (start === 'text' && !staysText && draws.chance(0.5)) add(steps, draws, textRules);
  if (opens && !staysText) add(steps, draws, opens);
  add(steps, draws, waysOf(steps, start).rules);
  const length = draws.between(1, 2);
  for (let count = 0; count < length; count += 1) add(steps, draws, waysOf(steps, start).within);
  add(steps, draws, waysOf(steps, start).rules);
  const { ends } = waysOf(steps, start);
  if (ends && draws.chance(0.65)) add(steps, draws, ends);
  return { start, steps };
}

/** The same with two further steps, before the one that it ends with. */
export function extend({ start, steps }: Composition, name: unknown): Composition {
  if (steps.length >= mostSteps) return compose(['anew', name]);
  const draws = new Draws(['extend', name]);
  const last = steps.at(-1);
  const before = steps.slice(0, -1);
  const isEnd = last !== undefined && last.to !== kindAfter(before, start);
  const kept = isEnd ? [...before] : [...steps];
  const { rules, within } = waysOf(kept, start);
  for (const makers of draws.chance(0.5) ? [rules, within] : [within, rules]) add(kept, draws, makers);
  return { start, steps: isEnd ? [...kept, last] : kept };
}

function waysOf(steps: readonly Step[], start: Start): Ways {
  const found = ways[kindAfter(steps, start)];
  if (!found) throw new Error(`no steps lead on from ${kindAfter(steps, start)}`);
  return found;
}

function kindAfter(steps: readonly Step[], start: Start): Kind {
  return steps.at(-1)?.to ?? inputs[start].kind;
}

/** Adds a step that the task has not yet; one that can only repeat another gets a name of its own. */
function add(steps: Step[], draws: Draws, makers: Makers): void {
  const made = draws.list(3, () => draws.pick(makers)(draws));
  const isNew = ({ name }: Step): boolean => steps.every((known) => known.name.replace(/\d+$/u, '') !== name);
  const chosen = made.find(isNew) ?? made[0];
  if (!chosen) return;
  const again = isNew(chosen) ? '' : String(steps.length + 1);
  steps.push({ ...chosen, name: `${chosen.name}${again}` });
}
