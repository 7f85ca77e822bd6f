//! Headings of columns in Kazakh, Russian and English.

use crate::Field;
use crate::row::is_invisible;

/// How clearly a heading names its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Clarity {
    /// It may name something else: the contents must agree.
    Vague,
    /// It names the field.
    Clear,
}

/// What a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Field(Field, Clarity),
    /// Something that is not a field, for example a telephone number.
    Other,
}

/// Headings that are longer are sentences.
const MAX_HEADING: usize = 100;

/// The phrases of each field, as [`normalise`] writes them: clear ones, then vague ones.
const PHRASES: &[(Field, &[&str], &[&str])] = &[
    (
        Field::Document,
        &[
            "document",
            "document text",
            "text of the document",
            "qr",
            "qr code",
            "qr код",
            "qr текст",
            "qr text",
            "текст документа",
            "текст qr",
            "текст qr кода",
            "құжат мәтіні",
            "құжаттың мәтіні",
            "qr мәтіні",
            "qr кодының мәтіні",
        ],
        &["документ", "құжат"],
    ),
    (
        Field::Number,
        &[
            "number",
            "document number",
            "document no",
            "document №",
            "number of the document",
            "certificate number",
            "номер документа",
            "№ документа",
            "номер документа о признании",
            "номер сертификата",
            "№ сертификата",
            "номер свидетельства",
            "№ свидетельства",
            "құжат нөмірі",
            "құжаттың нөмірі",
            "құжат №",
            "сертификат нөмірі",
            "сертификаттың нөмірі",
            "сертификат №",
            "куәлік нөмірі",
            "куәлік №",
        ],
        &[
            "номер",
            "нөмір",
            "нөмірі",
            "номер док",
            "№ док",
            "регистрационный номер",
            "рег номер",
            "тіркеу нөмірі",
            "registration number",
            "сертификат",
            "certificate",
        ],
    ),
    (
        Field::Code,
        &[
            "code",
            "verification code",
            "check code",
            "код проверки",
            "проверочный код",
            "код верификации",
            "тексеру коды",
            "құжатты тексеру коды",
        ],
        &["код", "коды", "код документа", "құжат коды"],
    ),
    (
        Field::Holder,
        &[
            "holder",
            "iin",
            "иин",
            "жсн",
            "identity number",
            "individual identification number",
            "индивидуальный идентификационный номер",
            "жеке сәйкестендіру нөмірі",
        ],
        &["номер паспорта", "паспорт", "passport", "passport number", "төлқұжат", "төлқұжат нөмірі"],
    ),
    (
        Field::Name,
        &[
            "name",
            "full name",
            "holder name",
            "фио",
            "ф и о",
            "фамилия имя отчество",
            "фамилия имя",
            "фамилия и имя",
            "аты жөні",
            "тегі аты",
            "тегі аты әкесінің аты",
            "тегі аты жөні",
            "т а ә",
            "таә",
            "толық аты",
        ],
        &["employee", "сотрудник", "работник", "қызметкер", "жұмыскер"],
    ),
    (Field::Surname, &["surname", "last name", "family name", "фамилия", "тегі"], &[]),
    (Field::GivenName, &["given name", "first name", "имя", "аты"], &[]),
    (Field::Patronymic, &["patronymic", "middle name", "отчество", "әкесінің аты"], &[]),
    (
        Field::Profession,
        &[
            "profession",
            "profession code",
            "code of the profession",
            "код профессии",
            "кәсіп коды",
            "кәсіптің коды",
        ],
        &["профессия", "кәсіп", "мамандық коды"],
    ),
    (
        Field::Edition,
        &["edition", "издание классификатора", "редакция классификатора", "жіктеуіш басылымы"],
        &["издание", "басылым"],
    ),
    (
        Field::Qualification,
        &["qualification", "qualification code", "код квалификации", "біліктілік коды"],
        &["квалификация", "біліктілік", "біліктілігі"],
    ),
    (
        Field::Level,
        &[
            "level",
            "qualification level",
            "уровень",
            "уровень квалификации",
            "деңгей",
            "деңгейі",
            "біліктілік деңгейі",
        ],
        &[],
    ),
    (
        Field::Centre,
        &[
            "centre",
            "center",
            "centre bin",
            "bin of the centre",
            "бин центра",
            "орталық бсн",
            "орталықтың бсн",
            "орталық бсн сі",
        ],
        &["центр", "центр признания", "орталық", "тану орталығы"],
    ),
    (
        Field::Accreditation,
        &[
            "accreditation",
            "accreditation number",
            "accreditation certificate",
            "номер аттестата аккредитации",
            "аттестат аккредитации",
            "номер аккредитации",
            "аккредиттеу аттестаты",
            "аккредиттеу нөмірі",
        ],
        &["номер аттестата", "аттестат"],
    ),
    (
        Field::ExamOn,
        &[
            "exam on",
            "exam date",
            "date of exam",
            "date of the exam",
            "дата экзамена",
            "дата сдачи экзамена",
            "емтихан күні",
        ],
        &[],
    ),
    (
        Field::IssuedOn,
        &[
            "issued on",
            "issue date",
            "date of issue",
            "issued",
            "дата выдачи",
            "дата выдачи документа",
            "берілген күні",
            "берілген күн",
            "құжат берілген күн",
        ],
        &["выдан", "выдано", "берілді"],
    ),
    (
        Field::ValidUntil,
        &[
            "valid until",
            "valid to",
            "expiry date",
            "expires",
            "действителен до",
            "действителен по",
            "действует до",
            "действительно до",
            "срок действия до",
            "дата окончания срока действия",
            "жарамды мерзімі",
            "жарамдылық мерзімі",
        ],
        &["срок действия", "дата окончания", "қолданылу мерзімі", "дейін жарамды", "годен до"],
    ),
];

/// What is not a field, though a part of the phrase may be.
const OTHER: &[&str] = &[
    "№",
    "№ п п",
    "п п",
    "номер п п",
    "n п п",
    "no",
    "row",
    "row number",
    "р с",
    "реттік нөмірі",
    "рет нөмірі",
    "рет саны",
    "рет №",
    "табельный номер",
    "табельный №",
    "таб номер",
    "таб №",
    "табель нөмірі",
    "табельдік нөмірі",
    "staff number",
    "employee number",
    "personnel number",
    "телефон",
    "номер телефона",
    "№ телефона",
    "контактный номер",
    "мобильный номер",
    "номер мобильного",
    "телефон нөмірі",
    "байланыс нөмірі",
    "phone",
    "phone number",
    "telephone number",
    "mobile number",
    "номер приказа",
    "№ приказа",
    "бұйрық нөмірі",
    "order number",
    "номер договора",
    "№ договора",
    "шарт нөмірі",
    "contract number",
    "код подразделения",
    "код отдела",
    "код должности",
    "код организации",
    "код сотрудника",
    "код работника",
    "код страны",
    "department code",
    "position code",
    "employee code",
    "бөлімше коды",
    "ұйым коды",
    "номер удостоверения личности",
    "№ удостоверения личности",
    "жеке куәлік нөмірі",
    "жеке куәлік №",
    "id card number",
    "номер счета",
    "дата выдачи удостоверения личности",
    "дата выдачи паспорта",
    "удостоверение личности действительно до",
    "дата рождения",
    "туған күні",
    "наименование профессии",
    "название профессии",
    "profession name",
    "кәсіп атауы",
    "кәсіптің атауы",
    "наименование квалификации",
    "qualification name",
    "біліктілік атауы",
    "наименование центра",
    "название центра",
    "centre name",
    "орталық атауы",
    "орталықтың атауы",
    "наименование документа",
    "название документа",
    "вид документа",
    "тип документа",
    "document type",
    "document name",
    "құжат түрі",
    "құжат атауы",
    "имя файла",
    "file name",
    "company name",
    "наименование организации",
    "номер центра",
    "номер цеха",
    "номер участка",
    "номер бригады",
    "номер объекта",
    "номер пропуска",
    "код доступа",
    "почтовый код",
    "postal code",
    "zip code",
    "код валюты",
    "уровень образования",
    "білім деңгейі",
    "номер диплома",
    "дата выдачи диплома",
    "дата выдачи сиз",
];

/// Writes a heading in lower case with single spaces, without punctuation and invisible characters.
pub(crate) fn normalise(heading: &str) -> String {
    let mut words = String::with_capacity(heading.len());
    for character in
        heading.chars().filter(|character| !is_invisible(*character) || character.is_whitespace())
    {
        match character {
            'ё' | 'Ё' => words.push('е'),
            '№' => words.push_str(" № "),
            // Letters that are typed without a Kazakh keyboard layout.
            character if character.is_alphanumeric() => words.extend(character.to_lowercase()),
            _ => words.push(' '),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns what a heading names: the longest phrase in it decides.
pub(crate) fn meaning(heading: &str) -> Option<Meaning> {
    if heading.chars().count() > MAX_HEADING {
        return None;
    }
    let heading = format!(" {} ", normalise(heading));
    let found = |phrase: &str| heading.contains(&format!(" {phrase} "));
    let clear = PHRASES.iter().flat_map(|(field, clear, _)| {
        clear.iter().map(|phrase| (*phrase, Meaning::Field(*field, Clarity::Clear)))
    });
    let vague = PHRASES.iter().flat_map(|(field, _, vague)| {
        vague.iter().map(|phrase| (*phrase, Meaning::Field(*field, Clarity::Vague)))
    });
    let other = OTHER.iter().map(|phrase| (*phrase, Meaning::Other));
    let phrases = other.chain(vague).chain(clear).filter(|(phrase, _)| found(phrase));
    phrases.max_by_key(|(phrase, _)| phrase.chars().count()).map(|(_, meaning)| meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_fields_in_three_languages() {
        use Clarity::{Clear, Vague};
        for (heading, expected) in [
            ("Номер документа", Some(Meaning::Field(Field::Number, Clear))),
            ("Құжат нөмірі", Some(Meaning::Field(Field::Number, Clear))),
            ("\u{200b}number*", Some(Meaning::Field(Field::Number, Clear))),
            ("№ документа / Құжат №", Some(Meaning::Field(Field::Number, Clear))),
            ("Номер", Some(Meaning::Field(Field::Number, Vague))),
            ("Код проверки (на обороте)", Some(Meaning::Field(Field::Code, Clear))),
            ("Тексеру коды:", Some(Meaning::Field(Field::Code, Clear))),
            ("Код", Some(Meaning::Field(Field::Code, Vague))),
            ("Код профессии", Some(Meaning::Field(Field::Profession, Clear))),
            ("ИИН работника", Some(Meaning::Field(Field::Holder, Clear))),
            ("ЖСН", Some(Meaning::Field(Field::Holder, Clear))),
            ("Ф.И.О.", Some(Meaning::Field(Field::Name, Clear))),
            ("name, full", Some(Meaning::Field(Field::Name, Clear))),
            ("Аты-жөні", Some(Meaning::Field(Field::Name, Clear))),
            ("Имя", Some(Meaning::Field(Field::GivenName, Clear))),
            ("Әкесінің аты", Some(Meaning::Field(Field::Patronymic, Clear))),
            ("issued_on", Some(Meaning::Field(Field::IssuedOn, Clear))),
            ("Дата выдачи", Some(Meaning::Field(Field::IssuedOn, Clear))),
            ("№ п/п", Some(Meaning::Other)),
            ("Табельный номер", Some(Meaning::Other)),
            ("Номер телефона", Some(Meaning::Other)),
            ("Номер удостоверения личности", Some(Meaning::Other)),
            ("Примечание", None),
            ("", None),
        ] {
            assert_eq!(meaning(heading), expected, "{heading}");
        }
    }

    #[test]
    fn each_phrase_means_its_field() {
        for (field, clear, vague) in PHRASES {
            for (phrases, clarity) in [(clear, Clarity::Clear), (vague, Clarity::Vague)] {
                for phrase in *phrases {
                    assert_eq!(normalise(phrase), *phrase);
                    assert_eq!(meaning(phrase), Some(Meaning::Field(*field, clarity)), "{phrase}");
                }
            }
        }
        for phrase in OTHER {
            assert_eq!((normalise(phrase).as_str(), meaning(phrase)), (*phrase, Some(Meaning::Other)));
        }
        for field in Field::ALL {
            assert_eq!(meaning(field.name()), Some(Meaning::Field(*field, Clarity::Clear)), "{field:?}");
        }
    }
}
