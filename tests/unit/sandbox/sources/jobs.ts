import { compileFunction } from 'node:vm';
import { expect } from 'vitest';
import { prepare } from '../../../../sandbox/host/sources/prepare.ts';
import type { Malformed, Prepared, Unit } from '../../../../sandbox/host/sources/unit.ts';
import { defaultLimits, type Job } from '../../../../sandbox/types.ts';

export function job(parts: Partial<Job>): Job {
  return { id: 'job', solution: '', suite: '', language: 'ts', seed: 1, limits: defaultLimits, ...parts };
}

/** What a job is made into; it is expected to be well-formed. */
export function prepared(parts: Partial<Job>): Prepared {
  const outcome = prepare(job(parts));
  if (outcome.kind === 'malformed') return expect.fail(outcome.message);
  return outcome;
}

/** Why a job is malformed; it is expected to be. */
export function refused(parts: Partial<Job>): Malformed {
  const outcome = prepare(job(parts));
  if (outcome.kind === 'prepared') return expect.fail('the job is well-formed');
  return outcome;
}

export function solution(text: string, language: Job['language'] = 'ts'): Unit {
  return prepared({ solution: text, language }).solution;
}

export interface Ran {
  readonly exports: unknown;
  /** Reads what is offered, at the time of the call. */
  readonly offered: (name: string) => unknown;
}

/** Compiles a CommonJS unit as a host would, or throws. */
export function compileScript({ code }: Unit): (...inputs: unknown[]) => unknown {
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname', '__offer'];
  return compileFunction(code, parameters) as (...inputs: unknown[]) => unknown;
}

/** Runs a CommonJS unit as a host would. */
export function runScript(unit: Unit, modules: Readonly<Record<string, unknown>> = {}): Ran {
  expect(unit.format).toBe('commonjs');
  let table: Readonly<Record<string, () => unknown>> = {};
  const module = { exports: {} };
  const run = compileScript(unit);
  const offered = (name: string) => table[name]?.();
  try {
    run.call(
      module.exports,
      module.exports,
      (name: string) => modules[name],
      module,
      '',
      '',
      (offer: typeof table) => {
        table = offer;
      },
    );
  } catch (error) {
    return { exports: error, offered };
  }
  return { exports: module.exports, offered };
}

/** Imports an ES module unit that itself imports nothing. */
export async function runModule({ code, format }: Unit): Promise<Readonly<Record<string, unknown>>> {
  expect(format).toBe('module');
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  return (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
}
