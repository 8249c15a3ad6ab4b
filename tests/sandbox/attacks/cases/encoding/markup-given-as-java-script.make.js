// expects: malformed — markup in JavaScript
export default 'export const sum = (xs) => <div>{xs}</div>;';
