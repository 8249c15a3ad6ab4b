// expects: refuted-throughout|timeout|memory — prints objects that loop when they are inspected
const loop = () => {
  for (;;);
};
const inspect = Symbol.for('nodejs.util.inspect.custom');
export const sum = () => {
  console.log({ [inspect]: loop, toString: loop, toJSON: loop });
  console.log(`${new Proxy({}, { get: loop, ownKeys: loop })}`);
  return 0;
};
