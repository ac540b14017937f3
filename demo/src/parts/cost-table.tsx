import type { RuleCost } from 'sluice';
import { locale, messages } from '../i18n/index.js';

/** What each rule costs in every scan. */
export function CostTable({ costs }: { readonly costs: readonly RuleCost[] }) {
  const words = messages.value.rules;
  if (costs.length === 0) return null;
  const number = new Intl.NumberFormat(locale.value);
  return (
    <section class="card" aria-labelledby="cost-title">
      <header>
        <h2 id="cost-title">{words.cost}</h2>
      </header>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.rule}</th>
              <th scope="col">{words.anchors}</th>
              <th scope="col" class="number">
                {words.candidates}
              </th>
              <th scope="col" class="number">
                {words.program}
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map((cost) => (
              <tr key={cost.rule}>
                <th scope="row">
                  <code>{cost.rule}</code>
                </th>
                <td>
                  {cost.anchors.map((anchor) => (
                    <code key={anchor} class="anchor">
                      {anchor}
                    </code>
                  ))}
                </td>
                <td class="number">{number.format(cost.candidatesPerMb)}</td>
                <td class="number">{number.format(cost.programSize)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
