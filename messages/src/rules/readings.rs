//! The names of readings of the Law's text.

use super::{Table, Translations, table};

/// The advice where two readings differ.
pub(super) const ADVICE: Translations = [
    "Даудан аулақ болу үшін екі түсінік те бірдей жауап беретін күнді таңдаңыз немесе заңгерге жүгініңіз.",
    "Чтобы избежать спора, выберите день, на который оба прочтения отвечают одинаково, или спросите юриста.",
    "To be beyond dispute, choose a day on which both readings agree, or ask a lawyer.",
];

/// The texts of readings, by name.
pub(super) const NAMES: Table = table![
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
    ("register-term", ["тізілім мерзімі бойынша", "по сроку реестра", "by the term of the register"]),
    ("stated-date", ["жазылған күн бойынша", "по напечатанной дате", "by the printed date"]),
];
