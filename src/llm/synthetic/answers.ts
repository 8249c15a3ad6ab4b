import type { RequestLabel, RequestStage } from '../../core/ports.ts';
import type { Recording } from '../recordings.ts';
import { Draws } from './draws.ts';
import { dressed, fencedCode } from './dress.ts';
import { programOf, type Slip, type Style } from './program.ts';
import { suiteOf, type Strength } from './suite.ts';
import { syntheticTask, type SyntheticTask } from './task.ts';

/** Where pieces of work other than the task begin to be counted in reviews; see `workIndex` of the writing stage. */
const [solutionsFrom, testsFrom] = [1000, 2000];

const rates = {
  /** Of tasks: replies that hold none. */
  malformed: 0.02,
  /** Of evolutions: those that are of no use. */
  useless: 0.05,
  faulted: 0.3,
  rightSolution: 0.62,
  rightRepair: 0.8,
  rightRewrite: 0.85,
  /** From a name and a signature alone. */
  rightGuess: 0.1,
  strongSuite: 0.76,
  weakSuite: 0.17,
  /** Of wrong solutions: those that do not compile, and those that break off. */
  illTyped: 0.15,
  truncated: 0.05,
} as const;

interface Asked {
  readonly task: SyntheticTask;
  readonly label: RequestLabel;
  readonly draws: Draws;
}

/** Answers any request from what is known of its draw's task; the same request gets the same answer in every process. */
export function answerSynthetic(label: RequestLabel, { seed }: { readonly seed: number }): Recording {
  const task = syntheticTask(label.seed, seed);
  return answers[label.stage]({ task, label, draws: new Draws(['answer', seed, label]) });
}

const answers: Readonly<Record<RequestStage, (asked: Asked) => Recording>> = {
  screen: () => reply('{"educational": true, "reason": "It shows one idea in a few lines."}'),
  task: taskReply,
  evolve: taskReply,
  eliminate: ({ draws }) => {
    const useless = draws.pick(['no-new-information', 'copied-prompt', 'unanswerable', 'nonsense']);
    const verdict = draws.chance(rates.useless) ? useless : 'keep';
    return reply(JSON.stringify({ verdict, reason: 'Compared with the task before it, step by step.' }));
  },
  critique: ({ draws }) => {
    const fault = {
      principle: 'clear-statement',
      problem: 'What is returned should be said in a sentence of its own.',
    };
    return reply(JSON.stringify({ faults: draws.chance(rates.faulted) ? [fault] : [] }));
  },
  revise: (asked) => {
    const { task, label } = asked;
    if (label.sample < solutionsFrom) return taskReply(asked, ' The result is always a new value.');
    if (label.sample < testsFrom) return solutionReply(asked, rates.rightSolution, 'Revised.');
    return reply(fencedCode(`// Revised.\n${suiteOf(task, 'strong')}`));
  },
  solve: (asked) => solutionReply(asked, rates.rightSolution),
  bench: (asked) => solutionReply(asked, rates.rightSolution),
  repair: (asked) => solutionReply(asked, rates.rightRepair, `Corrected, ${asked.label.sample}.`),
  roundtrip: (asked) => solutionReply(asked, rates.rightRewrite),
  baseline: (asked) => solutionReply(asked, rates.rightGuess),
  tests: ({ task, draws }) => reply(dressed(fencedCode(suiteOf(task, strengthOf(draws.share()))), draws)),
  describe: ({ task }) => reply(`${task.statement}\n\nIts signature:\n\n${fencedCode(task.signature)}`),
};

function reply(content: string, more: Partial<Recording> = {}): Recording {
  return { model: 'synthetic', finishReason: 'stop', content, ...more };
}

function taskReply({ task, draws }: Asked, more = ''): Recording {
  if (draws.chance(rates.malformed)) return reply(`A good task about this would be to ${task.title.toLowerCase()}.`);
  const { title, statement, signature, entryPoint, difficulty, topics } = task;
  const fields = { title, statement: `${statement}${more}`, signature, entry_point: entryPoint, difficulty, topics };
  const json = JSON.stringify({ ...fields, kind: 'function' }, undefined, draws.pick([0, 2]));
  return reply(draws.chance(0.5) ? json : dressed(`\`\`\`json\n${json}\n\`\`\``, draws));
}

function strengthOf(share: number): Strength {
  if (share < rates.strongSuite) return 'strong';
  return share < rates.strongSuite + rates.weakSuite ? 'weak' : 'wrong';
}

/** A note makes the text another one than what it was made from. */
function solutionReply({ task, draws }: Asked, rightShare: number, note?: string): Recording {
  const style = draws.pick<Style>(['functional', 'imperative']);
  const isRight = draws.chance(rightShare);
  const noted = (code: string): string => (note === undefined ? code : `// ${note}\n${code}`);
  const right = noted(programOf(task, { style }));
  if (isRight) return thoughtful(task, draws, fencedCode(right));
  if (draws.chance(rates.truncated)) {
    const part = fencedCode(right).slice(0, Math.floor(right.length * 0.6));
    return { ...reply(part), finishReason: 'length' };
  }
  const [first, ...others] = task.slips;
  if (first === undefined || draws.chance(rates.illTyped)) return reply(fencedCode(illTyped(right)));
  const slip = draws.pick<Slip>([first, ...others]);
  return thoughtful(task, draws, fencedCode(noted(programOf(task, { style, slip }))));
}

/** Some models show their thoughts apart, some aloud, and most not at all. */
function thoughtful(task: SyntheticTask, draws: Draws, answer: string): Recording {
  const thought = `The work falls into ${task.steps.length} steps: ${task.steps.map(({ name }) => name).join(', ')}. Each is a function of its own.`;
  const way = draws.share();
  if (way < 0.25) return reply(dressed(answer, draws), { reasoning: thought });
  return reply(dressed(way < 0.35 ? `<think>\n${thought}\n</think>\n${answer}` : answer, draws));
}

/** A mistake that only a type check sees. */
function illTyped(code: string): string {
  return `${code}\nexport const version: number = 'one';\n`;
}
