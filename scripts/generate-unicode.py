#!/usr/bin/env python3
"""Writes engine/scanner/views/unicode_tables.h: how the folded view reads the
code points beyond ASCII. Input is the Unicode Character Database as Debian's
package unicode-data installs it.

    scripts/generate-unicode.py [folder of UnicodeData.txt] > unicode_tables.h

The ranges are disjoint and sorted. Their kinds are those of enum FoldKind in
engine/scanner/views/fold_table.h.
"""
import sys

DROP, MARK, DIGIT, SAME, ASCENDING, ACCENT, STRING, CONFUSABLE = range(8)

# Letters of other scripts that look like a Latin one in most typefaces.
CONFUSABLES = (
    'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX аa еe оo рp сc уy хx ѕs іi јj '
    'ԁd ԛq ԝw һh ԌG ԚQ ԜW ҮY ӀI ёe ЁE '
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo αa νv ρp ιi κk υu χx τt ϲc ϹC ϳj')

# Marks no language writes: lines through, under and around a character.
STYLING = set(range(0x332, 0x339)) | {0x305, 0x33F} | set(range(0x20D0, 0x20F1))

# What NFKD has no ASCII for, or says in a way that helps nobody.
EXTRA = {0x2018: "'", 0x2019: "'", 0x201A: "'", 0x201B: "'", 0x201C: '"', 0x201D: '"',
         0x201E: '"', 0x201F: '"', 0x2044: '/', 0x2215: '/', 0x2212: '-', 0x2028: '\n',
         0x2029: '\n', 0x85: '\n', 0x2236: ':', 0xFFFD: None}

# Compatibility strings of several letters worth their bytes.
STRINGS = ([0x132, 0x133, 0x149] + list(range(0x1C4, 0x1CD)) + list(range(0x1F1, 0x1F4)) +
           [0x2116, 0x2122] + list(range(0x2160, 0x2180)) + list(range(0x2469, 0x2474)) +
           list(range(0x2488, 0x249C)) + list(range(0xFB00, 0xFB07)))

# Blocks dense in letters with accents: one byte each.
BLOCKS = [(0xC0, 0x250), (0x1E00, 0x1F00)]


def read_properties(path, wanted):
    found = set()
    for line in open(path, encoding='utf-8'):
        fields = [f.strip() for f in line.split('#')[0].split(';')]
        if len(fields) < 2 or fields[1] != wanted:
            continue
        first, _, last = fields[0].partition('..')
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


class Database:
    def __init__(self, folder):
        self.category, self.decomposition, self.digit = {}, {}, {}
        for line in open(folder + '/UnicodeData.txt', encoding='utf-8'):
            fields = line.split(';')
            code = int(fields[0], 16)
            self.category[code] = fields[2]
            if fields[5]:
                parts = fields[5].split()
                self.decomposition[code] = [int(p, 16) for p in parts if p[0] != '<']
            if fields[2] == 'Nd':
                self.digit[code] = int(fields[6])
        self.ignorable = read_properties(folder + '/DerivedCoreProperties.txt',
                                         'Default_Ignorable_Code_Point')

    def nfkd(self, code):
        if code not in self.decomposition:
            return [code]
        return [c for part in self.decomposition[code] for c in self.nfkd(part)]

    def ascii_form(self, code):
        """NFKD without its marks where that is ASCII, else None."""
        codes = [c for c in self.nfkd(code) if self.category.get(c) not in ('Mn', 'Me')]
        codes = [0x2F if c == 0x2044 else c for c in codes]
        text = ''.join(map(chr, codes)).strip()
        return text if text and codes != [code] and text.isascii() else None


def fold_of(db, code):
    """(kind, value) of a code point, None to keep it."""
    category = db.category.get(code, 'Cn')
    if code in EXTRA:
        return (SAME, ord(EXTRA[code])) if EXTRA[code] else (DROP, 0)
    if code in db.ignorable or category in ('Cf', 'Cc') or code in STYLING:
        return (DROP, 0)
    if category in ('Mn', 'Me'):
        return (MARK, 0)
    if category == 'Nd':
        return (DIGIT, db.digit[code])
    if category == 'Zs':
        return (SAME, ord(' '))
    if category == 'Pd':
        return (SAME, ord('-'))
    text = db.ascii_form(code)
    if text is None:
        return None
    if any(first <= code < last for first, last in BLOCKS) and len(text) == 1:
        return (ACCENT, ord(text))
    if len(text) == 1:
        return (ASCENDING, ord(text))
    return (STRING, text) if code in STRINGS else None


def continues(run, code, kind, value):
    """Whether the code point may join the run [first, count, kind, value]."""
    first, count, run_kind, run_value = run
    if code != first + count or kind != run_kind:
        return False
    if kind in (DROP, MARK):
        return True
    if kind == DIGIT:
        return value == (run_value + count) % 10
    if kind == SAME:
        return value == run_value
    if kind == ASCENDING:
        return value == run_value + count
    return False


def ranges_of(folds):
    runs = []
    for code in sorted(folds):
        kind, value = folds[code]
        if runs and continues(runs[-1], code, kind, value):
            runs[-1][1] += 1
        else:
            runs.append([code, 1, kind, value])
    return runs


def accent_runs(folds):
    """Takes the accent blocks out of `folds` as byte strings."""
    runs, blob = [], []
    for first, last in BLOCKS:
        code = first
        while code < last:
            if folds.get(code, (None,))[0] != ACCENT:
                code += 1
                continue
            # Short gaps are cheaper as zero bytes than as another range.
            end = stop = code + 1
            while end < last and end - stop < 6:
                kind = folds.get(end, (None,))[0]
                if kind not in (None, ACCENT):
                    break
                end += 1
                stop = end if kind == ACCENT else stop
            runs.append([code, stop - code, ACCENT, len(blob)])
            blob += [folds.pop(c, (0, 0))[1] for c in range(code, stop)]
            code = stop
    return runs, blob


def write(name, ctype, values, fmt, per_line):
    print(f'inline constexpr {ctype} {name}[] = {{')
    for i in range(0, len(values), per_line):
        print('    ' + ', '.join(fmt(v) for v in values[i:i + per_line]) + ',')
    print('};')


def main():
    db = Database(sys.argv[1] if len(sys.argv) > 1 else '/usr/share/unicode')
    folds = {}
    for code in list(range(0x80, 0x30000)) + list(range(0xE0000, 0xE1000)):
        if 0xD800 <= code < 0xE000:
            continue
        fold = fold_of(db, code)
        if fold:
            folds[code] = fold
    for pair in CONFUSABLES.split():
        folds[ord(pair[0])] = (CONFUSABLE, ord(pair[1]))
    accents, blob = accent_runs(folds)
    strings, offsets = '', []
    for code in sorted(folds):
        if folds[code][0] == STRING:
            offsets.append(len(strings))
            strings += folds[code][1]
            folds[code] = (STRING, len(offsets) - 1)
    offsets.append(len(strings))
    # A byte string may begin beyond 255: its range holds the number of the run.
    starts = [value for _, _, _, value in accents]
    accents = [[first, count, kind, i] for i, (first, count, kind, _) in enumerate(accents)]
    runs = sorted(ranges_of(folds) + accents)
    assert all(a[0] + a[1] <= b[0] for a, b in zip(runs, runs[1:]))
    print('// Made by scripts/generate-unicode.py from the Unicode Character Database; do not edit.')
    print('#ifndef SLUICE_SCANNER_VIEWS_UNICODE_TABLES_H_')
    print('#define SLUICE_SCANNER_VIEWS_UNICODE_TABLES_H_')
    print('\n#include <cstdint>\n\nnamespace sluice {\n\n// clang-format off')
    print('// Per range: first code point << 11 | kind << 8 | value.')
    write('kFoldRanges', 'uint32_t', [f << 11 | k << 8 | v for f, _, k, v in runs],
          lambda v: f'0x{v:08X}', 8)
    print('// Code points in the range.')
    write('kFoldCounts', 'uint16_t', [c for _, c, _, _ in runs], str, 20)
    print('// kAccent: where the letters of range `value` begin in kAccentLetters.')
    write('kAccentBegin', 'uint16_t', starts, str, 20)
    print('// Base letters; 0 keeps the code point.')
    write('kAccentLetters', 'uint8_t', blob, str, 24)
    print('// kString: text `value` is kFoldStrings[begin[value] .. begin[value + 1]).')
    write('kFoldStringBegin', 'uint16_t', offsets, str, 20)
    print('inline constexpr char kFoldStrings[] =')
    for i in range(0, len(strings), 70):
        print('    "' + strings[i:i + 70] + '"', end=';\n' if i + 70 >= len(strings) else '\n')
    print('// clang-format on\n\n}  // namespace sluice\n\n#endif  // SLUICE_SCANNER_VIEWS_UNICODE_TABLES_H_')
    size = len(runs) * 6 + len(starts) * 2 + len(blob) + len(offsets) * 2 + len(strings)
    print(f'{len(runs)} ranges, {size} bytes', file=sys.stderr)


main()
