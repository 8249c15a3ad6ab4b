import { Parser } from 'acorn';

export const nestedTooDeeply = 'The code is nested too deeply';

// How deep a text may be nested before the parser's stack is full depends on how warm the parser is. A budget that is
// used up earlier gives the same answer every time. It is spent by the methods that every kind of nesting goes through,
// by the stack that each was seen to take before it is compiled.
const budget = 4000;
const costs: Readonly<Record<string, number>> = {
  parseStatement: 4,
  parseFunctionBody: 6,
  parseClass: 6,
  parseBindingAtom: 8,
  parseMaybeAssign: 3,
  parseExprOp: 2,
  parseMaybeUnary: 8,
  parseNew: 4,
};

interface Internals {
  readonly start: number;
  spent?: number;
  raise(offset: number, message: string): never;
}

type Method = (this: Internals, ...inputs: unknown[]) => unknown;

/** The parser, refusing what is nested too deeply. */
export const ShallowParser: typeof Parser = Parser.extend((Base) => {
  class Shallow extends Base {}
  const methods = Shallow.prototype as unknown as Record<string, Method>;
  for (const [name, cost] of Object.entries(costs)) {
    const method = methods[name];
    if (method !== undefined) methods[name] = bounded(method, cost);
  }
  return Shallow;
});

function bounded(method: Method, cost: number): Method {
  return function (a, b, c, d, e) {
    this.spent = (this.spent ?? 0) + cost;
    if (this.spent > budget) this.raise(this.start, nestedTooDeeply);
    const node = method.call(this, a, b, c, d, e);
    this.spent -= cost;
    return node;
  };
}
