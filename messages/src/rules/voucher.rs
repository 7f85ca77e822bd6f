//! Art. 29: the one-time voucher.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art29.p1.voucher-eligibility",
        title: ["Ваучер алу құқығы", "Право на ваучер", "Right to a voucher"],
        outcomes: &[
            (
                "eligible",
                [
                    "Біржолғы ваучер алуға құқығы бар.",
                    "Право на единоразовый ваучер есть.",
                    "There is a right to a one-time voucher.",
                ],
                [
                    "Жұмыспен қамту органына жүгініңіз.",
                    "Обратитесь в орган занятости.",
                    "Apply to the employment service.",
                ],
            ),
            (
                "not-eligible",
                [
                    "Ваучер алуға құқығы жоқ: {reasons}.",
                    "Права на ваучер нет: {reasons}.",
                    "There is no right to a voucher: {reasons}.",
                ],
                [
                    "Жұмыссыз ретінде тіркеліңіз.",
                    "Зарегистрируйтесь как безработный.",
                    "Register as unemployed.",
                ],
            ),
            (
                "out-of-scope",
                [
                    "Ваучер алуға құқығы жоқ: {reasons}.",
                    "Права на ваучер нет: {reasons}.",
                    "There is no right to a voucher: {reasons}.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art29.p1.once-a-year",
        title: ["Жылына бір ваучер", "Один ваучер в год", "One voucher a year"],
        outcomes: &[
            (
                "allowed",
                [
                    "Бұл жылы ваучер берілмеген, алуға болады.",
                    "В этом году ваучер не выдавался, получить можно.",
                    "No voucher was given this year; one may be.",
                ],
                EMPTY,
            ),
            (
                "not-allowed",
                [
                    "Бұл жылы ваучер берілген; келесісі мүмкін күн: {next_possible}.",
                    "В этом году ваучер уже выдан; следующий возможен с {next_possible}.",
                    "A voucher was given this year; the next is possible from {next_possible}.",
                ],
                ["Сол күннен бастап сұраңыз.", "Обратитесь с этого дня.", "Ask again from that day."],
            ),
        ],
    },
    RuleTexts {
        id: "art29.p1.use-within-validity",
        title: ["Ваучерді мерзімінде пайдалану", "Использование ваучера в срок", "Using the voucher in time"],
        outcomes: &[
            (
                "usable",
                [
                    "Ваучерді пайдалануға болады, соңғы күні: {last_day} (қоса алғанда).",
                    "Ваучером можно воспользоваться по {last_day} включительно.",
                    "The voucher may be used up to and including {last_day}.",
                ],
                [
                    "Емтиханды сол күнге дейін тапсырыңыз.",
                    "Сдайте экзамен не позднее этой даты.",
                    "Sit the exam by that day.",
                ],
            ),
            (
                "not-yet",
                [
                    "Ваучердің мерзімі әлі басталмаған.",
                    "Срок ваучера ещё не начался.",
                    "The voucher is not valid yet.",
                ],
                EMPTY,
            ),
            (
                "expired",
                [
                    "Ваучердің мерзімі өткен, соңғы күні: {last_day}.",
                    "Срок ваучера истёк, последний день: {last_day}.",
                    "The voucher has expired; its last day was {last_day}.",
                ],
                [
                    "Күнтізбелік жылда бір ваучер беріледі: осы жылы берілмесе, жаңасын сұрауға болады.",
                    "В календарном году выдаётся один ваучер: если в этом году его не было, можно попросить новый.",
                    "One voucher is given in a calendar year: if none was given this year, ask for a new one.",
                ],
            ),
            (
                "used",
                [
                    "Ваучер мерзімінде пайдаланылған, күні: {used_on}.",
                    "Ваучер использован в срок, дата: {used_on}.",
                    "The voucher was used in time, on {used_on}.",
                ],
                EMPTY,
            ),
            (
                "used-outside",
                [
                    "Ваучер мерзімінен тыс пайдаланылған, күні: {used_on}.",
                    "Ваучер использован вне срока, дата: {used_on}.",
                    "The voucher was used outside its validity, on {used_on}.",
                ],
                ["Орталықтан сұраңыз.", "Спросите центр.", "Ask the centre."],
            ),
        ],
    },
    RuleTexts {
        id: "art29.p2.free-choice",
        title: ["Кәсіп пен орталықты таңдау", "Выбор профессии и центра", "Choice of profession and centre"],
        outcomes: &[
            (
                "satisfied",
                [
                    "Таңдаған кәсіп пен орталық жарайды.",
                    "Выбранные профессия и центр подходят.",
                    "The chosen profession and centre are suitable.",
                ],
                EMPTY,
            ),
            (
                "violated",
                [
                    "Таңдау жарамайды: {failed}.",
                    "Выбор не подходит: {failed}.",
                    "The choice is not suitable: {failed}.",
                ],
                ["Басқасын таңдаңыз.", "Выберите другое.", "Choose another one."],
            ),
        ],
    },
    RuleTexts {
        id: "art29.p3.cancel-unused",
        title: [
            "Пайдаланылмаған ваучердің күші жойылуы",
            "Аннулирование неиспользованного ваучера",
            "Cancellation of an unused voucher",
        ],
        outcomes: &[
            (
                "cancelled",
                [
                    "Ваучер пайдаланылмай, күші жойылған, күні: {from}.",
                    "Ваучер не использован и аннулирован, дата: {from}.",
                    "The voucher was not used and is cancelled from {from}.",
                ],
                [
                    "Күнтізбелік жылда бір ваучер беріледі: осы жылы берілмесе, жаңасын сұрауға болады.",
                    "В календарном году выдаётся один ваучер: если в этом году его не было, можно попросить новый.",
                    "One voucher is given in a calendar year: if none was given this year, ask for a new one.",
                ],
            ),
            (
                "not-cancelled",
                [
                    "Ваучердің күші бар, соңғы күні: {last_day}.",
                    "Ваучер действует, последний день: {last_day}.",
                    "The voucher stands; its last day is {last_day}.",
                ],
                [
                    "Мерзімі өткенше пайдаланыңыз.",
                    "Используйте его до конца срока.",
                    "Use it before it ends.",
                ],
            ),
            (
                "used",
                [
                    "Ваучер мерзімінде пайдаланылған.",
                    "Ваучер использован в срок.",
                    "The voucher was used in time.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art29.p3.extension",
        title: ["Ваучер мерзімін ұзарту", "Продление ваучера", "Extension of the voucher"],
        outcomes: &[
            (
                "extended",
                [
                    "Мерзімі ұзартылған, күн саны: {extended_by}; соңғы күні: {last_day}.",
                    "Срок продлён, дней: {extended_by}; последний день: {last_day}.",
                    "Extended, days: {extended_by}; the last day is {last_day}.",
                ],
                EMPTY,
            ),
            (
                "not-extended",
                [
                    "Мерзімі ұзартылмаған, соңғы күні: {last_day}.",
                    "Срок не продлён, последний день: {last_day}.",
                    "Not extended; the last day is {last_day}.",
                ],
                EMPTY,
            ),
        ],
    },
];
