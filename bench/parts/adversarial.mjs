// Texts made to be dear, against ordinary ones: default rules, WASM.
import { makeAdversarial } from '../corpus/texts.mjs';
import { ownEngines } from '../engines/own.mjs';
import { DEFAULT_DATABASE, readTexts } from '../inputs.mjs';
import { quantile, throughput } from '../measure.mjs';
import { figure, table } from '../table.mjs';

const SIZE = 1 << 20;

export async function run() {
  const [wasm] = await ownEngines(['wasm'], DEFAULT_DATABASE);
  const plain = Object.entries(readTexts().texts);
  const speeds = [];
  for (const [name, text] of [...plain, ...Object.entries(makeAdversarial(SIZE))]) {
    speeds.push([name, await throughput(wasm, text)]);
  }
  const median = quantile(
    speeds.slice(0, plain.length).map(([, speed]) => speed),
    0.5,
  );
  const rows = speeds.map(([name, speed]) => [name, figure(speed), figure(median / speed)]);
  return `## Ordinary and adversarial texts, all default rules, WASM\n\n${table(['text', 'MB/s', 'times slower than the median of the first three'], rows)}`;
}
