// expects: malformed — a comment that would swallow whatever is put behind the source
export default 'export const sum = () => 0; /* and so on';
