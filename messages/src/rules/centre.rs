//! Art. 17 and 23: the centre and its accreditation.

use super::{RuleTexts, outcomes, rule_texts};

/// The outcomes of an accreditation and a re-accreditation.
macro_rules! stages {
    () => {
        outcomes![
            (
                "complete",
                ["Барлық кезең өткен.", "Все этапы пройдены.", "Every stage has been passed."],
                EMPTY,
            ),
            (
                "incomplete",
                [
                    "Мына кезеңдер жоқ: {missing_stages}; реті бұзылғаны: {out_of_order}.|Мына кезеңдер жоқ: {missing_stages}.",
                    "Нет этапов: {missing_stages}; не по порядку: {out_of_order}.|Нет этапов: {missing_stages}.",
                    "These stages are missing: {missing_stages}; out of order: {out_of_order}.|These stages are missing: {missing_stages}.",
                ],
                [
                    "Жетіспейтін кезеңдерді өткізіңіз.",
                    "Проведите недостающие этапы.",
                    "Carry out what is missing.",
                ],
            ),
            (
                "out-of-order",
                [
                    "Кезеңдердің реті бұзылған: {out_of_order}.",
                    "Нарушен порядок этапов: {out_of_order}.",
                    "These stages are out of order: {out_of_order}.",
                ],
                EMPTY,
            ),
            (
                "stages-after-refusal",
                [
                    "Бас тартудан кейін кезең болмайды: {after_refusal}.",
                    "После отказа этих этапов не бывает: {after_refusal}.",
                    "After a refusal there are no such stages: {after_refusal}.",
                ],
                EMPTY,
            ),
        ]
    };
}

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art17.p1.centre-status",
        title: ["Орталық аккредиттелген бе", "Аккредитован ли центр", "Whether the centre is accredited"],
        outcomes: &[
            (
                "accredited",
                [
                    "Орталық аккредиттелген, соңғы күні: {last_day}.",
                    "Центр аккредитован, последний день: {last_day}.",
                    "The centre is accredited; the last day is {last_day}.",
                ],
                EMPTY,
            ),
            (
                "unknown-centre",
                [
                    "Мұндай орталық тізімде жоқ.",
                    "Такого центра нет в перечне.",
                    "The list has no such centre.",
                ],
                ["Басқа орталықты таңдаңыз.", "Выберите другой центр.", "Choose another centre."],
            ),
            (
                "not-legal-entity",
                ["Бұл заңды тұлға емес.", "Это не юридическое лицо.", "This is not a legal entity."],
                ["Басқа орталықты таңдаңыз.", "Выберите другой центр.", "Choose another centre."],
            ),
            (
                "not-yet",
                [
                    "Орталық әлі аккредиттелмеген, басталатын күні: {since}.",
                    "Центр ещё не аккредитован, начало: {since}.",
                    "The centre is not accredited yet; it will be from {since}.",
                ],
                ["Басқа орталықты таңдаңыз.", "Выберите другой центр.", "Choose another centre."],
            ),
            (
                "expired",
                [
                    "Аттестат мерзімі өткен, соңғы күні: {last_day}.",
                    "Срок аттестата истёк, последний день: {last_day}.",
                    "The certificate has expired; its last day was {last_day}.",
                ],
                ["Басқа орталықты таңдаңыз.", "Выберите другой центр.", "Choose another centre."],
            ),
            (
                "revoked",
                [
                    "Аттестат кері қайтарып алынған, күні: {since}.",
                    "Аттестат отозван, дата: {since}.",
                    "The certificate was revoked on {since}.",
                ],
                ["Басқа орталықты таңдаңыз.", "Выберите другой центр.", "Choose another centre."],
            ),
            (
                "liquidated",
                [
                    "Орталық таратылған, күні: {since}.",
                    "Центр ликвидирован, дата: {since}.",
                    "The centre was liquidated on {since}.",
                ],
                ["Басқа орталықты таңдаңыз.", "Выберите другой центр.", "Choose another centre."],
            ),
            (
                "court-ban",
                [
                    "Сот қызметке тыйым салған, күні: {since}.",
                    "Суд запретил деятельность, дата: {since}.",
                    "A court prohibited the activity on {since}.",
                ],
                ["Басқа орталықты таңдаңыз.", "Выберите другой центр.", "Choose another centre."],
            ),
        ],
    },
    RuleTexts {
        id: "art17.p1.part2.accreditor-matches-route",
        title: ["Аккредиттеуді кім жүргізеді", "Кто проводит аккредитацию", "Who accredits"],
        outcomes: &[
            (
                "matches",
                [
                    "Аккредиттеуді тиісті орган жүргізген: {found}.",
                    "Аккредитует надлежащий орган: {found}.",
                    "The right body accredits: {found}.",
                ],
                EMPTY,
            ),
            (
                "other-accreditor",
                [
                    "Аккредиттеуге тиіс орган: {expected}; көрсетілгені: {found}.",
                    "Аккредитовать должен другой орган: {expected}; указан: {found}.",
                    "Another body must accredit: {expected}; named is: {found}.",
                ],
                ["Тиісті органға жүгініңіз.", "Обратитесь в надлежащий орган.", "Go to the right body."],
            ),
        ],
    },
    RuleTexts {
        id: "art17.p2.s4.programme-exists",
        title: [
            "Біліктілік бағдарламасы бар ма",
            "Есть ли квалификационная программа",
            "Whether there is a qualification programme",
        ],
        outcomes: &[
            (
                "approved",
                [
                    "Бағдарлама бекітілген, күні: {approved_on}.",
                    "Программа утверждена, дата: {approved_on}.",
                    "The programme was approved on {approved_on}.",
                ],
                EMPTY,
            ),
            (
                "not-yet-approved",
                [
                    "Бағдарлама бұл күні әлі бекітілмеген.",
                    "На этот день программа ещё не утверждена.",
                    "On this day the programme was not approved yet.",
                ],
                ["Орталықтан сұраңыз.", "Спросите центр.", "Ask the centre."],
            ),
            (
                "no-programme",
                [
                    "Бұл кәсіп бойынша бағдарлама жоқ.",
                    "По этой профессии программы нет.",
                    "There is no programme for this profession.",
                ],
                ["Орталықтан сұраңыз.", "Спросите центр.", "Ask the centre."],
            ),
        ],
    },
    RuleTexts {
        id: "art23.p1.free-voluntary",
        title: [
            "Аккредиттеу ерікті әрі тегін",
            "Аккредитация добровольна и бесплатна",
            "Accreditation is voluntary and free of charge",
        ],
        outcomes: &[
            (
                "in-order",
                [
                    "Ақы алынбаған, орган мен келісу дұрыс.",
                    "Плата не взималась, аккредитует Палата, согласование с уполномоченным органом есть.",
                    "No fee, the right body, and coordinated.",
                ],
                EMPTY,
            ),
            (
                "not-in-order",
                ["Сақталмаған талаптар: {failed}.", "Не соблюдено: {failed}.", "Not in order: {failed}."],
                [
                    "Ұлттық кәсіпкерлер палатасына жүгініңіз.",
                    "Обратитесь в Национальную палату предпринимателей.",
                    "Turn to the National Chamber of Entrepreneurs.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art23.p2.stages",
        title: ["Аккредиттеу кезеңдері", "Этапы аккредитации", "Stages of accreditation"],
        outcomes: stages!(),
    },
    RuleTexts {
        id: "art23.p5.reaccreditation-stages",
        title: [
            "Қайта аккредиттеу кезеңдері",
            "Этапы повторной аккредитации",
            "Stages of a re-accreditation",
        ],
        outcomes: stages!(),
    },
    RuleTexts {
        id: "art23.p2.s5.certificate-validity",
        title: ["Аттестаттың қолданылу мерзімі", "Срок действия аттестата", "Validity of the certificate"],
        outcomes: &[
            (
                "valid",
                [
                    "Аттестат жарамды, соңғы күні: {last_day} (қоса алғанда).",
                    "Аттестат действует по {last_day} включительно.",
                    "The certificate is valid up to and including {last_day}.",
                ],
                EMPTY,
            ),
            (
                "not-yet-valid",
                [
                    "Аттестат бұл күні әлі берілмеген.",
                    "На этот день аттестат ещё не выдан.",
                    "On this day the certificate was not issued yet.",
                ],
                EMPTY,
            ),
            (
                "expired",
                [
                    "Аттестат мерзімі өткен, соңғы күні: {last_day}.",
                    "Срок аттестата истёк, последний день: {last_day}.",
                    "The certificate has expired; its last day was {last_day}.",
                ],
                ["Қайта аккредиттеуден өтіңіз.", "Пройдите аккредитацию заново.", "Be accredited again."],
            ),
            (
                "mismatch",
                [
                    "Жазылған күн {printed_last_day}, ал үш жыл бойынша {computed_last_day}.",
                    "Напечатано {printed_last_day}, а три года дают {computed_last_day}.",
                    "Printed is {printed_last_day}, but three years give {computed_last_day}.",
                ],
                [
                    "Аттестатты түзетуді сұраңыз.",
                    "Попросите исправить аттестат.",
                    "Ask for a corrected certificate.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art23.p5.reapply-by",
        title: [
            "Қайта аккредиттеуге өтініш мерзімі",
            "Срок заявления на повторную аккредитацию",
            "When to apply for re-accreditation",
        ],
        outcomes: &[
            (
                "open",
                [
                    "Қайта аккредиттеуге өтініш беріңіз. Соңғы күн: {last_day} (қоса алғанда).",
                    "Подайте заявление на повторную аккредитацию. Последний день: {last_day} (включительно).",
                    "Apply for re-accreditation. The last day is {last_day}, included.",
                ],
                [
                    "Жұмыс күні мынадан кешіктірмеңіз: {advise_by}.|",
                    "Лучше в рабочий день, не позднее: {advise_by}.|",
                    "Better on a working day, by {advise_by}.|",
                ],
            ),
            ("done-in-time", ["Мерзімінде орындалған.", "Сделано в срок.", "Done in time."], EMPTY),
            (
                "done-late",
                [
                    "Өтініш кеш берілген. Соңғы күні: {last_day}.",
                    "Заявление подано поздно. Последний день: {last_day}.",
                    "The application was made late. The last day was {last_day}.",
                ],
                [
                    "Заң бұған салдар белгілемейді; Палатадан сұраңыз.",
                    "Последствий Закон не называет; спросите Палату.",
                    "The Law names no consequence; ask the Chamber.",
                ],
            ),
            (
                "overdue",
                [
                    "Мерзім өтіп кетті, соңғы күні: {last_day}.",
                    "Срок истёк, последний день: {last_day}.",
                    "The term is over; the last day was {last_day}.",
                ],
                [
                    "Заң бұған салдар белгілемейді; Палатадан сұраңыз.",
                    "Последствий Закон не называет; спросите Палату.",
                    "The Law names no consequence; ask the Chamber.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art17.p2.s3.safety-kept",
        title: [
            "Орталықтың қауіпсіздік талаптарын сақтауы",
            "Соблюдение центром требований безопасности",
            "Whether the centre keeps to safety"
        ],
        outcomes: &[
            (
                "kept",
                [
                    "Орталық қауіпсіздік талаптарын сақтаған.",
                    "Центр соблюдал требования безопасности.",
                    "The centre kept to the safety requirements."
                ],
                EMPTY,
            ),
            (
                "reacted",
                [
                    "Орталық талаптарды бұзған, бірақ дереу әрекет еткен.",
                    "Центр нарушил требования, но немедленно принял меры.",
                    "The centre violated the requirements, and reacted at once."
                ],
                EMPTY,
            ),
            (
                "not-kept",
                [
                    "Орталық қауіпсіздік талаптарын сақтамаған.",
                    "Центр не соблюдал требований безопасности.",
                    "The centre did not keep to the safety requirements."
                ],
                [
                    "Орталыққа және аккредиттеген органға хабарлаңыз.",
                    "Сообщите центру и аккредитовавшему органу.",
                    "Tell the centre and the body that accredited it."
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art17.p2.s8.accessible-exam",
        title: [
            "Мүгедектігі бар адамдарға жағдай жасау",
            "Условия для лиц с инвалидностью",
            "Conditions for people with disabilities"
        ],
        outcomes: &[
            (
                "created",
                [
                    "Орталық қажет жағдай жасаған.",
                    "Центр создал необходимые условия.",
                    "The centre created the necessary conditions."
                ],
                EMPTY,
            ),
            (
                "not-created",
                [
                    "Орталық қажет жағдай жасамаған.",
                    "Центр не создал необходимых условий.",
                    "The centre did not create the necessary conditions."
                ],
                [
                    "Орталықтан жағдай жасауды талап етіңіз; сотқа жүгінуге құқығыңыз бар (16-бап).",
                    "Потребуйте от центра создать условия; кандидат вправе обратиться в суд (ст. 16).",
                    "Ask the centre to create them; the candidate may apply to the court (art. 16)."
                ],
            ),
        ],
    },
];
