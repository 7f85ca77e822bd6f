"""Exports Kazakhstan's holidays, moved days off and worked weekend days to working-days.csv.

    pip install holidays==0.109
    python core/src/calendar/export.py 2023 2027 > core/src/calendar/working-days.csv

The source is the PyPI package `holidays`, country KZ. The last column of a moved day off is the day it was moved from; of
a worked weekend day, the day off given in exchange. Run this script by hand when a newer version of the package covers
another year. Builds do not run it.
"""

import re
import sys
from datetime import datetime

import holidays

NAMES = {
    "New Year's Day": "new-year",
    "Orthodox Christmas": "christmas",
    "International Women's Day": "womens-day",
    "Nowruz Holiday": "nauryz",
    "Kazakhstan's People Solidarity Holiday": "unity-day",
    "Defender of the Fatherland Day": "defender-day",
    "Victory Day": "victory-day",
    "Eid al-Adha": "kurban-ait",
    "Capital Day": "capital-day",
    "Constitution Day": "constitution-day",
    "Republic Day": "republic-day",
    "Independence Day": "independence-day",
}
SWAPPED = re.compile(r"Day off \(substituted from (\d\d/\d\d/\d{4})\)")
MOVED = " (observed)"


def main(first: int, last: int) -> None:
    calendar = holidays.country_holidays("KZ", years=range(first, last + 1), language="en_US")
    rows = {}
    waiting = []  # holidays on a weekend whose moved day off has not been reached yet
    for day, title in sorted(calendar.items()):
        name = title.removesuffix(" (estimated)").removesuffix(MOVED)
        if swapped := SWAPPED.fullmatch(title):
            worked = datetime.strptime(swapped[1], "%m/%d/%Y").date()
            rows[day] = ("day-off", "", worked)
            rows[worked] = ("worked", "", day)
        elif title.endswith(MOVED):
            rows[day] = ("day-off", NAMES[name], waiting.pop(0))
        else:
            rows[day] = ("holiday", NAMES[name], None)
            # Christmas and Kurban Ait on a weekend are not moved; other holidays are.
            if day.weekday() >= 5 and NAMES[name] not in ("christmas", "kurban-ait"):
                waiting = [left for left in waiting if (day - left).days < 7] + [day]
    unknown = [day for day in calendar.weekend_workdays if first <= day.year <= last and day not in rows]
    if unknown:
        sys.exit(f"worked weekend days without their day off: {unknown}")
    print(f"# The PyPI package holidays {holidays.__version__}, country KZ; made by export.py")
    print(f"# covered {first}-01-01 {last}-12-31")
    print("day,kind,name,related")
    for day, (kind, name, related) in sorted(rows.items()):
        print(f"{day},{kind},{name},{related or ''}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
