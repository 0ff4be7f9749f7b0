#!/usr/bin/env python3
"""Makes Confusables.txt and Scripts.txt, what Nickname needs of the Unicode data files.

usage: confusables.py CONFUSABLES_TXT UNICODE_DATA_TXT SCRIPTS_TXT

CONFUSABLES_TXT is that of UTS #39, the two others those of the Unicode Character Database, all of one version of Unicode.
"""
import collections
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
NOTICE = '''# Made by confusables.py from {source}. Do not edit.
#
# {what}
#
# Copyright (C) 1991-2022 Unicode, Inc. All rights reserved. Distributed under the Terms of Use in
# https://www.unicode.org/copyright.html. Permission is hereby granted, free of charge, to any person obtaining a copy of the Unicode
# data files and any associated documentation (the "Data Files") or Unicode software and any associated documentation (the
# "Software") to deal in the Data Files or Software without restriction, including without limitation the rights to use, copy,
# modify, merge, publish, distribute, and/or sell copies of the Data Files or Software, and to permit persons to whom the Data Files
# or Software are furnished to do so, provided that either (a) this copyright and permission notice appear with all copies of the
# Data Files or Software, or (b) this copyright and permission notice appear in associated Documentation.
# THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
# THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF THIRD PARTY RIGHTS. IN NO EVENT SHALL
# THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY CLAIM, OR ANY SPECIAL INDIRECT OR CONSEQUENTIAL DAMAGES,
# OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
# TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THE DATA FILES OR SOFTWARE. Except as contained in
# this notice, the name of a copyright holder shall not be used in advertising or otherwise to promote the sale, use or other
# dealings in these Data Files or Software without prior written authorization of the copyright holder.
'''

# The data file keeps these apart, or calls them alike only in one case; in the fonts of terminals they are easily taken for each other.
ALSO_ALIKE = {
    0x0237: 'j',    # dotless j, as its dotless i is alike to i
    0x0192: 'f',    # f with a hook
    0x03B7: 'n',    # eta
    0x03C7: 'x',    # chi; its capital is an X there
    0x03C9: 'w',    # omega
    0x03DD: 'f',    # digamma; its capital is an F there
    0x0185: 'b',    # tone six, and with it the Cyrillic soft sign; its capital is a b there
    0x021D: '3',    # yogh and ezh; their capitals are a 3 there
    0x025C: '3',    # reversed open e, and with it the Cyrillic ze; its capital is a 3 there
}


def lines(path):
    """The lines of a data file without comments, split at semicolons."""
    for line in path.read_text(encoding='utf-8-sig').splitlines():
        fields = [field.strip() for field in line.split('#')[0].split(';')]
        if len(fields) > 1:
            yield fields


def code_points(hexadecimal):
    return ''.join(chr(int(code, 16)) for code in hexadecimal.split())


def code(text):
    return ' '.join(f'{ord(character):04X}' for character in text)


def version(path):
    text = path.read_text(encoding='utf-8-sig')[:2000]
    return re.search(r'(?:Version: |Scripts-)(\d+\.\d+\.\d+)', text)[1]


def characters(unicode_data):
    """Category and name of every character; of a range of them, what is true of its first."""
    found, first = {}, 0
    for number, name, category, *_ in lines(unicode_data):
        last = int(number, 16)
        if name.endswith('First>'):
            first = last
            continue
        for character in range(first if name.endswith('Last>') else last, last + 1):
            found[character] = (category, name)
    return found


def in_nicknames(category):
    return category[0] == 'L' or category in ('Mn', 'Mc', 'Nd')


def mapping(confusables, known):
    """Prototype of each character that a nickname can have."""
    prototypes = {int(source, 16): code_points(target) for source, target, *_ in lines(confusables)}
    # A small capital is drawn like its capital. The data file says so of some only; where it gives them a prototype, that is one too.
    for character, (_, name) in known.items():
        small_capital = re.fullmatch(r'LATIN LETTER SMALL CAPITAL ([A-Z])', name)
        if small_capital:
            prototype = prototypes.get(character, chr(character))
            if not prototype.isascii():
                prototypes[ord(prototype)] = small_capital[1]
    prototypes.update(ALSO_ALIKE)
    return {c: p for c, p in prototypes.items() if c in known and in_nicknames(known[c][0])}


def skeleton(text, prototypes):
    """One pass of UTS #39, section 4."""
    decomposed = unicodedata.normalize('NFD', text)
    return unicodedata.normalize('NFD', ''.join(prototypes.get(ord(c), c) for c in decomposed))


def needed(character, prototypes):
    """False where the decomposition of the character, canonical or compatible, leads to its prototype anyway."""
    text = chr(character)
    if unicodedata.normalize('NFD', text) != text:
        return False
    compatible = unicodedata.normalize('NFKD', text)
    return compatible == text or skeleton(compatible, prototypes) != skeleton(text, prototypes)


def write_confusables(confusables, known):
    prototypes = mapping(confusables, known)
    sources = collections.defaultdict(list)
    for character in sorted(prototypes):
        if needed(character, prototypes):
            sources[prototypes[character]].append(character)
    notice = NOTICE.format(
        source=f'confusables.txt of UTS #39, version {version(confusables)}',
        what='Prototype: the letters, digits and marks drawn like it. Those that decompose to letters drawn like it are left out.')
    rows = (f'{code(prototype)}: {" ".join(f"{c:04X}" for c in sources[prototype])}' for prototype in sorted(sources))
    (HERE / 'Confusables.txt').write_text(notice + '\n'.join(rows) + '\n', encoding='ascii')


def script_ranges(scripts):
    """The ranges of letters and marks of each script; what lies between two of them and is neither belongs to none."""
    script_of = {}
    for line in scripts.read_text(encoding='utf-8-sig').splitlines():
        match = re.match(r'([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; (\w+) # ([LM])(\S)', line)
        if match:
            for character in range(int(match[1], 16), int(match[2] or match[1], 16) + 1):
                script_of[character] = (match[3], match[4] == 'M')
    ranges, last = collections.defaultdict(list), None
    for character in sorted(script_of):
        script = script_of[character][0]
        if script == last:
            ranges[script][-1][1] = character
        else:
            ranges[script].append([character, character])
        last = script
    with_marks = {script for script, is_mark in script_of.values() if is_mark} - {'Common', 'Inherited'}
    return {script: ranges[script] for script in sorted(with_marks)}


def write_scripts(scripts):
    notice = NOTICE.format(
        source=f'Scripts.txt of the Unicode Character Database, version {version(scripts)}',
        what='The scripts that have marks of their own, with the ranges of their letters and marks.')
    rows = (f'{script}: {" ".join(f"{first:04X}-{last:04X}" for first, last in ranges)}'
            for script, ranges in script_ranges(scripts).items())
    (HERE / 'Scripts.txt').write_text(notice + '\n'.join(rows) + '\n', encoding='ascii')


def main(confusables, unicode_data, scripts):
    write_confusables(confusables, characters(unicode_data))
    write_scripts(scripts)


main(*map(pathlib.Path, sys.argv[1:]))
