const standard = /\b\w*DecoratorContext\b|\.addInitializer\s*\(/;

/** Whether decorators are written for the standard form, which nothing here can translate. */
export function hasStandardDecorators(text: string): boolean {
  return standard.test(text);
}

/**
 * The functions that translated decorators call, on one line. Decorators are applied from the last to the first, and
 * each may replace what it decorates: a class, or the descriptor of a member.
 */
export const decoratorHelpers: string = `const babelHelpers = {
  decorate(decorators, target, key, own) {
    const isMember = arguments.length > 2;
    let result = isMember ? (own === null ? Object.getOwnPropertyDescriptor(target, key) : own) : target;
    for (const decorator of decorators.reverse()) {
      result = (isMember ? decorator(target, key, result) : decorator(result)) || result;
    }
    if (isMember && result) Object.defineProperty(target, key, result);
    return result;
  },
  decorateParam: (index, decorator) => (target, key) => decorator(target, key, index),
};`.replaceAll(/\n\s*/g, ' ');
