// expects: malformed — a template that would swallow whatever is put behind the source
export default 'export const sum = () => 0; const rest = `${';
