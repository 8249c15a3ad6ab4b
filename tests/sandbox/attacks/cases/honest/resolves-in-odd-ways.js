// expects: accepted — thenables, promises of promises, subclasses of Promise, and functions that are awaited
export class Query {
  constructor(rows) {
    this.rows = rows;
  }
  where(f) {
    return new Query(this.rows.filter(f));
  }
  then(resolve, reject) {
    return Promise.resolve(this.rows).then(resolve, reject);
  }
}
export const query = (...rows) => ({ from: () => new Query(rows) });
export class Task extends Promise {
  static make(value) {
    return new Task((resolve) => setTimeout(resolve, 1, value));
  }
  twice() {
    return this.then((x) => x * 2);
  }
}
export const deferred = () => Promise.withResolvers();
export const settle = (promises) => Promise.allSettled(promises);
