//! The fixed text of the page, each in Kazakh, Russian and English.

/// One fixed text in the three languages.
pub(super) type Term = [&'static str; 3];

pub(super) const TITLE: Term = [
    "Кәсіптік біліктілікті тану туралы құжат",
    "Документ о признании профессиональной квалификации",
    "Professional qualification recognition document",
];
pub(super) const NUMBER: Term = ["Құжат нөмірі", "Номер документа", "Document number"];
pub(super) const HOLDER: Term = ["Құжат иесі", "Владелец документа", "Holder"];
pub(super) const PROFESSION: Term = ["Кәсіп", "Профессия", "Profession"];
/// Used instead of [`PROFESSION`] if only skills are recognised.
pub(super) const SKILLS_OF: Term =
    ["Дағдылар тиесілі кәсіп", "Навыки относятся к профессии", "Skills belong to"];
pub(super) const CODE: Term =
    ["Кәсіптер тізіліміндегі коды", "Код в реестре профессий", "Code in the register"];
pub(super) const QUALIFICATION: Term = ["Біліктілік", "Квалификация", "Qualification"];
pub(super) const LEVEL: Term = ["Деңгей", "Уровень", "Level"];
pub(super) const SKILLS: Term = ["Танылған дағдылар", "Признанные навыки", "Recognised skills"];
pub(super) const CENTRE: Term = ["Тану орталығы", "Центр признания", "Recognition centre"];
pub(super) const BIN: Term = ["Орталықтың БСН", "БИН центра", "BIN of the centre"];
pub(super) const ACCREDITATION: Term =
    ["Аккредиттеу аттестаты", "Аттестат аккредитации", "Accreditation certificate"];
pub(super) const BASIS: Term = ["Негіздеме", "Основание", "Basis"];
pub(super) const EXAM_ON: Term = ["Емтихан күні", "Дата экзамена", "Exam date"];
pub(super) const ISSUED_ON: Term = ["Берілген күні", "Дата выдачи", "Issued on"];
pub(super) const VALID_UNTIL: Term = ["… дейін жарамды", "Действителен до", "Valid until"];
/// Used instead of [`VALID_UNTIL`] for a document without a term.
pub(super) const VALIDITY: Term = ["Жарамдылық мерзімі", "Срок действия", "Validity"];
pub(super) const NO_TERM: Term = ["мерзімсіз", "без срока", "no term"];
pub(super) const CHECK_CODE: Term = ["Тексеру коды", "Код проверки", "Verification code"];

/// Article 20 of the Law: recognition of single skills.
pub(super) const SKILLS_ONLY: Term = [
    "Бұл құжат кәсіпті тұтас емес, тек төменде аталған дағдыларды растайды \
     («Кәсіптік біліктіліктер туралы» Заңның 20-бабы).",
    "Документ подтверждает только перечисленные ниже навыки, а не профессию в целом \
     (статья 20 Закона «О профессиональных квалификациях»).",
    "This document covers only the skills listed below, not the whole profession \
     (article 20 of the Law “On Professional Qualifications”).",
];

/// How to check the document.
pub(super) const HOW_TO_CHECK: Term = [
    "Құжатты тексеру үшін Rastau тексеру құралында кодты сканерлеңіз немесе құжат нөмірін, тексеру кодын және \
     ЖСН-ді теріңіз. Интернет қажет емес.",
    "Чтобы проверить документ, отсканируйте код или введите номер документа, код проверки и ИИН в программе \
     проверки Rastau. Интернет не нужен.",
    "To check this document, scan the code, or type the document number, the verification code and the IIN, at a \
     Rastau verifier. No internet is needed.",
];

/// How to check a document whose QR code has a web address: the address to open oneself. A code on a forged page can lead anywhere.
pub(super) const HOW_TO_CHECK_AT: Term = [
    "Тексеру үшін {address} мекенжайын өзіңіз ашып, кодты сканерлеңіз немесе нөмірді, тексеру кодын және ЖСН-ді \
     теріңіз. Код басқа сайтты ашса, оған сенбеңіз.",
    "Для проверки сами откройте {address} и отсканируйте код или введите номер, код проверки и ИИН. Если код открывает \
     другой сайт, не верьте ему.",
    "To check, open {address} yourself, and scan the code or type the number, the verification code and the IIN. If the \
     code opens another site, do not trust it.",
];

/// The watermark of a specimen.
pub(super) const SPECIMEN: Term = ["ҮЛГІ", "ОБРАЗЕЦ", "SPECIMEN"];
/// The line that a specimen has at the top.
pub(super) const NO_FORCE: Term = ["Үлгі, заңды күші жоқ", "Образец, не имеет силы", "Specimen, not valid"];
