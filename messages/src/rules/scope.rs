//! Art. 2, 9 and 10: to whom the Law applies, and annual duties.

use super::{RuleTexts, outcomes, rule_texts};

/// The outcomes of one office of art. 2.3.
macro_rules! by_office {
    () => {
        outcomes![
            (
                "not-excluded",
                [
                    "Бұл тармақша қатысты емес.",
                    "Этот подпункт не касается человека.",
                    "This subparagraph does not concern the person.",
                ],
                EMPTY,
            ),
            (
                "excluded",
                [
                    "Лауазымына байланысты Заң қолданылмайды: {categories}.",
                    "Закон не применяется; причина — {categories}.",
                    "By office the Law does not apply: {categories}.",
                ],
                EMPTY,
            ),
        ]
    };
}

/// The outcomes of a body's annual duty (art. 9).
macro_rules! once_a_year {
    () => {
        outcomes![
            (
                "met",
                [
                    "Бұл жылы орындалған, күні: {done_on}.",
                    "В этом году выполнено, дата: {done_on}.",
                    "Done this year, on {done_on}.",
                ],
                EMPTY,
            ),
            (
                "open",
                [
                    "Бұл жылы әлі орындалмаған, соңғы күні: {last_day}.",
                    "В этом году ещё не выполнено, последний день: {last_day}.",
                    "Not done yet this year; the last day is {last_day}.",
                ],
                ["Жыл аяқталғанша орындаңыз.", "Выполните до конца года.", "Do it before the year is over."],
            ),
            (
                "missed",
                [
                    "Ол жылы орындалмаған, соңғы күні: {last_day}.",
                    "В том году не выполнено, последний день: {last_day}.",
                    "Not done that year; the last day was {last_day}.",
                ],
                EMPTY,
            ),
            (
                "before-the-first-whole-year",
                [
                    "Заң ол жылы толық қолданыста болмаған.",
                    "В том году Закон действовал не весь год.",
                    "The Law was not in force for the whole of that year.",
                ],
                EMPTY,
            ),
        ]
    };
}

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art2.p3.scope",
        title: [
            "Заң бұл адамға қолданыла ма",
            "Применяется ли Закон к человеку",
            "Whether the Law applies to the person",
        ],
        outcomes: &[
            (
                "in-scope",
                [
                    "Заң бұл адамға қолданылады.",
                    "Закон применяется к этому человеку.",
                    "The Law applies to this person.",
                ],
                EMPTY,
            ),
            (
                "excluded",
                [
                    "Лауазымына байланысты Заң бұл адамға қолданылмайды: {failed}.",
                    "Закон к этому человеку не применяется: {failed}.",
                    "By office the Law does not apply to this person: {failed}.",
                ],
                [
                    "Лауазымнан кеткен соң қайта сұраңыз.",
                    "Спросите снова после ухода с должности.",
                    "Ask again after leaving the office.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art2.p3.s1.civil-servant",
        title: [
            "Мемлекеттік қызметшілер мен әскерилер",
            "Госслужащие и военные",
            "Civil servants and military personnel",
        ],
        outcomes: by_office!(),
    },
    RuleTexts {
        id: "art2.p3.s2.national-bank-regulator",
        title: [
            "Ұлттық Банк пен қаржы реттеушісінің қызметкерлері",
            "Работники Национального Банка и финансового регулятора",
            "Employees of the National Bank and of the regulator",
        ],
        outcomes: by_office!(),
    },
    RuleTexts {
        id: "art2.p3.s3.judge", title: ["Судьялар", "Судьи", "Judges"], outcomes: by_office!()
    },
    RuleTexts {
        id: "art2.p3.s4.deputy",
        title: ["Депутаттар", "Депутаты", "Deputies"],
        outcomes: by_office!(),
    },
    RuleTexts {
        id: "art2.p4.foreigner-right",
        title: [
            "Шетелдіктер мен азаматтығы жоқ адамдар",
            "Иностранцы и лица без гражданства",
            "Foreigners and stateless persons",
        ],
        outcomes: &[
            (
                "citizen",
                [
                    "Бұл ереже шетелдіктер мен азаматтығы жоқ адамдарға қатысты.",
                    "Это правило — об иностранцах и лицах без гражданства.",
                    "This rule is about foreigners and stateless persons.",
                ],
                EMPTY,
            ),
            (
                "entitled-subject-to-other-law",
                [
                    "Басқа заңда немесе халықаралық шартта өзгеше көзделмесе, азаматтығы тануға кедергі емес; Заң бұл адамға қолданыла ма — 2-баптың 3-тармағын қараңыз.",
                    "Гражданство не препятствует признанию, если иное не предусмотрено законом или международным договором; применяется ли Закон к этому человеку, решает п. 3 ст. 2.",
                    "Citizenship does not bar recognition, unless a law or a treaty provides otherwise; whether the Law applies to the person is for art. 2, para. 3.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art9.s1.annual-register-recommendations",
        title: [
            "Кәсіптер тізілімі бойынша жыл сайынғы ұсынымдар",
            "Ежегодные рекомендации по реестру профессий",
            "Yearly recommendations on the register of professions",
        ],
        outcomes: once_a_year!(),
    },
    RuleTexts {
        id: "art9.s2.annual-standards-recommendations",
        title: [
            "Кәсіптік стандарттар бойынша жыл сайынғы ұсынымдар",
            "Ежегодные рекомендации по профессиональным стандартам",
            "Yearly recommendations on professional standards",
        ],
        outcomes: once_a_year!(),
    },
    RuleTexts {
        id: "art9.s3.annual-need",
        title: [
            "Тануға жыл сайынғы қажеттілік",
            "Ежегодная потребность в признании",
            "Yearly need for recognition",
        ],
        outcomes: once_a_year!(),
    },
    RuleTexts {
        id: "art10.p3.council-info-freshness",
        title: [
            "Ұлттық кеңес туралы ақпараттың өзектілігі",
            "Свежесть сведений о Национальном совете",
            "How recent the information on the National council is",
        ],
        outcomes: &[
            (
                "fresh",
                [
                    "Ақпарат жаңа, келесі жаңартудың соңғы күні: {last_day}.",
                    "Сведения свежие, обновить не позднее: {last_day}.",
                    "The information is recent; it is to be updated by {last_day}.",
                ],
                EMPTY,
            ),
            (
                "stale",
                [
                    "Ақпарат ескірген, жаңартудың соңғы күні: {last_day}.",
                    "Сведения устарели, последний день обновления: {last_day}.",
                    "The information is out of date; the last day to update it was {last_day}.",
                ],
                ["Жаңартыңыз.", "Обновите их.", "Update it."],
            ),
        ],
    },
    RuleTexts {
        id: "art5.p5.part2.standard-approval",
        title: [
            "Кәсіптік стандартты бекіту",
            "Утверждение профессионального стандарта",
            "Approval of a professional standard"
        ],
        outcomes: &[
            (
                "in-order",
                [
                    "Стандарт тәртіппен бекітілген.",
                    "Стандарт утверждён в установленном порядке.",
                    "The standard was approved as the Law requires."
                ],
                EMPTY,
            ),
            (
                "not-in-order",
                [
                    "Бекіту шарттары орындалмаған: {failed}.",
                    "Не выполнены условия утверждения: {failed}.",
                    "These conditions of the approval are not met: {failed}."
                ],
                [
                    "Салалық мемлекеттік органға жүгініңіз.",
                    "Обратитесь в отраслевой государственный орган.",
                    "Ask the sectoral state body."
                ],
            ),
        ],
    },
];
