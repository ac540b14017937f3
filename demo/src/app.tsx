import { useEffect } from 'preact/hooks';
import type { View } from './address.js';
import { type Locale, locale, messages } from './i18n/index.js';
import icon from './icon.svg';
import { rules, view } from './state.js';
import { PolicyView } from './views/policy-view.js';
import { RulesView } from './views/rules-view.js';
import { TextView } from './views/text-view.js';

const VIEWS: readonly View[] = ['text', 'rules', 'policy'];
const LOCALES: readonly Locale[] = ['en', 'nl'];

/** The page: one view at a time, all of them kept, so that nothing typed is lost. */
export function App() {
  const words = messages.value;
  useEffect(() => {
    document.documentElement.lang = locale.value;
    document.title = `Sluice · ${words.views[view.value]}`;
  }, [locale.value, view.value]);
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <h1 class="visually-hidden">{`Sluice: ${words.views[view.value]}`}</h1>
        <div class="view" hidden={view.value !== 'text'}>
          <TextView />
        </div>
        <div class="view" hidden={view.value !== 'rules'}>
          <RulesView />
        </div>
        <div class="view" hidden={view.value !== 'policy'}>
          <PolicyView />
        </div>
      </main>
      <footer class="page-footer">
        <p>{words.footer.local}</p>
        {rules.value.length > 0 && <p>{words.footer.rules(rules.value.length)}</p>}
      </footer>
    </>
  );
}

function Header() {
  const words = messages.value;
  return (
    <header class="page-header">
      <img src={icon} alt="" width="28" height="28" />
      <p class="brand">
        <strong>Sluice</strong>
        <span>{words.lead}</span>
      </p>
      <nav aria-label={words.views.label}>
        {VIEWS.map((one) => (
          <a key={one} href={`#/${one}`} aria-current={view.value === one ? 'page' : undefined}>
            {words.views[one]}
          </a>
        ))}
      </nav>
      <fieldset class="segments languages">
        <legend class="visually-hidden">{words.language.label}</legend>
        {LOCALES.map((one) => (
          <label key={one} title={words.language[one]}>
            <input
              type="radio"
              name="language"
              checked={locale.value === one}
              onChange={() => (locale.value = one)}
            />
            <span lang={one} aria-hidden="true">
              {one.toUpperCase()}
            </span>
            <span class="visually-hidden">{words.language[one]}</span>
          </label>
        ))}
      </fieldset>
    </header>
  );
}
