//! The composite questions.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "ask.can-i-apply",
        title: ["Өтініш бере аламын ба", "Могу ли я подать заявление", "May I apply"],
        outcomes: &[
            (
                "satisfied",
                [
                    "Өтініш беруге болады; емтихан күніне қарай керек болады: {later}.|Өтініш беруге болады.",
                    "Заявление подать можно; ко дню экзамена потребуется: {later}.|Заявление подать можно.",
                    "You may apply; needed by the day of the exam: {later}.|You may apply.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                [
                    "Әзірге өтініш беруге болмайды; орындалмаған талаптар: {failed}.",
                    "Подать заявление пока нельзя; не выполнены условия: {failed}.",
                    "You may not apply yet; these conditions are not met: {failed}.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.is-document-good",
        title: ["Құжат жарамды ма", "Действителен ли документ", "Is the document valid"],
        outcomes: &[
            (
                "satisfied",
                [
                    "Құжат бұл күні жарамды.",
                    "Документ на этот день действителен.",
                    "The document is valid on this day.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                [
                    "Құжат жарамсыз; құжат өтпеген тексерулер: {failed}.|Құжат жарамсыз: қолтаңба дұрыс емес.",
                    "Документ недействителен; не пройдены проверки: {failed}.|Документ недействителен: подпись неверна.",
                    "The document is not valid; it does not pass these checks: {failed}.|The document is not valid: its signature does not hold.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "subject-to-cancellation",
                [
                    "Құжаттың күші жойылуға жатады: иесіне қатысты шағым расталған. Тізілімде күшін жою туралы жазба әлі жоқ.",
                    "Документ подлежит аннулированию: подтверждена жалоба на его обладателя. Записи об аннулировании в реестре ещё нет.",
                    "The document must be cancelled: a complaint against its holder is confirmed. The register does not list it as cancelled yet.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.voucher",
        title: ["Ваучер ала аламын ба", "Могу ли я получить ваучер", "May I get a voucher"],
        outcomes: &[
            (
                "satisfied",
                [
                    "Біржолғы ваучер алуға болады.",
                    "Единоразовый ваучер получить можно.",
                    "You may get a one-time voucher.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                [
                    "Ваучер алуға болмайды; орындалмаған талаптар: {failed}.",
                    "Получить ваучер нельзя; не выполнены условия: {failed}.",
                    "You may not get a voucher; these conditions are not met: {failed}.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.voucher-use",
        title: [
            "Ваучерімді пайдалана аламын ба",
            "Могу ли я воспользоваться своим ваучером",
            "May I use my voucher",
        ],
        outcomes: &[
            (
                "satisfied",
                [
                    "Ваучерді пайдалануға болады, соңғы күні: {last_day} (қоса алғанда).",
                    "Ваучером можно воспользоваться по {last_day} включительно.",
                    "The voucher may be used up to and including {last_day}.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                [
                    "Ваучерді бұлай пайдалануға болмайды; орындалмаған талаптар: {failed}.",
                    "Так воспользоваться ваучером нельзя; не выполнены условия: {failed}.",
                    "The voucher may not be used like this; these conditions are not met: {failed}.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "used",
                [
                    "Ваучер пайдаланылған, күні: {used_on}; ол бір рет қана қолданылады.",
                    "Ваучер уже использован, дата: {used_on}; он служит один раз.",
                    "The voucher was used on {used_on}; it serves once.",
                ],
                EMPTY,
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
                    "Орталық аккредиттелген, бірақ мына міндеттер орындалмаған: {not_published}. Қайта аккредиттеуге өтініш берудің соңғы күні: {last_day}.|Орталық аккредиттелген, бірақ мына міндеттер орындалмаған: {not_published}.|Орталық аккредиттелген; қайта аккредиттеуге өтініш берудің соңғы күні: {last_day}.|Орталық аккредиттелген.",
                    "Центр аккредитован, но не исполнены обязанности: {not_published}. Последний день заявления на повторную аккредитацию: {last_day}.|Центр аккредитован, но не исполнены обязанности: {not_published}.|Центр аккредитован; последний день заявления на повторную аккредитацию: {last_day}.|Центр аккредитован.",
                    "The centre is accredited, but these duties are not met: {not_published}. The last day to apply for re-accreditation is {last_day}.|The centre is accredited, but these duties are not met: {not_published}.|The centre is accredited; the last day to apply for re-accreditation is {last_day}.|The centre is accredited.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                [
                    "Орталықтың аккредиттеуі күшінде емес; орындалмаған талаптар: {failed}. Орындалмаған міндеттер: {not_published}.|Орталықтың аккредиттеуі күшінде емес; орындалмаған талаптар: {failed}.",
                    "Аккредитация центра не действует; не выполнены условия: {failed}. Не исполнены обязанности: {not_published}.|Аккредитация центра не действует; не выполнены условия: {failed}.",
                    "The centre's accreditation is not in force; these conditions are not met: {failed}. These duties are not met: {not_published}.|The centre's accreditation is not in force; these conditions are not met: {failed}.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
        ],
    },
    RuleTexts {
        id: "ask.applicant-ready",
        title: [
            "Өтініш беруші аккредиттеуге дайын ба",
            "Готов ли заявитель к аккредитации",
            "Is the applicant ready",
        ],
        outcomes: &[
            (
                "satisfied",
                [
                    "Өтініш беруге дайын; сараптамада анықталады: {later}.|Өлшемшарттар орындалған.",
                    "Заявление подать можно; при экспертизе выяснится: {later}.|Критерии выполнены.",
                    "Ready to apply; the examination will find: {later}.|The criteria are met.",
                ],
                ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"],
            ),
            (
                "violated",
                [
                    "Әлі дайын емес; орындалмаған талаптар: {failed}.",
                    "Ещё не готово; не выполнены условия: {failed}.",
                    "Not ready yet; these conditions are not met: {failed}.",
                ],
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
                    "Өткен мерзім бар: {failed}; келесісі аяқталатын күн: {last_day}.|Өткен мерзім бар: {failed}.",
                    "Есть пропущенные сроки: {failed}; ближайший из остальных: {last_day}.|Есть пропущенные сроки: {failed}.",
                    "A term was missed: {failed}; the next of the others ends on {last_day}.|A term was missed: {failed}.",
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
                "passed",
                [
                    "Емтихан тапсырылды немесе шешім оң: құжат беріледі.",
                    "Экзамен сдан или решение положительное: документ выдаётся.",
                    "The exam is passed, or the decision is positive: the document is due.",
                ],
                ["Енді: {next}.", "Теперь: {next}.", "Now: {next}."],
            ),
            (
                "retake-to-be-appointed",
                [
                    "Орталық қайта тапсыру уақытын белгілейді; орталық келіспеуі мүмкін болғандықтан апелляция мерзімі де өтіп жатыр, соңғы күні: {last_day}.|Орталық қайта тапсыру уақытын белгілейді.",
                    "Центр назначит пересдачу; на случай спора идёт и срок апелляции, последний день: {last_day}.|Центр назначит пересдачу.",
                    "The centre will appoint a retake; in case it disagrees, the time to appeal runs too, until {last_day}.|The centre will appoint a retake.",
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
                [
                    "Дау тумауы үшін мына күннен кешіктірмеңіз: {advise_by}. Енді: {next}.|Енді: {next}.",
                    "Чтобы не было спора, подайте не позднее {advise_by}. Теперь: {next}.|Теперь: {next}.",
                    "To be beyond dispute, file by {advise_by}. Now: {next}.|Now: {next}.",
                ],
            ),
            (
                "appeal-filed",
                [
                    "Апелляция мерзімінде берілген; орталық оны қарауға тиіс.",
                    "Апелляция подана в срок; центр должен её рассмотреть.",
                    "The appeal was filed in time; the centre must consider it.",
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
