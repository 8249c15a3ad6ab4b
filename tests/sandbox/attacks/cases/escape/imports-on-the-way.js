// expects: accepted|malformed — imports host modules, files and the suite while it runs
const found = [];
const names = ['node:fs', 'fs', 'node:child_process', 'node:worker_threads', 'node:module', 'node:process', 'node:net'];
const paths = ['./suite', './suite.js', './solution.test.ts', '../package.json', '/etc/passwd', 'file:///etc/passwd'];
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = async () => {
  const wanted = [...names, ...paths, 'isolated-vm', 'https://example.com/x.js', 'data:text/javascript,0'];
  for (const name of wanted) {
    try {
      await import(name);
      found.push(name);
    } catch {}
  }
};
export const reached = () => found;
