// A pasted export is one thing to a person: "a list of 250 people".
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findPeopleList } from 'sluice';
import { fakerFor } from './people.js';
import { loadGuardrail } from './support.js';

const guardrail = loadGuardrail();
const listIn = (text: string) => findPeopleList(text, guardrail.scan(text));

/** Rows of a sheet; every address is another one. */
function sheet(rows: number): string {
  const faker = fakerFor('nl', 3);
  const lines = Array.from({ length: rows }, (_, row) => {
    const phone = `06-2${String(8_174_093 + row).padStart(7, '0')}`;
    return `${faker.person.firstName()} de Vries;v${row}.jansen@bedrijf.nl;${phone}`;
  });
  return ['naam;e-mail;telefoon', ...lines].join('\n');
}

suite('a list of people', () => {
  test('is counted by its rows', () => {
    const text = sheet(250);
    const list = listIn(text);
    assert.equal(list?.people, 250);
    assert.ok(list.ruleIds.includes('email-address'));
    assert.ok(list.ruleIds.includes('phone-national'));
    assert.ok(list.start < text.indexOf('v1.jansen') && list.end === text.length);
    assert.ok(Object.isFrozen(list));
  });

  test('takes five', () => {
    assert.equal(listIn(sheet(5))?.people, 5);
    assert.equal(listIn(sheet(4)), undefined);
  });

  test('counts a value once, and no test value', () => {
    assert.equal(listIn('v.jansen@bedrijf.nl\n'.repeat(20)), undefined);
    assert.equal(
      listIn(sheet(20).replaceAll('bedrijf.nl', 'example.com').replace(/;06.*/g, '')),
      undefined,
    );
  });

  test('is no list of anything else', () => {
    assert.equal(listIn('order 100200300\n'.repeat(50)), undefined);
    assert.equal(listIn(''), undefined);
  });
});
