#!/usr/bin/env python3
"""Measures how often pairs of canonical codes (engine/scanner/canonical.h) occur
in ordinary text, and which four are common words or parts of such, and writes
engine/compiler/frequency_table.h.

Reads documentation, changelogs and source code that Debian and npm packages
ship. The table only steers which anchor of a pattern is cheapest, never what is
found, so it need not be measured again when the packages change.
"""
import collections
import glob
import gzip
import math
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = [
    '/usr/share/doc/*/changelog*.gz', '/usr/share/doc/*/README*',
    '/usr/share/perl/5*/pod/*.pod', '/usr/include/*.h',
    str(ROOT / 'node_modules/*/README.md'), str(ROOT / 'node_modules/*/*.js'),
    '/usr/lib/python3/dist-packages/*/*.py',
]
FILES_PER_SOURCE = 60
BYTES_PER_FILE = 60_000
MAX_COST = 255  # 8 bits of log2 in eighths
# Grams listed by themselves: those that pairs foretell worst.
COMMON_GRAMS = 2500
LEAST_COUNT_PER_MB = 20


def canonical_code(byte):
    if byte >= 0x80:
        return 61
    char = chr(byte)
    if char.isdigit():
        return 26
    if char.isalpha():
        return ord(char.lower()) - ord('a')
    if 0x20 < byte < 0x7F:
        return 27 + sum(1 for c in range(0x21, byte) if not chr(c).isalnum())
    if byte == 0x20:
        return 59
    return 60 if 9 <= byte <= 13 else 62


def read_sources():
    for pattern in SOURCES:
        files = sorted(glob.glob(pattern))
        for name in files[::max(1, len(files) // FILES_PER_SOURCE)]:
            if pathlib.Path(name).is_file():
                opened = gzip.open if name.endswith('.gz') else open
                with opened(name, 'rb') as file:
                    yield file.read(BYTES_PER_FILE)


def count():
    codes = [canonical_code(byte) for byte in range(256)]
    singles, pairs, grams = (collections.Counter() for _ in range(3))
    for text in read_sources():
        seen = bytes(codes[byte] for byte in text)
        singles.update(seen)
        pairs.update(zip(seen, seen[1:]))
        grams.update(zip(seen, seen[1:], seen[2:], seen[3:]))
    return singles, pairs, grams


def cost(probability):
    return min(MAX_COST, round(-math.log2(probability) * 8))


def pair_rows(singles, pairs, total):
    for first in range(64):
        # Unseen pairs get a small share by how common their second code is.
        row = [cost((pairs[first, second] + 0.02 * singles[second] / total +
                     0.0005) / total) for second in range(64)]
        yield '    {' + ', '.join(map(str, row)) + '},'


def common_grams(singles, pairs, grams, total):
    """Grams that occur more often than a chain of pairs foretells, by how much."""
    found = []
    for gram, times in grams.items():
        if times * 1e6 < LEAST_COUNT_PER_MB * total:
            continue
        chain = pairs[gram[:2]] / total
        for first, second in zip(gram[1:], gram[2:]):
            chain *= pairs[first, second] / singles[first]
        found.append((times / total - chain, gram, times))
    found.sort(reverse=True)
    return sorted((gram, times) for _, gram, times in found[:COMMON_GRAMS])


def gram_rows(rows):
    for gram, times_per_total in rows:
        number = sum(code << 6 * (3 - i) for i, code in enumerate(gram))
        yield f'    {{{number}, {times_per_total}}},'


def replace_table(text, opening, rows):
    begin = text.index(opening) + len(opening)
    return text[:begin] + '\n'.join(rows) + '\n' + text[text.index('};', begin):]


def main():
    singles, pairs, grams = count()
    total = sum(singles.values())
    common = [(gram, cost(times / total))
              for gram, times in common_grams(singles, pairs, grams, total)]
    header = ROOT / 'engine/compiler/frequency_table.h'
    text = header.read_text()
    text = replace_table(text, '[64][64] = {\n', pair_rows(singles, pairs, total))
    text = replace_table(text, 'kCommonGrams[] = {\n', gram_rows(common))
    header.write_text(text)
    print(f'{total:,} bytes measured')


if __name__ == '__main__':
    main()
