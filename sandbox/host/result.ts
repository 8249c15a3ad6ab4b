import { isolation, type Report, type TestReport, type TestStyle } from '../types.ts';

interface GuestResult {
  readonly tests: readonly TestReport[];
  readonly collected: number;
  /** How many `console.assert` a script had. */
  readonly assertions?: number;
  readonly uncaught: readonly string[];
  readonly console: string;
  readonly broken?: string;
}

/** Checks and reads what the guest reported. */
export function readResult(text: string, { outputKb, style }: { outputKb: number; style: TestStyle }): Report {
  const result = parse(text);
  if (result === undefined) return noSuite('the report of the tests is not readable');
  if (result.broken !== undefined) return noSuite(`the suite fails while it is collected: ${result.broken}`);
  if (result.collected === 0) return noSuite('the suite has no test');
  if (style === 'console.assert' && result.assertions === 0 && result.tests[0]?.outcome === 'passed') {
    return noSuite('the suite asserts nothing');
  }
  const hooks = result.tests.filter(({ name }) => name.endsWith(afterAllMark)).length;
  if (result.tests.length < result.collected || result.tests.length > result.collected + hooks) {
    return noSuite(`${result.collected} tests were collected, ${result.tests.length} reported`);
  }
  const tests = [...result.tests, ...result.uncaught.map(uncaughtTest)];
  if (JSON.stringify(tests).length > outputKb * 1024) return { kind: 'stopped', side: 'unknown', limit: 'output' };
  return { kind: 'ran', isolation, tests, console: result.console };
}

const afterAllMark = '(afterAll)';

function parse(text: string): GuestResult | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isResult(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isResult(value: unknown): value is GuestResult {
  if (typeof value !== 'object' || value === null) return false;
  const { tests, collected, uncaught } = value as Partial<GuestResult>;
  return Array.isArray(tests) && typeof collected === 'number' && Array.isArray(uncaught);
}

function noSuite(message: string): Report {
  return { kind: 'malformed', side: 'suite', stage: 'link', message };
}

/** An error that no test caught fails the run under vitest too. */
function uncaughtTest(message: string): TestReport {
  return { name: '(uncaught error)', outcome: 'failed', message };
}
