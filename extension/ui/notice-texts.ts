/** The few words the guard itself says; the others are not carried into every page. */
const notices = {
  en: {
    replaced: 'Sluice replaced sensitive parts. Reload this page to choose for yourself.',
    held: 'Sluice did not paste this text. Reload this page and try again.',
  },
  nl: {
    replaced: 'Sluice heeft gevoelige delen vervangen. Herlaad deze pagina om zelf te kiezen.',
    held: 'Sluice heeft deze tekst niet geplakt. Herlaad deze pagina en probeer het opnieuw.',
  },
} as const;

export function noticeFor(language: string, replaced: boolean): string {
  const texts = language.toLowerCase().startsWith('nl') ? notices.nl : notices.en;
  return replaced ? texts.replaced : texts.held;
}
