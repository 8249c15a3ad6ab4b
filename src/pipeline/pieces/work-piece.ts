import { contentId } from '../../core/id.ts';
import type { SampleRow } from '../../core/rows.ts';
import type { Origin, Solution, Suite, Task } from '../../core/task.ts';
import { writeSuiteForCode } from '../../generate/write-suite-for-code.ts';
import type { Piece } from '../../seeds/pieces/piece.ts';
import { judgeSuites } from '../lane/judge-matrix.ts';
import { mannerOf, upTo, type LaneWork } from '../lane/lane-work.ts';
import { minimalSuites } from '../lane/minimal-suites.ts';
import { proveLane } from '../lane/prove-lane.ts';
import { recordSamples } from '../lane/record-decision.ts';
import type { Written } from '../lane/write-all.ts';
import type { RunPorts } from '../ports.ts';
import { taskRow } from '../rows.ts';
import { allDone } from '../stop.ts';

/** Of what no model wrote. */
const given: Origin = { sample: 0, model: 'given', temperature: 0 };

/**
 * Nothing says what the code is to do but the code, which is right as it is. If it changes its arguments, that is what
 * it is for.
 */
const codeDecides = 'Whatever the code does is right, also where it modifies its arguments in place.';

/**
 * A piece's way to a sample: the code stands as the only solution of a task whose statement is not known yet. Its own
 * tests, or suites that are written for it, must accept it, reject stubs and kill mutants as any row's must.
 */
export async function workPiece(ports: RunPorts, lane: LaneWork, piece: Piece): Promise<SampleRow[]> {
  const { record } = lane;
  record.keep('draw');
  record.tally.make('draw', 'solution');
  const written = await writtenFor(ports, lane, piece);
  const judgements = await judgeSuites(ports, written, record);
  const trial = { ...written, task: { ...written.task, statement: codeDecides } };
  const decision = await proveLane(ports, trial, judgements);
  const decided = { written, judgements, decision, suiteRepairs: [] };
  return recordSamples(record, decided, await minimalSuites(ports, decided));
}

async function writtenFor(ports: RunPorts, lane: LaneWork, piece: Piece): Promise<Written> {
  const { seed } = piece;
  const task = taskOf(piece);
  const solution: Solution = { id: contentId('sol', [task.id, seed.code]), code: seed.code, origin: given };
  return {
    task,
    taskOrigins: [],
    solutions: [solution],
    suites: piece.tests === undefined ? await askForSuites(ports, lane, piece, task) : [ownSuite(task, piece.tests)],
    revisions: { solutions: [], suites: [] },
    unreadable: [],
    ...(seed.language === 'js' && { language: 'js' }),
  };
}

function taskOf({ seed, entryPoint, signature, kind }: Piece): Task {
  const { title, difficulty, topic } = seed;
  const id = contentId('task', [entryPoint, seed.code]);
  return { id, title, statement: '', signature, entryPoint, difficulty, topics: [topic], kind };
}

function ownSuite(task: Task, code: string): Suite {
  return { id: contentId('suite', [task.id, code]), code, blind: true, origin: given };
}

async function askForSuites(ports: RunPorts, { draw, record }: LaneWork, piece: Piece, task: Task): Promise<Suite[]> {
  const { blind_suites, sighted_suites } = ports.config.generate;
  const count = blind_suites + sighted_suites;
  record.tally.make('draw', 'suite-request', count);
  const request = { code: piece.seed.code, entryPoint: piece.entryPoint, draw: draw.key, manner: mannerOf(ports) };
  const replies = await allDone(upTo(count).map((sample) => writeSuiteForCode(ports.llm, { ...request, sample })));
  return replies.flatMap((reply, sample) => record.receive('tests', reply, { task: taskRow(task), sample }) ?? []);
}
