#!/usr/bin/env python3
"""Write lines to import, always the same: lines.py words|unicode COUNT >FILE.csv"""

import csv
import random
import sys

KINDS = ["Idee", "Pilotidee", "Kenmerk", "Aandachtspunt"]
PLACES = ["Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde", ""]
WORDS = (
    "de pilots wonen zorg ouderen jeugd coördinatie financiële ideeën met één plan voor de wijk en samen bouwen"
    " bestaanszekerheid netwerk ‘t € – matchmaker"
).split()


def words():
    return " ".join(random.choices(WORDS, k=random.randint(3, 25)))


def unicode():
    """Characters from everywhere, most of which no font has."""
    blocks = [(0x20, 0x24F), (0x250, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x1FFFF)]
    return "x" + "".join(chr(random.randint(*random.choice(blocks))) for _ in range(random.randint(1, 60)))


def main():
    text = {"words": words, "unicode": unicode}[sys.argv[1]]
    random.seed(1)
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    out = csv.writer(sys.stdout, delimiter=";")
    out.writerow(["soort", "tekst", "gemeente"])
    for _ in range(int(sys.argv[2])):
        out.writerow([random.choice(KINDS), text(), random.choice(PLACES)])


main()
