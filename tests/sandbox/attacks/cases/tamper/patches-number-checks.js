// expects: refuted-throughout — nothing is NaN, everything is finite, whole and 6
for (const name of ['isNaN', 'isFinite', 'isInteger', 'isSafeInteger', 'parseFloat', 'parseInt']) {
  Number[name] = () => true;
  globalThis[name] = () => 6;
}
globalThis.Number = Object.assign(() => 6, { isInteger: () => true });
Math.abs = Math.max = Math.min = Math.trunc = () => 0;
export const sum = () => 0;
