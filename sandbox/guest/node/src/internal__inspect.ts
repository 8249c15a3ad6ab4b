import inspection from 'node-inspect-extracted';

// The package follows a newer Node, which colours the parts of a pattern.
// oxlint-disable-next-line import/no-named-as-default-member -- the package is a script: it has no named exports.
const { inspect } = inspection;
inspect.styles['regexp'] = 'red';
export default inspection;
