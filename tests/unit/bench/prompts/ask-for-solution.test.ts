import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../../src/bench/problem.ts';
import { askForSolution } from '../../../../src/bench/prompts/ask-for-solution.ts';

const problem: Problem = {
  id: 'own/double',
  prompt: '/** Twice a number. */\nexport function double(n: number): number {\n',
  entryPoint: 'double',
  language: 'ts',
  tests: '',
  stop: [],
  topics: [],
};

describe('askForSolution', () => {
  test('gives instructions, the problem, its language and the name that is wanted', () => {
    const [system, user] = askForSolution(problem, { style: 'instruct' });
    expect(system?.role).toBe('system');
    expect(user?.content).toContain('Solve this problem in TypeScript.');
    expect(user?.content).toContain('Twice a number.');
    expect(user?.content).toContain('It defines and exports `double`.');
  });

  test('asks for what the tests import where no name is known', () => {
    const { entryPoint: _name, ...nameless } = problem;
    const [, user] = askForSolution({ ...nameless, language: 'js' }, { style: 'instruct' });
    expect(user?.content).toContain('in JavaScript');
    expect(user?.content).toContain('It exports what the problem asks for.');
  });

  test('puts a system message of the user in the place of its own', () => {
    const messages = askForSolution(problem, { style: 'instruct', system: 'Be brief.' });
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(messages[0]?.content).toBe('Be brief.');
  });

  test('raw: the prompt as it is and nothing else', () => {
    expect(askForSolution(problem, { style: 'raw' })).toEqual([{ role: 'user', content: problem.prompt }]);
    expect(askForSolution(problem, { style: 'raw', system: 'Go on.' })).toHaveLength(2);
  });
});
