import type { PlayedScenario, Player, PlayerParts, Tampering } from './class-play.ts';
import type { ProbeParts } from './probe.ts';

export interface ScenarioProbeParts extends Omit<ProbeParts, 'draw'> {
  readonly draw: (runs: number) => PlayedScenario[];
  readonly scenarioPlayer: (parts: PlayerParts) => Player;
}

/**
 * Plays each scenario of a range and prints what came of it; those that are repeated are played once more, in step with
 * another instance where nothing is waited for, and twice by a caller who changes what it was given, and what it gave.
 *
 * Everything it needs is inside or handed in: its source runs in the sandbox.
 */
export async function probeScenarios(parts: ScenarioProbeParts): Promise<void> {
  const { text, shorten, print, draw, runs, repeats, anyOrder, range, settle, entryPoint } = parts;
  const longest = 1500;
  const shown = (one: string): string => (one.length <= longest ? one : shorten(one));
  const argumentText = (value: unknown): string => text(value, { namesFunctions: true });
  const listText = (list: readonly unknown[]): string => `(${list.map(argumentText).join(', ')})`;

  function scenarioText([[how, args], ...steps]: PlayedScenario): string {
    const texts = steps.map(([kind, name, list]) => {
      if (kind === 'get') return name;
      return kind === 'set' ? `${name} = ${argumentText(list[0])}` : `${name}${listText(list)}`;
    });
    return [`${how === 'new' ? 'new ' : ''}${listText(args)}`, ...texts].join('; ');
  }

  function scenarios(most: number): readonly { readonly text: string; readonly scenario: PlayedScenario }[] {
    const texts = new Set<string>();
    return draw(most).flatMap((scenario) => {
      const written = scenarioText(scenario);
      if (texts.has(written)) return [];
      texts.add(written);
      return [{ text: written, scenario }];
    });
  }

  function prepare(): readonly ReturnType<typeof scenarios>[] | undefined {
    try {
      const few = Math.min(runs, repeats);
      return [scenarios(runs), scenarios(few), scenarios(few), scenarios(few), scenarios(few)];
    } catch (thrown) {
      print(['unfit', 'suite', `no scenarios can be drawn: ${String(thrown)}`]);
      return undefined;
    }
  }

  /** The end of a line; there is none where nothing is shared. */
  const lends = (what: 'results' | 'arguments' | undefined): ['results' | 'arguments'] | [] => (what ? [what] : []);

  const prepared = prepare();
  if (prepared === undefined) return;
  const [first = [], besides = [], ...others] = prepared;
  if (typeof entryPoint() !== 'function') return print(['unfit', 'solution', 'the entry point is no class']);
  const onlyInputs = range[0] >= range[1];
  print(['inputs', first.length, onlyInputs ? first.map((one) => shown(one.text)) : []]);
  const play = parts.scenarioPlayer({ text, anyOrder, entryPoint });
  const ways: readonly Tampering[] = ['nothing', 'nothing', 'results', 'arguments'];
  for (let at = range[0]; at < Math.min(range[1], first.length); at++) {
    const copies = [first[at], ...(at < repeats ? others.map((other) => other[at]) : [])];
    const outcomes: { readonly kind: 'returned' | 'threw'; readonly text: string; readonly drifted: boolean }[] = [];
    let changed = false;
    for (const [way, copy] of copies.entries()) {
      if (copy === undefined) continue;
      // Where steps take time, those of another instance would take some from this one.
      const beside = way === 1 && settle === undefined ? besides[at]?.scenario : undefined;
      const playing = play(copy.scenario, { tampering: ways[way] ?? 'nothing', beside });
      let next = playing.next();
      // A script's job ends at its first wait, so there is none where nothing is to be waited for.
      while (next.done !== true) {
        const settled = settle ? await settle(next.value) : undefined;
        if (settled === undefined) return print(['promises']);
        next = playing.next(settled);
      }
      outcomes.push(next.value);
      if (way === 0) changed = scenarioText(copy.scenario) !== copy.text;
    }
    const [plain, again = plain, ...tampered] = outcomes;
    if (plain === undefined) return;
    const differs = (other: typeof plain | undefined): boolean =>
      other !== undefined && (other.kind !== plain.kind || other.text !== plain.text);
    const unsteady = differs(again);
    const [results, given] = unsteady ? [] : tampered;
    const lent = plain.drifted || differs(results) ? 'results' : differs(given) ? 'arguments' : undefined;
    const input = shown(first[at]?.text ?? '');
    print(['call', at, input, plain.kind, shown(plain.text), changed, unsteady, ...lends(lent)]);
  }
}
