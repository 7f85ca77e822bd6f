//! The composite questions.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "ask.can-i-apply",
        title: ["Өтініш бере аламын ба", "Могу ли я подать заявление", "May I apply"],
        outcomes: &[
            (
                "satisfied",
                ["Өтініш беруге болады.", "Заявление подать можно.", "You may apply."],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                [
                    "Өтініш беруге кедергі бар: {failed}.",
                    "Подать нельзя, мешает: {failed}.",
                    "You may not apply yet, because of: {failed}.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.is-document-good",
        title: ["Құжат жарамды ма", "Годен ли документ", "Is the document good"],
        outcomes: &[
            (
                "satisfied",
                [
                    "Құжат бұл күні жарамды.",
                    "Документ на этот день годен.",
                    "The document is good on this day.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                [
                    "Құжат жарамсыз: {failed}.|Құжат жарамсыз: қолтаңба дұрыс емес.",
                    "Документ не годен: {failed}.|Документ не годен: подпись неверна.",
                    "The document is not good: {failed}.|The document is not good: its signature does not hold.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.voucher",
        title: ["Ваучер туралы", "О ваучере", "About the voucher"],
        outcomes: &[
            (
                "satisfied",
                ["Ваучер бойынша бәрі дұрыс.", "С ваучером всё в порядке.", "All is well with the voucher."],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                ["Кедергі бар: {failed}.", "Мешает: {failed}.", "This stands in the way: {failed}."],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.centre-standing",
        title: ["Орталықтың жағдайы", "Положение центра", "Standing of the centre"],
        outcomes: &[
            (
                "satisfied",
                [
                    "Орталықтың жағдайы дұрыс, қайта өтініштің соңғы күні: {last_day}.",
                    "Центр в порядке, последний день нового заявления: {last_day}.",
                    "The centre is in good standing; the last day to reapply is {last_day}.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                ["Мәселе бар: {failed}.", "Есть нарушения: {failed}.", "This is not in order: {failed}."],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.applicant-ready",
        title: ["Өтініш беруші дайын ба", "Готов ли заявитель", "Is the applicant ready"],
        outcomes: &[
            (
                "satisfied",
                ["Өтініш беруге дайын.", "К заявлению всё готово.", "Ready to apply."],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                ["Әлі дайын емес: {failed}.", "Ещё не готово: {failed}.", "Not ready yet: {failed}."],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.nce-clock",
        title: [
            "Палата мен орталықтың мерзімдері",
            "Сроки Палаты и центра",
            "Clocks of the Chamber and the centre",
        ],
        outcomes: &[
            (
                "satisfied",
                [
                    "Барлық мерзім сақталған, ең жақын күн: {last_day}.|Барлық мерзім сақталған.",
                    "Все сроки соблюдены, ближайший: {last_day}.|Все сроки соблюдены.",
                    "Every term is kept; the next ends on {last_day}.|Every term is kept.",
                ],
                EMPTY,
            ),
            (
                "violated",
                [
                    "Өткен мерзім бар: {failed}.",
                    "Есть пропущенные сроки: {failed}.",
                    "A term was missed: {failed}.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "ask.what-now-after-fail",
        title: ["Емтиханнан өтпеген соң не істеу керек", "Что делать после неудачи", "What now after a fail"],
        outcomes: &[
            (
                "retake-to-be-appointed",
                [
                    "Орталық қайта тапсыру уақытын белгілейді.",
                    "Центр назначит пересдачу.",
                    "The centre will appoint a retake.",
                ],
                ["Енді: {next}.", "Теперь: {next}.", "Now: {next}."],
            ),
            (
                "appeal-open",
                [
                    "Апелляция беруге болады, соңғы күні: {last_day}.",
                    "Можно подать апелляцию, последний день: {last_day}.",
                    "An appeal is open; the last day is {last_day}.",
                ],
                ["Енді: {next}.", "Теперь: {next}.", "Now: {next}."],
            ),
            (
                "appeal-closed",
                [
                    "Апелляция мерзімі өткен, соңғы күні: {last_day}.",
                    "Срок апелляции истёк, последний день: {last_day}.",
                    "The time to appeal is over; the last day was {last_day}.",
                ],
                ["Енді: {next}.", "Теперь: {next}.", "Now: {next}."],
            ),
        ],
    },
];
