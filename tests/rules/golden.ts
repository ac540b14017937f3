/** `npm run golden`: writes down what fires on every example. Review the diff. */
import { writeFileSync } from 'node:fs';
import { collectFires, GOLDEN } from './fires.js';

writeFileSync(GOLDEN, `${JSON.stringify(await collectFires(), null, 2)}\n`);
console.log(`wrote ${GOLDEN}`);
