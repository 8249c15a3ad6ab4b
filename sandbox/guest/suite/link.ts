/** The suite's end of the membrane. */
import { promiseThen } from '../membrane/natives.ts';
import { Peer } from '../membrane/peer.ts';
import { clock } from './clock.ts';
import { isSecret, isUncatchable } from './guards.ts';
import { print } from './print.ts';
import { tellGlobals } from './watched-globals.ts';

export interface Lines {
  /** Gives a request to the solution and waits for its answer. */
  readonly send: (text: string) => string;
  /** Gives the solution the news, lets its promise reactions run, and gives back its news. */
  readonly pump: (news: string) => string;
}

let lines: Lines = { send: () => '', pump: () => '' };
let isPumping = false;
let onChange: () => void = () => undefined;
const resolved = Promise.resolve();
const escaped: unknown[] = [];
/** Timers of the solution by its own numbers. */
const timers = new Map<number, number>();

/** Made with the snapshot: a candidate finds it ready. */
const peer: Peer = new Peer({
  side: 'suite',
  send(text) {
    schedulePump();
    return lines.send(text);
  },
  clock: { read: readClock, write: (time) => clock.write(time) },
  onEvent: heard,
  isSecret,
  isUncatchable,
  onBroken: () => escaped.push(new Error('the solution gave no answer that could be read')),
  onNews: schedulePump,
  onChange: () => onChange(),
  beforeSend: () => tellGlobals((event) => peer.tell(event)),
});

/** Takes the host's functions. */
export function connect(given: Lines): void {
  lines = given;
}

function readClock(): string {
  const time = clock.read();
  return `${time[0]},${time[1]}`;
}

export function link(): Peer {
  return peer;
}

/** Has a function called whenever objects of the solution may have changed. */
export function onSolutionChange(listener: () => void): void {
  const before = onChange;
  onChange = () => {
    before();
    listener();
  };
}

/**
 * Promise reactions of the solution run as soon as the code of the suite that is at work has come to its end, as they
 * would if both shared a queue.
 */
function schedulePump(): void {
  if (isPumping) return;
  isPumping = true;
  promiseThen(resolved, pumpOnce, pumpOnce);
}

function pumpOnce(): void {
  isPumping = false;
  exchangeNews();
}

/** Lets the reactions of the solution run and hears what came of them. */
export function exchangeNews(): void {
  const news = lines.pump(link().news());
  const escaping = link().throws.takeEscaping();
  if (escaping !== undefined && !isSecret(escaping.thrown as object)) escaped.push(escaping.thrown);
  if (news === '') return;
  link().hear(news);
  schedulePump();
}

/** Takes no more account of what has escaped so far. */
export function forgetEscaped(): void {
  escaped.length = 0;
  link().throws.takeEscaping();
  link().throws.forgetWithheld();
  timers.clear();
}

/** Errors that no test saw although they are reasons to fail: assertions in callbacks that ran on their own. */
export function escapedErrors(): readonly unknown[] {
  return [...escaped, ...link().throws.withheld.filter((reason) => reason !== undefined)];
}

function heard(event: readonly unknown[]): void {
  const [name, first, ms, repeat] = event as readonly [string, number, number, boolean];
  if (name === 'print') print(String(first));
  if (name === 'timer')
    timers.set(
      first,
      clock.set(() => fire(first, repeat), { ms, repeat }),
    );
  if (name === 'clear') {
    clock.clear(timers.get(first));
    timers.delete(first);
  }
}

function fire(id: number, repeat: boolean): void {
  if (!repeat) timers.delete(id);
  link().ask('fire', [id]);
}
