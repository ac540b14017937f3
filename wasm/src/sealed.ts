import { copyBytes } from './bytes.js';
import { SluiceError } from './errors.js';
import type { VaultEntry } from './vault.js';

const VERSION = 1;
const IV_BYTES = 12;
const ALGORITHM = 'AES-GCM';
/** Bound to the ciphertext, so that nothing else under the same key passes for a vault. */
const PURPOSE = new TextEncoder().encode('sluice vault 1');

/** Version, initialisation vector, then AES-GCM over the entries as JSON. */
export async function seal(
  entries: readonly VaultEntry[],
  key: CryptoKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(entries));
  const parameters = { name: ALGORITHM, iv, additionalData: PURPOSE };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, key, plain));
  plain.fill(0);
  const bytes = new Uint8Array(1 + IV_BYTES + sealed.length);
  bytes.set([VERSION]);
  bytes.set(iv, 1);
  bytes.set(sealed, 1 + IV_BYTES);
  return bytes;
}

/** The entries again; throws `invalid-argument` for another key or changed bytes. */
export async function unseal(bytes: BufferSource, key: CryptoKey): Promise<readonly VaultEntry[]> {
  const sealed = copyBytes(bytes);
  if (sealed[0] !== VERSION) throw refused();
  const iv = sealed.slice(1, 1 + IV_BYTES);
  const parameters = { name: ALGORITHM, iv, additionalData: PURPOSE };
  try {
    const plain = await crypto.subtle.decrypt(parameters, key, sealed.slice(1 + IV_BYTES));
    return entriesIn(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    throw refused(); // without the cause: a parser's message may quote the text
  }
}

function entriesIn(value: unknown): readonly VaultEntry[] {
  const isEntry = (item: unknown): item is VaultEntry =>
    Array.isArray(item) && item.length === 2 && item.every((part) => typeof part === 'string');
  if (!Array.isArray(value) || !value.every(isEntry)) throw new TypeError('no entries');
  return value;
}

function refused(): SluiceError {
  return new SluiceError('invalid-argument', 'not a vault, or not sealed with this key');
}
