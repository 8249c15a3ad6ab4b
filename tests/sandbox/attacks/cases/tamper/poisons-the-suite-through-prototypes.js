// expects: refuted-throughout — changes the prototypes and constructors of instances that it is handed
export const area = (shape) => {
  const prototype = Object.getPrototypeOf(shape);
  for (const target of [
    prototype,
    prototype.constructor,
    Object.getPrototypeOf(prototype),
    shape.constructor.prototype,
  ]) {
    try {
      Object.assign(target, { area: () => 0, equals: () => true, is: () => true });
      Object.defineProperty(target, Symbol.hasInstance, { value: () => true, configurable: true });
    } catch {}
  }
  return 0;
};
