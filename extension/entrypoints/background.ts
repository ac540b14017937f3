import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../background/background.js';

export default defineBackground(startBackground);
