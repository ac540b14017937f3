#!/usr/bin/env python3
"""Trains the table by which engine/scanner/validators/rarity.cc tells words and
names from random characters, and writes engine/scanner/validators/rarity_table.h.

Reads installation texts in many languages, documentation and headers that
Debian and npm packages ship. The same packages give the same table; it need not
be trained again when they change. `--measure` prints how well it separates.
"""
import collections
import glob
import gzip
import math
import pathlib
import random
import re
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / 'engine/scanner/validators/rarity_table.h'
SOURCES = [
    '/var/lib/dpkg/info/*.templates', '/usr/share/doc/*/README*',
    '/usr/share/doc/*/changelog*.gz', '/usr/include/*.h',
    '/usr/share/perl/5*/pod/*.pod', str(ROOT / 'node_modules/*/README.md'),
]
FILES_PER_SOURCE = 150
BYTES_PER_FILE = 200_000
EDGE, DIGIT, OTHER = 0, 27, 28  # 1..26 are the letters
CODES = 29
UNIT = 16  # costs are in 1/16 bit
NAME = re.compile(r'[^\W_][\w.-]*[^\W_]')


def code_of(char):
    if char.isascii():
        if char.isdigit():
            return DIGIT
        return ord(char.lower()) - ord('a') + 1 if char.isalpha() else EDGE
    return OTHER if char.isalpha() else EDGE


def codes_of(value):
    """An edge at both ends, at joints and where a name's next word begins."""
    codes = [EDGE]
    for i, char in enumerate(value):
        code = code_of(char)
        before = value[i - 1] if i else ''
        after = value[i + 1:i + 2]
        hump = char.isupper() and (before.islower() or
                                   (before.isupper() and after.islower()))
        if hump and codes[-1] != EDGE:
            codes.append(EDGE)
        if code != EDGE or codes[-1] != EDGE:
            codes.append(code)
    return codes if codes[-1] == EDGE else codes + [EDGE]


def read(path):
    opener = gzip.open if path.endswith('.gz') else open
    with opener(path, 'rb') as file:
        return file.read(BYTES_PER_FILE).decode('utf-8', 'replace')


def names():
    """Each name once: common ones must not drown the others."""
    found = collections.Counter()
    for pattern in SOURCES:
        for path in sorted(glob.glob(pattern))[:FILES_PER_SOURCE]:
            text = unicodedata.normalize('NFC', read(path))
            found.update(set(NAME.findall(text)))
    return sorted(name for name, files in found.items()
                  if 3 <= len(name) <= 40 and files >= 2)


def train(words):
    counts = [[0.3] * CODES for _ in range(CODES)]
    for word in words:
        codes = codes_of(word)
        for a, b in zip(codes, codes[1:]):
            counts[a][b] += 1
    return [[min(255, round(-math.log2(n / sum(row)) * UNIT)) for n in row]
            for row in counts]


def bits(table, value):
    """Bits per step."""
    codes = codes_of(value)
    cost = sum(table[a][b] for a, b in zip(codes, codes[1:]))
    return cost / UNIT / max(1, len(codes) - 1)


def write(table):
    lines = ['// Written by scripts/train-rarity.py. Do not edit.',
             '#ifndef SLUICE_SCANNER_VALIDATORS_RARITY_TABLE_H_',
             '#define SLUICE_SCANNER_VALIDATORS_RARITY_TABLE_H_', '',
             '#include <cstdint>', '', 'namespace sluice {', '',
             '// What it costs, in 1/16 bit, that the second code follows the first.',
             f'inline constexpr uint8_t kRarityCosts[{CODES}][{CODES}] = {{']
    for row in table:
        text = '    {' + ', '.join(map(str, row)) + '},'
        while len(text) > 80:
            cut = text.rindex(', ', 0, 80) + 1
            lines.append(text[:cut])
            text = '     ' + text[cut + 1:]
        lines.append(text)
    lines += ['};', '', '}  // namespace sluice', '',
              '#endif  // SLUICE_SCANNER_VALIDATORS_RARITY_TABLE_H_', '']
    TARGET.write_text('\n'.join(lines))
    subprocess.run(['clang-format', '-i', str(TARGET)], check=True)


def measure(words):
    """Trains on one half; thresholds are read off the other."""
    rng = random.Random(1)
    rng.shuffle(words)
    table = train(words[::2])
    held = sorted(bits(table, word) for word in words[1::2] if len(word) >= 8)
    base62 = ''.join(map(chr, [*range(48, 58), *range(65, 91), *range(97, 123)]))
    print('names over the threshold, random values under it')
    for length, alphabet in ((8, base62[36:]), (12, base62), (20, base62),
                             (32, base62), (32, '0123456789abcdef')):
        values = sorted(bits(table, ''.join(rng.choices(alphabet, k=length)))
                        for _ in range(4000))
        for limit in (4.0, 4.25, 4.5, 4.75, 5.0):
            over = sum(b >= limit for b in held) / len(held)
            under = sum(b < limit for b in values) / len(values)
            print(f'{length:3} of {len(alphabet)}: {limit} {over:.4f} {under:.4f}')


def main():
    words = names()
    if '--measure' in sys.argv:
        measure(words)
        return
    write(train(words))
    print(f'{len(words)} names')


if __name__ == '__main__':
    main()
