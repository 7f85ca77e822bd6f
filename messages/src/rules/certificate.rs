//! Art. 26.1 to 26.5: reissue, revocation and resumption of a certificate.

use super::{RuleTexts, outcomes, rule_texts};

/// The outcomes for a violation of the procedure, and for one that monitoring found (art. 26.2).
macro_rules! violation {
    () => {
        outcomes![
            (
                "violation",
                [
                    "Бұзушылық анықталған, күні: {detected_on}.|Бұзушылық анықталған.",
                    "Нарушение выявлено, дата: {detected_on}.|Нарушение выявлено.",
                    "A violation was found on {detected_on}.|A violation was found.",
                ],
                ["Бұзушылықты жойыңыз.", "Устраните нарушение.", "Put it right."],
            ),
            ("no-violation", ["Бұзушылық жоқ.", "Нарушения нет.", "There is no violation."], EMPTY),
        ]
    };
}

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art26.p1.reissue-on-reorganisation",
        title: [
            "Қайта ұйымдастырудан кейін қайта рәсімдеу",
            "Переоформление после реорганизации",
            "Reissue after a reorganisation",
        ],
        outcomes: &[
            (
                "reissue-required",
                [
                    "Аттестат қайта рәсімделуге жатады, оқиға: {event}.",
                    "Аттестат подлежит переоформлению, событие: {event}.",
                    "The certificate is to be reissued after: {event}.",
                ],
                [
                    "Палатаға жүгініңіз; Заң мерзім белгілемейді.",
                    "Обратитесь в Палату; срока в Законе нет.",
                    "Turn to the Chamber; the Law sets no term.",
                ],
            ),
            (
                "no-reorganisation",
                ["Қайта рәсімдеу қажет емес.", "Переоформление не нужно.", "No reissue is needed."],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p2.revocation-grounds",
        title: ["Кері қайтарып алу негіздері", "Основания для отзыва", "Grounds for revocation"],
        outcomes: &[
            ("satisfied", ["Негіз жоқ.", "Оснований нет.", "There is no ground."], EMPTY),
            (
                "violated",
                ["Негіз бар: {failed}.", "Есть основания: {failed}.", "There are grounds: {failed}."],
                [
                    "Статус Палата шешім қабылдағанда ғана өзгереді.",
                    "Статус меняется только решением Палаты.",
                    "The status changes only by the Chamber's decision.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art26.p2.s1.own-request",
        title: ["Орталықтың өз өтініші", "Заявление самого центра", "The centre's own request"],
        outcomes: &[
            (
                "requested",
                [
                    "Орталық кері қайтарып алуды сұраған, күні: {statement_on}.",
                    "Центр просил отозвать аттестат, дата: {statement_on}.",
                    "The centre asked for the revocation on {statement_on}.",
                ],
                EMPTY,
            ),
            (
                "no-statement",
                ["Мұндай өтініш жоқ.", "Такого заявления нет.", "There is no such request."],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p2.s2.procedure-violation",
        title: ["Тану тәртібін бұзу", "Нарушение порядка признания", "Violation of the procedure"],
        outcomes: violation!(),
    },
    RuleTexts {
        id: "art26.p2.s3.monitoring-violation",
        title: [
            "Мониторинг анықтаған бұзушылық",
            "Нарушение, выявленное мониторингом",
            "Violation found by monitoring",
        ],
        outcomes: violation!(),
    },
    RuleTexts {
        id: "art26.p2.s4.confirmed-complaint",
        title: ["Расталған шағым", "Подтверждённая жалоба", "Confirmed complaint"],
        outcomes: &[
            (
                "confirmed",
                [
                    "Шағым расталған, күні: {confirmed_on}; құжат: {document}.|Шағым расталған, күні: {confirmed_on}.|Шағым расталған.",
                    "Жалоба подтверждена, дата: {confirmed_on}; документ: {document}.|Жалоба подтверждена, дата: {confirmed_on}.|Жалоба подтверждена.",
                    "A complaint was confirmed on {confirmed_on}; document: {document}.|A complaint was confirmed on {confirmed_on}.|A complaint was confirmed.",
                ],
                [
                    "Сол адамның құжатының күші жойылуға жатады.",
                    "Документ этого человека подлежит аннулированию.",
                    "That person's document is to be cancelled.",
                ],
            ),
            (
                "not-confirmed",
                ["Шағым расталмаған.", "Жалоба не подтверждена.", "The complaint is not confirmed."],
                EMPTY,
            ),
            ("no-complaint", ["Шағым жоқ.", "Жалоб нет.", "There is no complaint."], EMPTY),
        ],
    },
    RuleTexts {
        id: "art26.p2.part2.document-cancellation",
        title: ["Құжаттың күші жойылған ба", "Аннулирован ли документ", "Whether the document is cancelled"],
        outcomes: &[
            (
                "cancelled",
                [
                    "Құжаттың күші жойылған, күні: {cancelled_on}.",
                    "Документ аннулирован, дата: {cancelled_on}.",
                    "The document has been cancelled since {cancelled_on}.",
                ],
                ["Құжатқа сүйенбеңіз.", "Не полагайтесь на документ.", "Do not rely on the document."],
            ),
            (
                "reinstated",
                [
                    "Құжат қалпына келтірілген, күні: {reinstated_on}.",
                    "Документ восстановлен, дата: {reinstated_on}.",
                    "The document was reinstated on {reinstated_on}.",
                ],
                EMPTY,
            ),
            (
                "subject-to-cancellation",
                [
                    "Шағым расталған, бірақ құжаттың күші әлі жойылмаған.",
                    "Жалоба подтверждена, но документ ещё не аннулирован.",
                    "A complaint is confirmed, but the document is not cancelled yet.",
                ],
                [
                    "Тізілімді кейін қайта тексеріңіз.",
                    "Проверьте реестр ещё раз позже.",
                    "Look into the register again later.",
                ],
            ),
            (
                "not-cancelled",
                ["Құжаттың күші жойылмаған.", "Документ не аннулирован.", "The document is not cancelled."],
                EMPTY,
            ),
            (
                "not-affected",
                [
                    "Құжаттың күші жойылмаған, оған қатысты расталған шағым да жоқ.",
                    "Документ не аннулирован, и подтверждённой жалобы на него нет.",
                    "The document is not cancelled, and no confirmed complaint concerns it.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p3.revocation-decision",
        title: [
            "Кері қайтарып алу туралы шешім мерзімі",
            "Срок решения об отзыве",
            "Time to decide on revocation",
        ],
        outcomes: &[
            (
                "open",
                [
                    "Шешім қабылданады. Соңғы күн: {last_day} (қоса алғанда).",
                    "Решение принимается. Последний день: {last_day} (включительно).",
                    "The decision is taken. The last day is {last_day}, included.",
                ],
                [
                    "Дау тумауы үшін мына күннен кешіктірмеңіз: {advise_by}.|",
                    "Чтобы не было спора, уложитесь до этой даты включительно: {advise_by}.|",
                    "To be beyond dispute, be done by {advise_by}.|",
                ],
            ),
            ("done-in-time", ["Мерзімінде орындалған.", "Сделано в срок.", "Done in time."], EMPTY),
            (
                "done-late",
                [
                    "Шешім кеш қабылданған. Соңғы күні: {last_day}.",
                    "Решение принято поздно. Последний день: {last_day}.",
                    "The decision was taken late. The last day was {last_day}.",
                ],
                EMPTY,
            ),
            (
                "overdue",
                [
                    "Мерзім өтіп кетті, соңғы күні: {last_day}.",
                    "Срок истёк, последний день: {last_day}.",
                    "The term is over; the last day was {last_day}.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p4.copy-to-centre",
        title: ["Шешімнің көшірмесі", "Копия решения", "Copy of the decision"],
        outcomes: &[
            (
                "open",
                [
                    "Шешімнің көшірмесі платформа арқылы жіберіледі. Соңғы күн: {last_day} (қоса алғанда).",
                    "Копия решения направляется через платформу. Последний день: {last_day} (включительно).",
                    "A copy of the decision is sent through the platform. The last day is {last_day}, included.",
                ],
                [
                    "Дау тумауы үшін мына күннен кешіктірмеңіз: {advise_by}.|",
                    "Чтобы не было спора, уложитесь до этой даты включительно: {advise_by}.|",
                    "To be beyond dispute, be done by {advise_by}.|",
                ],
            ),
            ("done-in-time", ["Мерзімінде орындалған.", "Сделано в срок.", "Done in time."], EMPTY),
            (
                "done-late",
                [
                    "Көшірме кеш жіберілген. Соңғы күні: {last_day}.",
                    "Копия направлена поздно. Последний день: {last_day}.",
                    "The copy was sent late. The last day was {last_day}.",
                ],
                [
                    "Палатадан көшірмесін сұраңыз.",
                    "Запросите копию у Палаты.",
                    "Ask the Chamber for the copy.",
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
                    "Палатадан көшірмесін сұраңыз.",
                    "Запросите копию у Палаты.",
                    "Ask the Chamber for the copy.",
                ],
            ),
            (
                "wrong-channel",
                [
                    "Көшірме платформа арқылы жіберілмеген: {channel}.",
                    "Копия направлена не через платформу: {channel}.",
                    "The copy was not sent through the platform but by: {channel}.",
                ],
                [
                    "Платформа арқылы жіберуді сұраңыз.",
                    "Попросите направить через платформу.",
                    "Ask for it through the platform.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art26.p5.resumption-application",
        title: ["Қайта бастауға өтініш", "Заявление о возобновлении", "Application for resumption"],
        outcomes: &[
            (
                "may-apply",
                [
                    "Бұзушылықтар жойылған: қайта бастауды сұрауға болады.",
                    "Нарушения устранены: можно просить о возобновлении.",
                    "The violations are eliminated: resumption may be asked for.",
                ],
                [
                    "Палатаға мәлімет беріңіз; Заң мерзім белгілемейді.",
                    "Подайте сведения в Палату; срока в Законе нет.",
                    "Submit this to the Chamber; the Law sets no term.",
                ],
            ),
            (
                "submitted",
                [
                    "Мәлімет берілген, күні: {submitted_on}.",
                    "Сведения поданы, дата: {submitted_on}.",
                    "This was submitted on {submitted_on}.",
                ],
                EMPTY,
            ),
            (
                "not-yet",
                [
                    "Бұзушылықтар әлі жойылмаған.",
                    "Нарушения ещё не устранены.",
                    "The violations are not eliminated yet.",
                ],
                ["Алдымен оларды жойыңыз.", "Сначала устраните их.", "Eliminate them first."],
            ),
            (
                "barred",
                [
                    "Қайта бастауға болмайды, бұзушылық мынаған қатысты: {affects}.",
                    "Возобновление невозможно: нарушение связано с тем, что Закон называет ({affects}).",
                    "There is no resumption, for the violation concerns: {affects}.",
                ],
                ["Жаңадан аккредиттеуден өтіңіз.", "Пройдите аккредитацию заново.", "Be accredited anew."],
            ),
            (
                "not-revoked",
                [
                    "Аттестат кері қайтарып алынбаған.",
                    "Аттестат не отозван.",
                    "The certificate is not revoked.",
                ],
                EMPTY,
            ),
            (
                "own-request",
                [
                    "Аттестат орталықтың өз өтінішімен қайтарып алынған: жоятын бұзушылық жоқ.",
                    "Аттестат отозван по просьбе центра: устранять нечего.",
                    "The certificate was revoked at the centre's request: there is nothing to eliminate.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p5.part2.no-resumption",
        title: ["Қайта бастауға тыйым", "Запрет возобновления", "Bar to resumption"],
        outcomes: &[
            (
                "barred",
                [
                    "Қайта бастауға болмайды, бұзушылық мынаған қатысты: {affects}.",
                    "Возобновление невозможно: нарушение связано с тем, что Закон называет ({affects}).",
                    "There is no resumption, for the violation concerns: {affects}.",
                ],
                ["Жаңадан аккредиттеуден өтіңіз.", "Пройдите аккредитацию заново.", "Be accredited anew."],
            ),
            (
                "not-barred",
                ["Қайта бастауға тыйым жоқ.", "Запрета на возобновление нет.", "Resumption is not barred."],
                EMPTY,
            ),
        ],
    },
];
