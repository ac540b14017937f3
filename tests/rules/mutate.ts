/** `npm run mutate`: every mutant of every secret rule; lists those no example notices. */
import { mutantsOf, originalsOf, tally } from './mutants.js';
import { secretSubjects } from './subjects.js';

const subjects = secretSubjects();
const { caught, escaped } = await tally(subjects.flatMap(mutantsOf), await originalsOf(subjects));
for (const line of escaped) console.log(line);
const all = caught + escaped.length;
console.log(`${caught} of ${all} mutants noticed, ${((100 * caught) / all).toFixed(1)} %`);
