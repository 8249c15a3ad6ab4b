// expects: accepted — a hashbang line
export default '#!/usr/bin/env node\nexport const sum = (xs) => xs.reduce((a, b) => a + b, 0);';
