// expects: refuted-throughout — an instance whose class poses as an asymmetric matcher
class Anything {
  get $$typeof() {
    return Symbol.for('jest.asymmetricMatcher');
  }
  asymmetricMatch() {
    return true;
  }
  getExpectedType() {
    return 'number';
  }
}
export const sum = () => new Anything();
