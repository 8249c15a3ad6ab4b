import { availableParallelism, cpus, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { fine, note, problem, type Line } from './check.ts';

/** What is looked at of a machine; injected, so that each finding can be tried. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cores: number;
  readonly usableCores: number;
  readonly memoryBytes: number;
  /** Where a container allows less. */
  readonly allowedBytes: number | undefined;
  /** Files that a process may have open; undefined where that is not known. */
  readonly openFiles: number | undefined;
  readonly now: number;
}

const gb = 1024 ** 3;
/** A child process of the sandbox may take about so much before it is killed. */
const perChildGb = 0.4;
const leastOpenFiles = 1024;
/** A clock before this was never set. */
const written = Date.UTC(2026, 0, 1);

/** This machine. */
export function thisMachine(): Machine {
  const constrained = process.constrainedMemory();
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    usableCores: availableParallelism(),
    memoryBytes: totalmem(),
    allowedBytes: constrained > 0 && constrained < totalmem() ? constrained : undefined,
    openFiles: openFileLimit(),
    now: Date.now(),
  };
}

/** What a run needs of a machine. */
export function checkMachine(machine: Machine): readonly Line[] {
  return [
    nodeLine(machine),
    platformLine(machine),
    coresLine(machine),
    memoryLine(machine),
    filesLine(machine),
    clockLine(machine),
  ];
}

function nodeLine({ node }: Machine): Line {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isKnown = (major === 24 && minor >= 15) || major === 26;
  if (isKnown) return fine('node', node);
  return problem('node', node, 'Winnow runs on Node 24.15 or newer of 24, and on 26: install one of them.');
}

function platformLine({ platform }: Machine): Line {
  if (platform.startsWith('linux')) return fine('platform', platform);
  return note(
    'platform',
    platform,
    'Memory limits are enforced by reading /proc: only Linux has it. Elsewhere a candidate can take more memory before it is stopped.',
  );
}

function coresLine({ cores, usableCores }: Machine): Line {
  const found = usableCores < cores ? `${usableCores} of ${cores} cores may be used` : `${cores}`;
  if (usableCores > 1) return fine('cores', found);
  return note('cores', found, 'Writing and judging share one core: expect about half the speed.');
}

function memoryLine({ memoryBytes, allowedBytes, usableCores }: Machine): Line {
  const bytes = allowedBytes ?? memoryBytes;
  const needed = 1 + perChildGb * usableCores;
  const found = `${(bytes / gb).toFixed(1)} GB${allowedBytes === undefined ? '' : ' allowed here'}`;
  if (bytes / gb >= needed) return fine('memory', found);
  return note(
    'memory',
    found,
    `${usableCores} candidates at once may take ${needed.toFixed(1)} GB: lower verify.concurrency, or allow more.`,
  );
}

function filesLine({ openFiles }: Machine): Line {
  if (openFiles === undefined) return fine('open files', 'no limit known');
  if (openFiles >= leastOpenFiles)
    return fine('open files', openFiles === Infinity ? 'unlimited' : `up to ${openFiles}`);
  return note('open files', `up to ${openFiles}`, `Many requests at once need more: ulimit -n ${leastOpenFiles}`);
}

function clockLine({ now }: Machine): Line {
  const date = new Date(now).toISOString().slice(0, 10);
  if (now >= written) return fine('clock', date);
  return problem('clock', date, 'The clock was never set: deadlines and certificates go by it.');
}

function openFileLimit(): number | undefined {
  try {
    const limit = /^Max open files\s+(\S+)/mu.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return limit === undefined ? undefined : limit === 'unlimited' ? Infinity : Number(limit);
  } catch {
    return undefined;
  }
}
