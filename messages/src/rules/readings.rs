//! The names of readings of the Law's text.

use super::{Table, Translations, table};

/// The advice where two readings differ.
pub(super) const ADVICE: Translations = [
    "Даудан аулақ болу үшін екі түрлі түсіндіру де бірдей жауап беретін күнді таңдаңыз немесе заңгерге жүгініңіз.",
    "Чтобы избежать спора, выберите день, на который оба толкования отвечают одинаково, или спросите юриста.",
    "To be beyond dispute, choose a day on which both readings agree, or ask a lawyer.",
];

/// The advice where two readings differ about an act that can still be done, with its `{last_day}`.
pub(super) const STILL_OPEN: Translations = [
    "Бүгін жасаңыз: бір түсіндіру бойынша мерзім {last_day} күні аяқталады, екіншісі бойынша ол өтіп кеткен. Күтсеңіз, құқығыңыздан айырыласыз.",
    "Сделайте это сегодня: по одному толкованию срок кончается {last_day}, по другому он уже истёк. Промедление лишит права.",
    "Do it today: by one reading the term ends on {last_day}, by the other it is over. Waiting loses it.",
];

/// The texts of readings, by name.
pub(super) const NAMES: Table = table![
    (
        "cancelled-by-the-confirmation",
        [
            "шағым расталған күннен бастап жарамсыз",
            "недействителен со дня подтверждения жалобы",
            "not valid from the confirmation of the complaint",
        ],
    ),
    (
        "cancelled-by-the-entry",
        [
            "тізілімге жазылғанға дейін жарамды",
            "действителен до записи в реестре",
            "valid until the register's entry"
        ],
    ),
    (
        "centre-on-the-day-of-the-exam",
        [
            "орталықтың аккредиттелуі емтихан күні ғана талап етіледі",
            "аккредитация центра нужна только в день экзамена",
            "the accreditation is needed on the day of the exam only",
        ],
    ),
    (
        "centre-until-the-decision",
        [
            "орталықтың аккредиттелуі шешімге дейін талап етіледі",
            "аккредитация центра нужна до самого решения",
            "the accreditation is needed until the decision",
        ],
    ),
    (
        "register-on-the-day-of-issue",
        [
            "кәсіптің тізілімде болуы құжат берілген күні талап етіледі",
            "профессия должна быть в реестре в день выдачи",
            "the profession is needed in the register on the day of issue",
        ],
    ),
    (
        "register-on-the-day-of-the-exam",
        [
            "кәсіптің тізілімде болуы емтихан күні талап етіледі",
            "профессия должна быть в реестре в день экзамена",
            "the profession is needed in the register on the day of the exam",
        ],
    ),
    ("1-march", ["1 наурызда толады", "исполняется 1 марта", "reached on 1 March"]),
    ("28-february", ["28 ақпанда толады", "исполняется 28 февраля", "reached on 28 February"]),
    (
        "corresponding-day-excluded",
        ["сәйкес күн кірмейді", "соответствующий день не входит", "the corresponding day is not included"],
    ),
    (
        "corresponding-day-included",
        ["сәйкес күн кіреді", "соответствующий день входит", "the corresponding day is included"],
    ),
    (
        "decision-day-excluded",
        [
            "шешім күні әлі қолданыста",
            "в день решения ещё действует",
            "still in force on the day of the decision",
        ],
    ),
    (
        "decision-day-included",
        [
            "шешім күнінен бастап тоқтатылған",
            "прекращён со дня решения",
            "ended from the day of the decision",
        ],
    ),
    (
        "event-day-excluded",
        ["оқиға күні есептелмейді", "день события не считается", "the day of the event is not counted"],
    ),
    (
        "event-day-included",
        ["оқиға күні есептеледі", "день события считается", "the day of the event is counted"],
    ),
    (
        "extended-by-length",
        [
            "еңбекке жарамсыз күндер саны қосылады",
            "прибавляется число дней нетрудоспособности",
            "the days of disability are added",
        ],
    ),
    (
        "extended-while-disabled",
        ["еңбекке жарамсыздық аяқталғанға дейін", "до конца нетрудоспособности", "until the disability ends"],
    ),
    ("from-detection", ["анықталған күннен", "со дня выявления", "from the day of detection"]),
    (
        "from-detection-day-included",
        [
            "анықталған күннен, сол күн есептеледі",
            "со дня выявления, день считается",
            "from the day of detection, which is counted",
        ],
    ),
    ("from-occurrence", ["оқиға болған күннен", "со дня события", "from the day of the occurrence"]),
    (
        "from-occurrence-day-included",
        [
            "оқиға күнінен, сол күн есептеледі",
            "со дня события, день считается",
            "from the day of the occurrence, which is counted",
        ],
    ),
    (
        "informing-belongs-to-consideration",
        [
            "хабарлау апелляцияны қарау мерзіміне кіреді",
            "сообщение входит в срок рассмотрения",
            "informing belongs to the term of consideration",
        ],
    ),
    (
        "informing-has-no-term",
        ["Заңда хабарлау мерзімі жоқ", "срока сообщения в Законе нет", "the Law sets no term for informing"],
    ),
    ("register-term", ["тізілім мерзімі бойынша", "по сроку реестра", "by the term of the register"]),
    ("stated-date", ["жазылған күн бойынша", "по напечатанной дате", "by the printed date"]),
];
