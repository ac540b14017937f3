// Texts about invented people of 26 countries: faker's names, addresses and numbers in our sentences.
import { allLocales, type Faker, Faker as FakerOf } from '@faker-js/faker';

const LOCALES = [
  'nl',
  'nl_BE',
  'en_GB',
  'en_US',
  'en_IE',
  'en_AU',
  'de',
  'de_AT',
  'de_CH',
  'fr',
  'fr_BE',
  'es',
  'es_MX',
  'it',
  'sv',
  'fi',
  'da',
  'nb_NO',
  'pl',
  'pt_PT',
  'pt_BR',
  'cs_CZ',
  'hu',
  'ro',
  'hr',
  'tr',
] as const;

/** One locale's faker; the same people for the same seed. */
export function fakerFor(locale: (typeof LOCALES)[number], seed: number): Faker {
  const { en, base } = allLocales;
  const faker = new FakerOf({ locale: [allLocales[locale], en, base] });
  faker.seed(seed);
  return faker;
}

interface Person {
  readonly name: string;
  readonly first: string;
  readonly email: string;
  readonly phone: string;
  readonly iban: string;
  readonly card: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly born: string;
  readonly number: string;
}

function inventPerson(faker: Faker): Person {
  const first = faker.person.firstName();
  const born = faker.date.birthdate();
  return {
    name: `${first} ${faker.person.lastName()}`,
    first,
    email: faker.internet.email(),
    phone: faker.phone.number({ style: faker.helpers.arrayElement(['human', 'national']) }),
    iban: faker.finance.iban({ formatted: faker.datatype.boolean() }),
    card: faker.finance.creditCardNumber(),
    street: faker.location.streetAddress(),
    postcode: faker.location.zipCode(),
    city: faker.location.city(),
    born: born.toISOString().slice(0, 10).split('-').reverse().join('-'),
    number: faker.string.numeric(faker.number.int({ min: 8, max: 11 })),
  };
}

const encodedWord = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

const TEMPLATES: readonly ((p: Person, other: Person) => string)[] = [
  (p) => `Geachte heer ${p.name},\n\nUw nummer ${p.phone} is gewijzigd.\n\nGroet,\n${p.first}`,
  (p) => `BSN ${p.number}, rekening ${p.iban}, wonende ${p.street}, ${p.postcode} ${p.city}`,
  (p) => `Please call ${p.name} on ${p.phone} or write to ${p.email}. DOB ${p.born}`,
  (p, o) => `From: ${p.name} <${p.email}>\nTo: "${o.name}" <${o.email}>\nSubject: ${p.number}`,
  (p, o) => `name;phone;card\n${p.name};${p.phone};${p.card}\n${o.name};${o.phone};${o.card}`,
  (p) => JSON.stringify({ name: p.name, phone: p.phone, iban: p.iban, ssn: p.number }),
  (p, o) => `| naam | IBAN |\n| --- | --- |\n| ${p.name} | ${p.iban} |\n| ${o.name} | ${o.iban} |`,
  (p) => `BEGIN:VCARD\nVERSION:3.0\nFN:${p.name}\nTEL:${p.phone}\nEMAIL:${p.email}\nEND:VCARD`,
  (p, o) => `[12:04] ${p.first}: bel me op ${p.phone}\n[12:05] ${o.first}: ok, ${p.first}!`,
  (p) => `Sehr geehrte Frau ${p.name}, Ihre Adresse ${p.street}, ${p.postcode} ${p.city} stimmt.`,
  (p) => `Je m'appelle ${p.name}, né le ${p.born}; téléphone ${p.phone}; n° ${p.number}`,
  (p, o) => `Hola ${p.first}, llama a ${o.name} al ${o.phone}. Tarjeta ${p.card}, DNI ${o.number}.`,
  (p) =>
    `<table><tr><th>Name</th><th>Phone</th></tr><tr><td>${p.name}</td><td>${p.phone}</td></tr>`,
  (p) => `${p.name}\n${p.street}\n${p.postcode} ${p.city}\nTel. ${p.phone}\n${p.email}`,
  (p) => `const user = { email: '${p.email}', card: '${p.card}', id: ${p.number} };`,
  (p) => `order ${p.number} of ${p.name}, paid with ${p.card}; ${p.number} again, [EMAIL_1] too`,
  (p, o) => `Hei ${p.name}, henkilötunnus ${p.number}. ${o.name} soittaa: ${o.phone} / ${p.phone}`,
  (p, o) =>
    `From: "${p.name}" <${p.email}>\nCc: ${encodedWord(o.name)} <${o.email}>\n\nHi ${o.first}, ${p.phone}`,
  (p) =>
    `N:${p.name.split(' ').reverse().join(';')}\nADR;HOME:;;${p.street};${p.city};;${p.postcode};\n`,
  (p, o) =>
    `${p.first} (14:03): ${p.iban}\n${o.first} (14:05): ${o.street}, ${o.postcode} ${o.city}`,
  (p, o) => `03-03-26 14:03 - ${p.name}: ${o.phone}\n03-03-26 14:04 - ${o.name}: ${o.number}\n`,
  (p) =>
    `<customer><firstName>${p.first}</firstName><street>${p.street}</street><born>${p.born}</born></customer>`,
  (p, o) =>
    `name,street,zip,city\n${p.name},${p.street},${p.postcode},${p.city}\n${o.name},${o.street},${o.postcode},${o.city}`,
  (p) => JSON.stringify({ customer: { address: p.street, zip: p.postcode, dob: p.born } }, null, 2),
  (p, o) =>
    `card ${p.card} exp 09/27 cvv ${o.number.slice(0, 3)}; Authors:\n${o.name} <${o.email}>`,
  (p) => `Kære ${p.name}, CPR ${p.number}, konto ${p.iban}. Mvh ${p.first}`,
];

/** `count` texts, evenly over locales and sentences. */
export function peopleTexts(count: number, seed: number): readonly string[] {
  const perLocale = Math.ceil(count / LOCALES.length);
  return LOCALES.flatMap((locale, index) => {
    const faker = fakerFor(locale, seed + index);
    return Array.from({ length: perLocale }, (_, at) => {
      const template = TEMPLATES[at % TEMPLATES.length] ?? String;
      return template(inventPerson(faker), inventPerson(faker));
    });
  }).slice(0, count);
}
