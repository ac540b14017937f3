import { noticeFor } from '../ui/notice-texts.js';
import { openPanel } from './panel.js';

const shownFor = 8000;
const height = 56;

/**
 * A line without a choice, for when the dialog cannot open. The page could read it, so it says
 * nothing about what was found.
 */
export function showNotice(anchor: Element | null, done: boolean): void {
  const panel = openPanel(anchor, () => panel.close());
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.textContent = noticeFor(navigator.language, done);
  line.style.cssText = `box-sizing:border-box;height:100%;margin:0;padding:8px 16px;
    font:14px/20px system-ui,sans-serif;background:Canvas;color:CanvasText`;
  panel.root.append(line);
  panel.resize(height);
  setTimeout(panel.close, shownFor);
}
