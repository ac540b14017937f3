import './page.css';
import { render } from 'preact';
import { App } from './app.js';
import { samples } from './samples.js';
import { startSession } from './session.js';
import { text } from './state.js';

text.value = samples[0]?.text ?? '';
const app = document.querySelector('#app');
if (app) render(<App />, app);
startSession();
