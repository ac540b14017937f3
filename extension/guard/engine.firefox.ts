import { type Guardrail, loadJs } from 'sluice/js';

export type Engine = Pick<Guardrail, 'scan' | 'rules'>;

export function createEngine(): Engine {
  return loadJs();
}
