// expects: refuted-throughout|timeout|memory|output — instances whose accessors make further instances, printed by the suite
class Node {
  get next() {
    return new Node();
  }
  toJSON() {
    return new Node();
  }
  get children() {
    return [new Node(), new Node(), new Node()];
  }
}
export const sum = () => new Node();
