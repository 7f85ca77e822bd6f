//! Art. 22: appeals.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art22.p1.appeal-window",
        title: ["Апелляция беру мерзімі", "Срок подачи апелляции", "Time to appeal"],
        outcomes: &[
            (
                "open",
                [
                    "Апелляция беруге болатын соңғы күн: {last_day} (қоса алғанда).",
                    "Апелляцию можно подать по {last_day} включительно.",
                    "You may appeal up to and including {last_day}.",
                ],
                [
                    "Дау тумауы үшін мына күннен кешіктірмеңіз: {advise_by}.|Апелляцияны тану орталығына беріңіз.",
                    "Чтобы не было спора, подайте не позднее {advise_by}.|Подайте апелляцию в центр признания.",
                    "To be beyond dispute, file by {advise_by}.|File the appeal with the recognition centre.",
                ],
            ),
            (
                "done-in-time",
                [
                    "Апелляция мерзімінде берілген.",
                    "Апелляция подана в срок.",
                    "The appeal was filed in time.",
                ],
                EMPTY,
            ),
            (
                "done-late",
                [
                    "Апелляция кеш берілген, соңғы күні: {last_day}.",
                    "Апелляция подана поздно: последний день — {last_day}.",
                    "The appeal was filed late: the last day was {last_day}.",
                ],
                [
                    "Сотқа жүгінуге құқығыңыз бар (16-бап).",
                    "Остаётся право обратиться в суд (ст. 16).",
                    "You may still apply to the court (art. 16).",
                ],
            ),
            (
                "overdue",
                [
                    "Апелляция беру мерзімі өтті, соңғы күні: {last_day}.",
                    "Срок подачи апелляции истёк: последний день — {last_day}.",
                    "The time to appeal is over: the last day was {last_day}.",
                ],
                [
                    "Сотқа жүгінуге құқығыңыз бар (16-бап).",
                    "Остаётся право обратиться в суд (ст. 16).",
                    "You may still apply to the court (art. 16).",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art22.p2.appeal-consideration",
        title: ["Апелляцияны қарау мерзімі", "Срок рассмотрения апелляции", "Time to consider an appeal"],
        outcomes: &[
            (
                "open",
                [
                    "Орталық апелляцияны қарауға тиіс соңғы күн: {last_day} (қоса алғанда).",
                    "Центр должен рассмотреть апелляцию по {last_day} включительно.",
                    "The centre must consider the appeal up to and including {last_day}.",
                ],
                EMPTY,
            ),
            (
                "done-in-time",
                [
                    "Апелляция мерзімінде қаралған.",
                    "Апелляция рассмотрена в срок.",
                    "The appeal was considered in time.",
                ],
                EMPTY,
            ),
            (
                "done-late",
                [
                    "Апелляция кеш қаралған, соңғы күні: {last_day}.",
                    "Апелляция рассмотрена поздно: последний день — {last_day}.",
                    "The appeal was considered late: the last day was {last_day}.",
                ],
                [
                    "Сотқа жүгінуге құқығыңыз бар (16-бап).",
                    "Кандидат вправе обратиться в суд (ст. 16).",
                    "The candidate may apply to the court (art. 16).",
                ],
            ),
            (
                "overdue",
                [
                    "Орталық мерзімді өткізіп алды, соңғы күні: {last_day}.",
                    "Центр пропустил срок: последний день — {last_day}.",
                    "The centre has missed the term: the last day was {last_day}.",
                ],
                [
                    "Орталықтан жауап талап етіңіз; сотқа жүгінуге құқығыңыз бар (16-бап).",
                    "Потребуйте ответа от центра; кандидат вправе обратиться в суд (ст. 16).",
                    "Ask the centre for its answer; the candidate may apply to the court (art. 16).",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art22.p3.s2.inform-appeal-result",
        title: [
            "Апелляция нәтижесін хабарлау",
            "Сообщение о результате апелляции",
            "Telling the result of an appeal",
        ],
        outcomes: &[
            (
                "open",
                [
                    "Орталық нәтижені хабарлауға тиіс соңғы күн: {last_day} (қоса алғанда).",
                    "Центр должен сообщить результат по {last_day} включительно.",
                    "The centre must tell the result up to and including {last_day}.",
                ],
                EMPTY,
            ),
            (
                "done-in-time",
                [
                    "Нәтиже мерзімінде хабарланған.",
                    "Результат сообщён в срок.",
                    "The candidate was informed in time.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art22.p3.s1.appeal-commission",
        title: ["Апелляциялық комиссия", "Апелляционная комиссия", "The appeal commission"],
        outcomes: &[
            (
                "established",
                [
                    "Апелляциялық комиссия құрылған күн: {established_on}.",
                    "Апелляционная комиссия создана: {established_on}.",
                    "The appeal commission was set up on {established_on}."
                ],
                EMPTY,
            ),
            (
                "not-yet",
                [
                    "Комиссия әлі құрылмаған, апелляция әлі қаралмаған; Заң комиссияны құру мерзімін белгілемейді.",
                    "Комиссии ещё нет, апелляция ещё не рассмотрена; срока создания комиссии в Законе нет.",
                    "There is no commission yet, and the appeal is not considered yet; the Law sets no term for the commission."
                ],
                EMPTY,
            ),
            (
                "considered-without",
                [
                    "Апелляция комиссиясыз қаралған.",
                    "Апелляция рассмотрена без комиссии.",
                    "The appeal was considered without a commission."
                ],
                [
                    "Комиссияның қарауын талап етіңіз; сотқа жүгінуге құқығыңыз бар (16-бап).",
                    "Потребуйте рассмотрения комиссией; кандидат вправе обратиться в суд (ст. 16).",
                    "Ask for a commission to consider it; the candidate may apply to the court (art. 16)."
                ],
            ),
        ],
    },
];
