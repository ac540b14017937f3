import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Guard } from '../guard/guard.js';

export default defineUnlistedScript(() => new Guard().start());
