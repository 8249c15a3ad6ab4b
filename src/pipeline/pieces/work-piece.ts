import { contentId } from '../../core/id.ts';
import type { Fault } from '../../core/fault.ts';
import type { SampleRow } from '../../core/rows.ts';
import type { Origin, Solution, Suite, Task } from '../../core/task.ts';
import { writeSuiteForCode } from '../../generate/write-suite-for-code.ts';
import type { Piece } from '../../seeds/pieces/piece.ts';
import { judgeSuites } from '../lane/judge-matrix.ts';
import { mannerOf, upTo, type LaneWork } from '../lane/lane-work.ts';
import { minimalSuites } from '../lane/minimal-suites.ts';
import { proveLane } from '../lane/prove-lane.ts';
import { recordSamples } from '../lane/record-decision.ts';
import { matrixTrace } from '../trace/matrix-trace.ts';
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
  const asked = await suitesFor(ports, lane, piece);
  if (asked.suites.length === 0 && asked.fault) {
    record.fault('decide', asked.fault);
    return [];
  }
  const written = writtenFor(piece, asked.suites);
  const judgements = await judgeSuites(ports, written, record);
  const trial = { ...written, task: { ...written.task, statement: codeDecides } };
  const decision = await proveLane(ports, trial, judgements);
  const decided = { written, judgements, decision, suiteRepairs: [] };
  record.add('matrix', matrixTrace(decided));
  return recordSamples(record, decided, await minimalSuites(ports, decided));
}

function writtenFor(piece: Piece, suites: readonly Suite[]): Written {
  const { seed } = piece;
  const task = taskOf(piece);
  const solution: Solution = { id: contentId('sol', [task.id, seed.code]), code: seed.code, origin: given };
  return {
    task,
    taskOrigins: [],
    solutions: [solution],
    suites,
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

/** Suites, and the first fault among the requests for them: code that no suite was asked about is not judged. */
interface AskedSuites {
  readonly suites: readonly Suite[];
  readonly fault?: Fault;
}

async function suitesFor(ports: RunPorts, lane: LaneWork, piece: Piece): Promise<AskedSuites> {
  const { tests, seed } = piece;
  if (tests === undefined) return await askForSuites(ports, lane, piece);
  return { suites: [{ id: contentId('suite', [seed.code, tests]), code: tests, blind: true, origin: given }] };
}

async function askForSuites(ports: RunPorts, { draw, record }: LaneWork, piece: Piece): Promise<AskedSuites> {
  const { blind_suites, sighted_suites } = ports.config.generate;
  const count = blind_suites + sighted_suites;
  record.tally.make('draw', 'suite-request', count);
  const request = { code: piece.seed.code, entryPoint: piece.entryPoint, draw: draw.key, manner: mannerOf(ports) };
  const replies = await allDone(upTo(count).map((sample) => writeSuiteForCode(ports.llm, { ...request, sample })));
  const task = taskRow(taskOf(piece));
  const suites = replies.flatMap((reply, sample) => record.receive('tests', reply, { task, sample }) ?? []);
  const failure = replies.find((reply) => !reply.ok);
  return { suites, ...(failure && !failure.ok && { fault: failure.fault }) };
}
