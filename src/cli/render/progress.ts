import { Presets, SingleBar } from 'cli-progress';
import type { OnEvent, RunEvent } from '../../pipeline/events.ts';

export interface Progress {
  readonly onEvent: OnEvent;
  end(): void;
}

/** Shows a run on a terminal as a bar with rate and time left, elsewhere as a plain line for each round. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : plainLines(stream);
}

/** What was spent, for each kept row, and what it comes to in the end if it goes on so; nothing where nothing costs. */
function spending({ kept, costUsd }: Extract<RunEvent, { kind: 'samples-admitted' }>, share: number): string {
  if (costUsd === 0) return '';
  const each = kept === 0 ? '' : `, $${(costUsd / kept).toFixed(4)} a row`;
  const inAll = share > 0 ? `, about $${(costUsd / Math.min(1, share)).toFixed(2)} in all` : '';
  return ` | $${costUsd.toFixed(2)}${each}${inAll}`;
}

function restNotice({ endpoint, why }: Extract<RunEvent, { kind: 'endpoint-rests' }>): string {
  return `the endpoint ${endpoint} is left alone for a while, others go on: ${why}`;
}

function bar(stream: NodeJS.WriteStream): Progress {
  const format = ' {bar} {value}/{total} seeds | {kept} kept | {rate}/s | {eta_formatted} left{spent}';
  const options = { format, stream, hideCursor: true, etaBuffer: 50, linewrap: false, gracefulExit: false };
  const shown = new SingleBar(options, Presets.shades_classic);
  const begun = Date.now();
  let done = 0;
  let kept = 0;
  let spent = '';
  let share = (_kept: number): number => 0;
  const update = (): void => {
    const rate = (done / Math.max(0.001, (Date.now() - begun) / 1000)).toFixed(1);
    shown.update(done, { kept, rate, spent });
  };
  const onEvent = (event: RunEvent): void => {
    if (event.kind === 'run-started') {
      const { seeds, target } = event;
      share = (so) => (target === null ? done / seeds : so / target);
      shown.start(seeds, 0, { kept, rate: '0.0', spent });
    } else if (event.kind === 'lane-settled') done += 1;
    else if (event.kind === 'samples-admitted') {
      kept = event.kept;
      spent = spending(event, share(kept));
    } else if (event.kind === 'endpoint-rests') stream.write(`\n${restNotice(event)}\n`);
    update();
  };
  return { onEvent, end: () => shown.stop() };
}

function plainLines(stream: NodeJS.WriteStream): Progress {
  let seeds = 0;
  let drawn = 0;
  let target: number | null = null;
  const say = (line: string): void => void stream.write(`${line}\n`);
  const onEvent = (event: RunEvent): void => {
    switch (event.kind) {
      case 'run-resumed':
        say(
          `going on with the run of this directory${event.reopened > 0 ? `, ${event.reopened} unjudged steps anew` : ''}`,
        );
        break;
      case 'run-started':
        ({ seeds, target } = event);
        break;
      case 'round-started':
        drawn += event.seeds;
        break;
      case 'samples-admitted':
        say(
          `seeds ${drawn}/${seeds}, kept ${event.kept}${target === null ? '' : `/${target}`}${spending(event, target === null ? drawn / seeds : event.kept / target)}`,
        );
        break;
      case 'endpoint-rests':
        say(restNotice(event));
        break;
      case 'lane-settled':
      case 'round-ended':
      case 'backtranslation-settled':
      case 'files-written':
        break;
    }
  };
  return { onEvent, end: () => {} };
}
