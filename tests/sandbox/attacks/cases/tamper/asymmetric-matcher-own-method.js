// expects: refuted-throughout — poses as an asymmetric matcher by methods of its own
const matcher = () => ({
  $$typeof: Symbol.for('jest.asymmetricMatcher'),
  sample: 6,
  inverse: false,
  asymmetricMatch: () => true,
  toString: () => 'Anything',
  toAsymmetricMatcher: () => 'Anything',
});
export const sum = () => matcher();
