//! What moved an answer, in words.

use super::Said;

/// Steps by their names.
pub(super) const STEPS: &[(&str, Said)] = &[
    (
        "event-day-excluded",
        [
            "{on}: оқиға күні есептелмейді.",
            "{on}: день события, не считается.",
            "{on}: the day of the event, not counted.",
        ],
    ),
    ("weekend", ["{on}: демалыс күні.", "{on}: выходной.", "{on}: weekend."]),
    (
        "holiday",
        [
            "{on}: мереке, {holiday}.|{on}: мереке.",
            "{on}: праздник, {holiday}.|{on}: праздник.",
            "{on}: holiday, {holiday}.|{on}: holiday.",
        ],
    ),
    (
        "day-off",
        [
            "{on}: демалыс күні, {moved_from} күнінен ауыстырылған.|{on}: демалыс күні.",
            "{on}: выходной, перенесён с {moved_from}.|{on}: выходной.",
            "{on}: day off, transferred from {moved_from}.|{on}: day off.",
        ],
    ),
    (
        "worked-weekend-day",
        [
            "{on}: жұмыс күні, {worked_for} күнінің орнына.|{on}: жұмыс күні.",
            "{on}: рабочий день вместо {worked_for}.|{on}: рабочий день.",
            "{on}: worked, in exchange for {worked_for}.|{on}: worked.",
        ],
    ),
    (
        "calendar-covers",
        [
            "Жұмыс күнтізбесі {from} – {until} аралығын қамтиды.",
            "Календарь рабочих дней охватывает {from} – {until}.",
            "The calendar of working days covers {from} to {until}.",
        ],
    ),
    (
        "law-not-in-force",
        [
            "Заң {in_force_from} бастап қолданыста.",
            "Закон действует с {in_force_from}.",
            "The Law is in force from {in_force_from}.",
        ],
    ),
];
