// expects: accepted — keeps the caller's objects and sees what the caller changes in them
let kept;
export const keep = (value) => {
  kept = value;
};
export const look = () => kept;
export const size = () => kept.length;
const tracked = new WeakMap();
export const track = (it) => tracked.set(it, (tracked.get(it) ?? 0) + 1) && undefined;
export const timesTracked = (it) => tracked.get(it) ?? 0;
export class View {
  constructor(items) {
    this.items = items;
  }
  get total() {
    return this.items.reduce((a, b) => a + b, 0);
  }
}
