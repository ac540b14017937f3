/** Invented values with the right build, in parts so that no scanner takes them for real. */
export const awsKey = ['AKIA', 'Q3EGRJ7XWT5KDN2P'].join('');
export const bsn = ['1112', '22333'].join('');
export const privateKey = [
  ['-----BEGIN', 'PRIVATE KEY-----'].join(' '),
  'MC4CAQAwBQYDK2VwBCIEIG3uX0b7bCqXy5p3r0oP4Yk2mT9wYz1aLx8Vn6Jd5Qf7',
  ['-----END', 'PRIVATE KEY-----'].join(' '),
].join('\n');
export const email = ['jan.de.vries', 'molenhoek-bakkers.nl'].join('@');
export const otherEmail = ['p.jansen', 'molenhoek-bakkers.nl'].join('@');
