import nouns from 'sluice/i18n/nl.json';
import type { Texts } from './texts.js';

const list = new Intl.ListFormat('nl', { type: 'conjunction' });

export const nl: Texts = {
  language: 'nl',
  contains: (parts, total) =>
    `In deze tekst ${total === 1 ? 'staat' : 'staan'} ${list.format(parts)}.`,
  others: (count) => `nog ${count}`,
  nouns,
  unchecked: {
    'too-large': 'Sluice kon deze tekst niet controleren (te groot).',
    budget: 'Sluice kon niet de hele tekst controleren (te veel werk).',
    decode: 'Sluice kon niet de hele tekst controleren (een deel is gecodeerd).',
    error: 'Sluice kon deze tekst niet controleren (de controle zelf mislukte).',
  },
  blocked: 'Volgens uw beleid mag dit er niet zo in.',
  nothingLeft: 'Er is niets meer gevonden.',
  pasteWithout: (removed, total) => {
    if (removed === total) return 'Plakken zonder deze gegevens';
    return removed === 0 ? 'Plakken met alles erin' : `Plakken zonder ${removed} van de ${total}`;
  },
  pasteEdited: 'Plakken',
  editFirst: 'Eerst aanpassen',
  cancel: 'Annuleren',
  pasteAsIs: 'Toch plakken …',
  confirmAsIs: 'Toch plakken',
  reason: (required) => (required ? 'Waarom is dit nodig?' : 'Waarom is dit nodig? (mag leeg)'),
  reasonHint: 'Uw antwoord blijft op deze computer.',
  covered: 'Iets op de pagina bedekt dit venster, daarom kan deze keuze nu niet.',
  editLabel: 'De tekst om te plakken',
  listLabel: 'Wat er gevonden is',
  keepHint: 'Haal het vinkje weg bij wat mag blijven staan.',
  hidden: 'alleen in de opmaak van de gekopieerde tekst, die niet meegaat',
  lines: (count) => (count === 1 ? '1 regel' : `${count} regels`),
  testValue: 'een gepubliceerd voorbeeld',
  severities: { low: 'Laag', medium: 'Gemiddeld', high: 'Hoog', critical: 'Ernstig' },
  decoded: (encodings) => `verborgen door ${list.format(encodings)}`,
  rule: 'Regel',
  popup: {
    guarding: (host) => `${host} wordt bewaakt`,
    notGuarding: (host) => `${host === '' ? 'Deze pagina' : host} wordt niet bewaakt`,
    notListed: 'Deze site staat niet in de lijst van AI-chats.',
    pathNotListed: 'Op deze site wordt alleen de AI-chat bewaakt.',
    permission: 'De browser geeft Sluice geen toegang tot deze site.',
    allow: 'Toegang geven',
    reload: 'Deze pagina was eerder open dan Sluice. Herlaad haar om haar volledig te bewaken.',
    broken: 'De controle start hier niet. Wat u plakt wordt vastgehouden tot u beslist.',
    forbidden: 'De browser laat op deze pagina geen extensies toe.',
    today: 'Vandaag',
    stopped: (count) => (count === 1 ? '1 keer plakken gestopt' : `${count} keer plakken gestopt`),
    removed: (count) =>
      count === 1 ? '1 gegeven tegengehouden' : `${count} gegevens tegengehouden`,
    nothingToday: 'Er is nog niets gestopt.',
    local: 'Niets verlaat deze computer.',
  },
};
