//! Art. 20.3, 21 and 31: the document, its validity, and the Law's own entry into force.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art20.p3.skill-document-fields",
        title: [
            "Дағды туралы құжатта не жазылады",
            "Что указано в документе о навыках",
            "What a document on skills names",
        ],
        outcomes: &[
            (
                "complete",
                [
                    "Дағдылар, біліктілік және кәсіп көрсетілген.",
                    "Навыки, квалификация и профессия указаны.",
                    "Skills, qualification and profession are named.",
                ],
                EMPTY,
            ),
            (
                "incomplete",
                [
                    "Құжатта көрсетілмеген: {missing_fields}.",
                    "В документе не указано: {missing_fields}.",
                    "The document does not name: {missing_fields}.",
                ],
                [
                    "Орталықтан түзетілген құжат сұраңыз.",
                    "Попросите в центре исправленный документ.",
                    "Ask the centre for a corrected document.",
                ],
            ),
            (
                "not-a-skill-document",
                [
                    "Құжат дағды туралы емес, тұтас кәсіп туралы.",
                    "Документ не о навыках, а о профессии в целом.",
                    "The document is on a whole profession, not on skills.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art21.p1.document-entitlement",
        title: ["Құжат алу құқығы", "Право на документ", "Right to the document"],
        outcomes: &[
            (
                "entitled",
                [
                    "Барлық емтихан тапсырылған; құжат алу құқығы туған күн: {from}.|Барлық емтихан тапсырылған, құжат беріледі.",
                    "Все экзамены сданы; право на документ с {from}.|Все экзамены сданы, документ выдаётся.",
                    "All exams are passed; the document is due since {from}.|All exams are passed; the document is due.",
                ],
                [
                    "Заң құжат беру мерзімін белгілемейді; орталықтан сұраңыз.",
                    "Срока выдачи в Законе нет; спросите центр.",
                    "The Law sets no term for issuing it; ask the centre.",
                ],
            ),
            (
                "not-entitled",
                [
                    "Мына емтихандар тапсырылмаған: {failed_exams}; нәтижесі әлі жоқ: {pending_exams}.|Мына емтихандар тапсырылмаған: {failed_exams}.",
                    "Не сданы экзамены: {failed_exams}; ещё без результата: {pending_exams}.|Не сданы экзамены: {failed_exams}.",
                    "These exams are not passed: {failed_exams}; without a result yet: {pending_exams}.|These exams are not passed: {failed_exams}.",
                ],
                [
                    "Қайта тапсыру уақытын орталық белгілейді (21-бап); апелляция беруге болады (22-бап).",
                    "Время пересдачи назначает центр (ст. 21); можно подать апелляцию (ст. 22).",
                    "The centre sets the time of a retake (art. 21); an appeal is possible (art. 22).",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art21.p2.retake-after-disability",
        title: [
            "Еңбекке уақытша жарамсыздықтан кейін қайта тапсыру",
            "Пересдача после временной нетрудоспособности",
            "Retake after temporary disability",
        ],
        outcomes: &[
            (
                "retake-to-be-appointed",
                [
                    "Емтихан еңбекке жарамсыздық кезіне түскен ({from} – {until}): орталық қайта тапсыру уақытын белгілейді.",
                    "Экзамен пришёлся на время нетрудоспособности ({from} – {until}): центр назначает пересдачу.",
                    "The exam fell into a time of disability ({from} to {until}): the centre appoints a retake.",
                ],
                [
                    "Орталыққа растайтын құжатты беріп, күнді келісіңіз.",
                    "Передайте центру подтверждение и согласуйте день.",
                    "Give the centre the certificate and agree on a day.",
                ],
            ),
            ("passed", ["Емтихан тапсырылған.", "Экзамен сдан.", "The exam is passed."], EMPTY),
            (
                "not-during-disability",
                [
                    "Емтихан еңбекке жарамсыздық кезіне түспеген.",
                    "Экзамен не пришёлся на время нетрудоспособности.",
                    "The exam did not fall into a time of disability.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art21.p3.negative-decision-duties",
        title: [
            "Теріс шешімнен кейінгі орталықтың міндеттері",
            "Что должен центр после отрицательного решения",
            "What the centre owes after a negative decision",
        ],
        outcomes: &[
            (
                "done",
                [
                    "Орталық ұсынымдар берді және қайта тапсыру күнін белгіледі: {retake_on}.",
                    "Центр дал рекомендации и назначил пересдачу: {retake_on}.",
                    "The centre gave recommendations and set the retake on {retake_on}.",
                ],
                EMPTY,
            ),
            (
                "due",
                [
                    "Орталықтан әлі күтіледі: {due}.",
                    "Центр ещё должен: {due}.",
                    "The centre still owes: {due}.",
                ],
                [
                    "Заң мерзім белгілемейді; орталықтан сұраңыз.",
                    "Срока в Законе нет; спросите центр.",
                    "The Law sets no term; ask the centre.",
                ],
            ),
            (
                "positive-decision",
                ["Шешім оң.", "Решение положительное.", "The decision is positive."],
                EMPTY,
            ),
            (
                "retake-after-disability",
                [
                    "Алдымен еңбекке уақытша жарамсыздық туралы ереже қолданылады (21-бап, 2-тармақ).",
                    "Сначала действует правило о нетрудоспособности (ст. 21, п. 2).",
                    "The rule on temporary disability takes precedence (art. 21, para. 2).",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art21.p5.document-validity",
        title: ["Құжаттың қолданылу мерзімі", "Срок действия документа", "Validity of the document"],
        outcomes: &[
            (
                "valid",
                [
                    "Құжат жарамды, соңғы күні: {last_day} (қоса алғанда). Басылған күн ({printed_last_day}) тізілімдегі мерзімнен ({computed_last_day}) өзгеше.|Құжат жарамды, соңғы күні: {last_day} (қоса алғанда).",
                    "Документ действителен по {last_day} включительно. Напечатанный день ({printed_last_day}) не совпадает со сроком реестра ({computed_last_day}).|Документ действителен по {last_day} включительно.",
                    "The document is valid up to and including {last_day}. The printed day ({printed_last_day}) is not the one by the register's term ({computed_last_day}).|The document is valid up to and including {last_day}.",
                ],
                EMPTY,
            ),
            (
                "unlimited",
                ["Құжат мерзімсіз.", "Документ бессрочный.", "The document has no end of validity."],
                EMPTY,
            ),
            (
                "expired",
                [
                    "Құжаттың мерзімі өтті, соңғы күні: {last_day}.",
                    "Срок действия истёк, последний день: {last_day}.",
                    "The document has expired; its last day was {last_day}.",
                ],
                [
                    "Тану рәсімінен қайта өту керек.",
                    "Нужно пройти признание заново.",
                    "Recognition has to be undergone again.",
                ],
            ),
            (
                "not-yet-valid",
                [
                    "Құжат бұл күні әлі берілмеген.",
                    "На этот день документ ещё не выдан.",
                    "On this day the document was not issued yet.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art31.entry-into-force",
        title: ["Заңның қолданысқа енуі", "Введение Закона в действие", "Entry into force of the Law"],
        outcomes: &[
            (
                "in-force",
                [
                    "Заң қолданыста, басталған күні: {in_force_since}.",
                    "Закон действует с {in_force_since}.",
                    "The Law is in force since {in_force_since}.",
                ],
                EMPTY,
            ),
            (
                "not-yet-in-force",
                [
                    "Заң бұл күні әлі қолданыста емес, басталатын күні: {in_force_since}.",
                    "На этот день Закон ещё не действует, начало: {in_force_since}.",
                    "On this day the Law is not in force yet; it will be from {in_force_since}.",
                ],
                EMPTY,
            ),
        ],
    },
];
