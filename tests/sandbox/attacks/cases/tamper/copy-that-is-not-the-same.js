// expects: refuted-throughout — new objects where the same object is asked for
export const identity = (value) => structuredClone(value);
export const memo = () => ({ made: true });
export const first = (xs) => ({ ...xs[0] });
export class Builder {
  add() {
    return new Builder();
  }
}
export const wrap = (f) => () => f();
