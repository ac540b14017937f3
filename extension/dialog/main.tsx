import { render } from 'preact';
import { textsFor } from '../ui/texts.js';
import { App } from './app.js';
import { greeting } from './protocol.js';

const texts = textsFor(navigator.language);
document.documentElement.lang = texts.language;

/**
 * The guard sends the port once the frame has loaded. Nothing is ever posted to the parent: the
 * page would get hold of this window with it.
 */
window.addEventListener('message', function onGreeting({ data, source, ports }) {
  const [port] = ports;
  if (source !== window.parent || data !== greeting || port === undefined) return;
  window.removeEventListener('message', onGreeting);
  render(<App port={port} texts={texts} />, document.body);
});
