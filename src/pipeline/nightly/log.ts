import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { destination, pino, type Logger } from 'pino';
import type { RunEvent } from '../events.ts';

export interface NightLog extends Disposable {
  onEvent(event: RunEvent): void;
  note(notice: string): void;
}

/** Writes what happens in a night as a line of JSON each, without what is secret. */
export function openNightLog(path: string, night: string, secrets: readonly string[]): NightLog {
  mkdirSync(dirname(path), { recursive: true });
  const file = destination({ dest: path, sync: true, append: true });
  const logger: Logger = pino(
    { base: { night }, timestamp: pino.stdTimeFunctions.isoTime },
    {
      write: (line: string) => void file.write(redacted(line, secrets)),
    },
  );
  return {
    onEvent: (event) => logEvent(logger, event),
    note: (notice) => logger.warn(notice),
    [Symbol.dispose]: () => file.end(),
  };
}

function logEvent(logger: Logger, event: RunEvent): void {
  const { kind, ...more } = event;
  switch (event.kind) {
    case 'round-ended':
      return logger.info(
        { event: kind, draws: event.lanes.map(({ draw }) => draw.key), kept: event.lanes.flatMap((lane) => lane.kept) },
        'a round has ended',
      );
    case 'endpoint-rests':
      return logger.warn({ event: kind, ...more }, 'an endpoint is left alone for a while');
    case 'lane-settled':
    case 'backtranslation-settled':
      return logger.debug({ event: kind, ...more });
    default:
      return logger.info({ event: kind, ...more });
  }
}

/** Whatever a message repeats, a secret is not written down. */
function redacted(line: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (text, secret) => (secret === '' ? text : text.replaceAll(JSON.stringify(secret).slice(1, -1), '[secret]')),
    line,
  );
}
