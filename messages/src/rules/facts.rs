//! The names of facts, for what is missing.

use super::Said;

/// What could not be decided, with `{missing}`.
pub(super) const MISSING: Said = [
    "Мыналар белгісіз болғандықтан шешілмеді: {missing}.",
    "Не решено: неизвестно следующее — {missing}.",
    "Not decided, because this is not known: {missing}.",
];

/// What to do then.
pub(super) const MISSING_ADVICE: Said =
    ["Оны көрсетіп, қайта сұраңыз.", "Укажите это и спросите снова.", "State it and ask again."];

/// Facts by their names.
pub(super) const NAMES: &[(&str, Said)] = &[
    ("as_of", ["сұралған күн", "день, о котором вопрос", "the day asked about"]),
    (
        "informed_on",
        ["нәтиже хабарланған күн", "день сообщения результата", "the day of being informed of the result"],
    ),
    (
        "registered_on",
        ["апелляция тіркелген күн", "день регистрации апелляции", "the day of registration of the appeal"],
    ),
    (
        "working-day-calendar",
        [
            "осы күндердің жұмыс күнтізбесі",
            "календарь рабочих дней на эти даты",
            "the calendar of working days for these dates",
        ],
    ),
];
