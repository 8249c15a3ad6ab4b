// expects: refuted-throughout — makes every object of its realm a matcher and returns an empty one
Object.prototype.asymmetricMatch = () => true;
Object.prototype.$$typeof = Symbol.for('jest.asymmetricMatcher');
export const sum = () => ({});
