import type { Suite } from '../../core/task.ts';
import { repairSuite } from '../../generate/repair-suite.ts';
import type { RunPorts } from '../ports.ts';
import type { SuiteRepair } from '../products/suite-repairs.ts';
import { taskRow } from '../rows.ts';
import type { DecidedTask } from './decided-task.ts';
import { judgeSuites } from './judge-matrix.ts';
import { proveLane } from './prove-lane.ts';
import { mannerOf, type LaneWork } from './lane-work.ts';
import { keptBy, type ScoredSuite, weakSuiteOf } from './weak-suite.ts';

/**
 * Has a suite that lets mutants live written again, as often as the configuration says. What is written joins the
 * task's suites, and all is decided anew: a repair replaces nothing, and is found out as every wrong suite is.
 */
export async function repairSuites(ports: RunPorts, lane: LaneWork, decided: DecidedTask): Promise<DecidedTask> {
  const { blind_suites, sighted_suites, suite_repairs: most } = ports.config.generate;
  const firstSample = blind_suites + sighted_suites;
  let known = decided;
  for (let round = 0; round < most; round += 1) {
    const weak = weakSuiteOf(known);
    if (!weak) break;
    const answer = await askAgain(ports, lane, { known, weak, sample: firstSample + round });
    if (answer === 'fault') break;
    if (answer) known = await withRepair(ports, lane, { known, weak, suite: answer });
  }
  return known;
}

interface Asking {
  readonly known: DecidedTask;
  readonly weak: ScoredSuite;
  readonly sample: number;
}

/** The suite that the model wrote; undefined where its reply holds none, `fault` where there was no reply. */
async function askAgain(
  ports: RunPorts,
  { draw, record }: LaneWork,
  { known, weak, sample }: Asking,
): Promise<Suite | 'fault' | undefined> {
  const { task, suites } = known.written;
  record.tally.make('solve', 'suite-request');
  const request = { task, draw: draw.key, sample, manner: mannerOf(ports), weak, known: suites };
  const reply = await repairSuite(ports.llm, request);
  const suite = record.receive('tests', reply, { task: taskRow(task), sample });
  return reply.ok ? suite : 'fault';
}

interface Repairing {
  readonly known: DecidedTask;
  readonly weak: ScoredSuite;
  readonly suite: Suite;
}

async function withRepair(
  ports: RunPorts,
  { record }: LaneWork,
  { known, weak, suite }: Repairing,
): Promise<DecidedTask> {
  const { solutions, suites } = known.written;
  const column = await judgeSuites(ports, { solutions, suites: [suite] }, record);
  const judgements = known.judgements.map((row, index) => [...row, ...(column[index] ?? [])]);
  const written = { ...known.written, suites: [...suites, suite] };
  const decision = await proveLane(ports, written, judgements);
  const scoreAfter = keptBy(suite.id, decision.solutions[solutions.indexOf(weak.solution)]);
  const isBetter = scoreAfter !== undefined && scoreAfter > weak.score;
  const more = isBetter ? [repairOf(weak, suite, scoreAfter)] : [];
  return { written, judgements, decision, suiteRepairs: [...known.suiteRepairs, ...more] };
}

function repairOf(
  { solution, suite: before, score, survivors }: ScoredSuite,
  after: Suite,
  scoreAfter: number,
): SuiteRepair {
  const codes = { solution: solution.code, before: before.code, after: after.code };
  return { ...codes, scoreBefore: score, scoreAfter, survived: survivors };
}
