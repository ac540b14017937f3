// Rules of the shapes real rule sets have (prefixed tokens, a vendor's word before a value,
// structured identifiers), for pastes with values in them and for engines to be compared at sizes the
// project's own rules do not have. The vendors' words are everyday words, as many real ones are: they do occur in the texts.
import { makeRandom, pick, randomString } from '../random.mjs';

const WORDS = (
  'square linear discord travis intercom beacon shippo notion asana stripe heroku fastly algolia segment ' +
  'mapbox plaid sentry snyk twitch zendesk typeform adobe dropbox easypost flutter frame github gitter ' +
  'grafana harness infracost jfrog kraken kucoin launch lob mailchimp mailgun message netlify okta planet ' +
  'postman prefect pulumi rapid readme send shopify sonar source sumo team telegram trello twitter vault ' +
  'yandex clear cloud code confluent contentful data digital docker doppler droneci duffel dynatrace etsy ' +
  'facebook finnhub flickr freshbooks hashicorp hubspot lambda login microsoft monday new nytimes open ' +
  'private sidekiq slack smart squarespace subscription track trust'
).split(' ');
const ALPHABETS = {
  '[A-Za-z0-9]': 'ABCDEFGHJKabcdefghjk0123456789',
  '[a-f0-9]': '0123456789abcdef',
  '[A-Za-z0-9_-]': 'ABCdefghij0123456789_-',
  '[A-Z0-9]': 'ABCDEFGHJK0123456789',
  '[a-z0-9]': 'abcdefghjk0123456789',
};
const CLASSES = Object.keys(ALPHABETS);
const LENGTHS = [16, 20, 24, 32, 36, 40, 64];

/** @typedef {{ pattern: string, example: string }} Shape */

/** A token that names its issuer: `shop_live_4f…`. @returns {Shape} */
function prefixed(random, word) {
  const prefix =
    word.slice(0, 3 + random(3)) +
    pick(random, ['_', '-']) +
    pick(random, ['', 'live_', 'pat-', 'sk_']);
  const cls = pick(random, CLASSES);
  const length = pick(random, LENGTHS);
  return {
    pattern: `\\b(${prefix}${cls}{${length}})\\b`,
    example: prefix + randomString(random, ALPHABETS[cls].replace(/[_-]/g, ''), length),
  };
}

/** A bare value behind a vendor's word and an assignment. @returns {Shape} */
function assigned(random, word) {
  const cls = pick(random, ['[A-Za-z0-9]', '[a-f0-9]', '[a-z0-9]']);
  const length = pick(random, LENGTHS.slice(1, 6));
  return {
    pattern:
      `(?i)[\\w.-]{0,50}?(?:${word})(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}` +
      `(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\x60'"\\s=]{0,5}(${cls}{${length}})(?:[\\x60'"\\s;]|\\\\[nr]|$)`,
    example: `${word}_key = "${randomString(random, ALPHABETS[cls], length)}"`,
  };
}

/** An upper-case identifier. @returns {Shape} */
function upper(random, word) {
  const head = `${word}xyz`.slice(0, 4).toUpperCase();
  const length = pick(random, [12, 16, 22]);
  return {
    pattern: `\\b(${head}[A-Z2-7]{${length}})\\b`,
    example: head + randomString(random, 'ABCDEFGH234567', length),
  };
}

/** A webhook address. @returns {Shape} */
function address(random, word) {
  return {
    pattern: `https://hooks\\.${word}\\.(?:com|io)/[A-Za-z0-9/_-]{20,80}`,
    example: `https://hooks.${word}.com/${randomString(random, 'ABCdef0123456789', 30)}`,
  };
}

/** A UUID behind a word. @returns {Shape} */
function uuid(random, word) {
  const hex = (n) => randomString(random, '0123456789abcdef', n);
  return {
    pattern: `(?i)${word}[\\w .:='"-]{0,16}([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})`,
    example: `${word} id: ${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`,
  };
}

const SHAPES = [
  prefixed,
  prefixed,
  prefixed,
  assigned,
  assigned,
  assigned,
  assigned,
  upper,
  address,
  uuid,
];
const SUFFIXES = ['', 'ly', 'hub', 'base', 'io', 'pay', 'mail', 'api'];

/** `count` different rules; the same on every machine. @returns {Shape[]} */
export function makePatterns(count) {
  const random = makeRandom(20260101);
  const shapes = new Map();
  for (let i = 0; shapes.size < count; i += 1) {
    const word = WORDS[i % WORDS.length] + SUFFIXES[Math.floor(i / WORDS.length) % SUFFIXES.length];
    const shape = SHAPES[i % SHAPES.length](random, word);
    shapes.set(shape.pattern, shape);
  }
  return [...shapes.values()];
}

/** The patterns as a family file of the project's own format. @param {readonly string[]} patterns */
export function toRuleFamily(patterns) {
  return {
    family: 'generated',
    category: 'secret',
    title: 'Generated rules',
    rules: patterns.map((pattern, i) => ({
      id: `generated-${i}`,
      title: `Generated rule ${i}`,
      pattern,
      severity: 'high',
      confidence: 'high',
      placeholder: 'VALUE',
      matches: ['⟦x⟧'], // compiling does not run them
      nonMatches: [{ text: 'nothing here', because: 'it holds no such value' }],
    })),
  };
}
