/** Fewer letters and digits could stand in a reply by chance. */
const MIN_SIGNS = 6;
/** One in ten random numbers passes a check digit. */
const MAX_TRIES = 64;

/** Whether a value has enough in it for a fake to be known again. */
function canBeFaked(value: string): boolean {
  return (value.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= MIN_SIGNS;
}

/**
 * A value of the same form: digit for digit, letter for letter, everything else as it stands. The
 * same for the same seed. `undefined` if `accept` refuses all that were tried.
 */
export function makeFake(
  value: string,
  seed: string,
  accept: (fake: string) => boolean,
): string | undefined {
  if (!canBeFaked(value)) return undefined;
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const fake = disguise(value, chance(`${seed}/${attempt}`));
    if (fake !== value && accept(fake)) return fake;
  }
  return undefined;
}

function disguise(value: string, next: (below: number) => number): string {
  const at = value.lastIndexOf('@');
  // A domain nobody owns (RFC 2606), whatever the local part becomes.
  const [own, rest] = at > 0 ? [value.slice(0, at), '@mail.example'] : [value, ''];
  const letter = (first: string) => String.fromCharCode(first.charCodeAt(0) + next(26));
  let digits = 0;
  const changed = own.replace(/[0-9]|\p{Lu}|\p{Ll}/gu, (sign) => {
    if (sign >= '0' && sign <= '9') {
      digits += 1;
      return digits === 1 && sign !== '0' ? String(1 + next(9)) : String(next(10));
    }
    return sign === sign.toLowerCase() ? letter('a') : letter('A');
  });
  return changed + rest;
}

/** Numbers that look random and are the same each time: xorshift, seeded by FNV-1a. */
function chance(seed: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) {
    state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193) >>> 0;
  }
  state ||= 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}
