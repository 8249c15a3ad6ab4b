import type { Draws } from './draws.ts';

/** An expression over a whole number, in code and in words, and the same with a slip. */
export interface Expression {
  readonly code: string;
  readonly says: string;
  readonly off: string;
}

/** What an expression is made of: a name in code, and what it is called. */
export interface Subject {
  readonly code: string;
  readonly says: string;
}

const number: Subject = { code: 'n', says: 'the number' };

type Form = (code: string, says: string) => Expression;

/** A whole number made of another in two or three steps: always a whole number, and never -0. */
export function mapping(draws: Draws, subject: Subject = number): Expression {
  const inner = pickMapping(draws)(subject.code, subject.says);
  return draws.chance(0.4) ? around(draws, around(draws, inner)) : around(draws, inner);
}

function around(draws: Draws, inner: Expression): Expression {
  const outer = pickMapping(draws);
  const { code, says } = outer(`(${inner.code})`, `(${inner.says})`);
  return { code, says, off: outer(`(${inner.off})`, '').code };
}

function pickMapping(draws: Draws): Form {
  const [a, b, m] = [draws.between(2, 9), draws.between(1, 29), draws.between(5, 23)];
  return draws.pick<Form>([
    (v, w) => ({ code: `${v} * ${a} + ${b}`, says: `${a} times ${w}, plus ${b}`, off: `${v} * ${a} + ${b + 1}` }),
    (v, w) => ({
      code: `Math.abs(${v} - ${b}) * ${a}`,
      says: `${a} times the distance of ${w} from ${b}`,
      off: `(${v} - ${b}) * ${a}`,
    }),
    (v, w) => ({
      code: `(((${v} + ${b}) % ${m}) + ${m}) % ${m}`,
      says: `the remainder, from 0 to ${m - 1}, of dividing ${w} plus ${b} by ${m}`,
      off: `(((${v} + ${b + 1}) % ${m}) + ${m}) % ${m}`,
    }),
    (v, w) => ({
      code: `Math.floor((${v} * ${a} + ${b}) / ${m})`,
      says: `${a} times ${w}, plus ${b}, divided by ${m} and rounded down`,
      off: `Math.ceil((${v} * ${a} + ${b}) / ${m})`,
    }),
    (v, w) => ({
      code: `Math.min(Math.max(${v} * ${a}, -${b}), ${b + m})`,
      says: `${a} times ${w}, but no less than -${b} and no more than ${b + m}`,
      off: `Math.min(Math.max(${v} * ${a}, -${b}), ${b + m - 1})`,
    }),
    (v, w) => ({
      code: `${v} > ${b} ? ${v} - ${a} : ${v} + ${m}`,
      says: `${w} less ${a} where that is above ${b}, else plus ${m}`,
      off: `${v} >= ${b} ? ${v} - ${a} : ${v} + ${m}`,
    }),
  ]);
}

/** Two things of which one or both must hold of a whole number. */
export function condition(draws: Draws, subject: Subject = number): Expression {
  const [first, second] = [pickCondition(draws, subject), pickCondition(draws, mapped(draws, subject))];
  const isBoth = draws.chance(0.15);
  const [sign, word] = isBoth ? ['&&', 'and'] : ['||', 'or'];
  return {
    code: `(${first.code}) ${sign} (${second.code})`,
    says: `${first.says}, ${word} ${second.says}`,
    off: `(${first.off}) ${sign} (${second.code})`,
  };
}

function mapped(draws: Draws, { code, says }: Subject): Subject {
  const made = pickMapping(draws)(code, says);
  return { code: `(${made.code})`, says: made.says };
}

function pickCondition(draws: Draws, { code: v, says: w }: Subject): Expression {
  const [a, b, m] = [draws.between(2, 7), draws.between(1, 19), draws.between(3, 11)];
  const rest = draws.between(1, m - 1);
  return draws.pick<Expression>([
    { code: `${v} >= ${b}`, says: `${w} is at least ${b}`, off: `${v} > ${b}` },
    { code: `${v} < ${b} * ${a}`, says: `${w} is below ${b * a}`, off: `${v} <= ${b} * ${a}` },
    {
      code: `((${v} % ${m}) + ${m}) % ${m} <= ${rest}`,
      says: `${w} leaves a remainder of at most ${rest} when divided by ${m} (from 0 to ${m - 1}, for negative numbers too)`,
      off: `((${v} % ${m}) + ${m}) % ${m} < ${rest}`,
    },
    {
      code: `Math.abs(${v} - ${b}) > ${a}`,
      says: `${w} lies more than ${a} away from ${b}`,
      off: `Math.abs(${v} - ${b}) >= ${a}`,
    },
    { code: `${v} % ${a} !== 0`, says: `${w} is no multiple of ${a}`, off: `${v} % ${a + 1} !== 0` },
    {
      code: `${v} >= -${b} && ${v} <= ${b + m}`,
      says: `${w} lies between -${b} and ${b + m}, both included`,
      off: `${v} > -${b} && ${v} < ${b + m}`,
    },
  ]);
}
