// expects: accepted — overflows the stack inside its caller's functions and reads the frames of that error
const found = [];
let sites = [];
Error.prepareStackTrace = (error, frames) => {
  if (error instanceof RangeError) sites = frames;
  return '';
};
Error.stackTraceLimit = 50;
const own = new Set();
const dig = (use, depth) => {
  try {
    if (depth > 0) dig(use, depth - 1);
    else use();
  } catch (error) {
    void error.stack;
  }
};
own.add(dig);
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = ({ call, point, list }) => {
  const uses = [() => call([list]), () => point.double(), () => call(call)];
  for (const use of uses) {
    own.add(use);
    for (let depth = 6000; depth < 14_000; depth += 97) dig(use, depth);
    for (const site of sites) {
      const callee = site.getFunction?.();
      if (typeof callee === 'function' && !own.has(callee)) found.push(`function ${callee.name}`);
      const receiver = site.getThis?.();
      if (receiver !== undefined && receiver !== null && receiver !== globalThis) found.push('this');
    }
  }
};
export const reached = () => [...new Set(found)];
