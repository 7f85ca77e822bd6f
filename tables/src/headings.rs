//! Headings of columns in Kazakh, Russian and English.

use std::sync::LazyLock;

use rastau_core::document::name::russian_letter;

use crate::Field;
use crate::row::is_invisible;

/// How clearly a heading names its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Clarity {
    /// It names a number, mostly that of the row: the contents must be longer.
    Counter,
    /// It may name something else: the contents must agree.
    Vague,
    /// It names the field.
    Clear,
}

/// What a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Field(Field, Clarity),
    /// The profession of the document, or the post of the person: nobody but the user knows which.
    ProfessionOrPost,
    /// Something that is not a field, for example a telephone number.
    Other,
}

/// Headings of the profession of the document or of the person's post, as [`normalise`] writes them.
const AMBIGUOUS: &[&str] = &[
    "профессия",
    "профессия работника",
    "профессия должность",
    "должность",
    "должность профессия",
    "должность работника",
    "специальность",
    "кәсіп",
    "кәсібі",
    "мамандық",
    "мамандығы",
    "лауазым",
    "лауазымы",
    "post",
    "position",
    "job title",
    "occupation",
    "trade",
];

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
            "document №",
            "doc №",
            "документ №",
            "certificate №",
            "свидетельство №",
            "номер признания",
            "номер документа признания",
            "серия и номер документа",
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
            "registration №",
            "рег №",
            "реестровый номер",
            "номер в реестре",
            "сертификат",
            "certificate",
            "свидетельство",
            "реквизиты документа",
            "признание",
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
            "код подтверждения",
            "растау коды",
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
            "national id",
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
    (
        Field::GivenName,
        &["given name", "given names", "first name", "first names", "имя", "аты", "есімі", "есім"],
        &[],
    ),
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
        &["мамандық коды"],
    ),
    (
        Field::Post,
        &[
            "post profession",
            "profession of the post",
            "профессия по должности",
            "профессия для должности",
            "лауазым кәсібі",
            "лауазымға қажет кәсіп",
        ],
        &[],
    ),
    (
        Field::Edition,
        &[
            "edition",
            "edition of the profession",
            "издание классификатора",
            "редакция классификатора",
            "редакция профессии",
            "жіктеуіш басылымы",
            "кәсіп редакциясы",
        ],
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
        Field::Skills,
        &[
            "skills",
            "skill codes",
            "codes of the skills",
            "коды навыков",
            "код навыка",
            "дағды кодтары",
            "дағды коды",
        ],
        &["навыки", "навык", "skill", "дағдылар", "дағды"],
    ),
    (
        Field::Basis,
        &[
            "basis",
            "basis of the exam",
            "основание экзамена",
            "емтихан негізі",
            "код профессионального стандарта",
            "кәсіптік стандарт коды",
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
        &[],
    ),
    (
        Field::ExamOn,
        &[
            "exam on",
            "exam date",
            "date of exam",
            "date of the exam",
            "дата экзамена",
            "день экзамена",
            "дата сдачи экзамена",
            "емтихан күні",
            "day of the exam",
        ],
        &[],
    ),
    (
        Field::IssuedOn,
        &[
            "issued on",
            "day of issue",
            "issue date",
            "date of issue",
            "issued",
            "дата выдачи",
            "день выдачи",
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

/// Phrases that are not a field, though a part of them may be.
const OTHER: &[&str] = &[
    "№ п п",
    "п п",
    "номер п п",
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
    // The wage grade of a worker is not the level of a qualification.
    "разряд",
    "тарифный разряд",
    "разряд рабочего",
    "тарифтік разряд",
    "дәреже",
    "grade",
];

/// The beginnings of words, in Russian spelling, that make a heading refer to another person or another document.
const OTHERS: &[&str] = &[
    "руководител",
    "начальник",
    "директор",
    "мастер",
    "бригадир",
    "куратор",
    "ответствен",
    "эксперт",
    "экзаменатор",
    "супруг",
    "отца",
    "матер",
    "контактн",
    "басшы",
    "жетекши",
    "manager",
    "supervisor",
    "spouse",
    "father",
    "mother",
    "contact",
    "удостоверяющ",
    "личност",
    "куаландыр",
    "образован",
    "диплом",
    "водительск",
    "воинск",
    "медицинск",
    "паспорт",
    "passport",
    "удостоверен",
    "договор",
    "приказ",
    "пропуск",
    "трудов",
    "шарт",
    "буйрык",
    "diploma",
    "contract",
    "licence",
    "license",
];
/// The beginnings of words, in Russian spelling, that do not change the meaning of an attribute's phrase.
const NEUTRAL: &[&str] = &[
    "документ",
    "кужат",
    "document",
    "doc",
    "признан",
    "тану",
    "сертификат",
    "certificate",
    "свидетельств",
    "куалик",
    "квалификац",
    "биликтилик",
    "qualification",
    "професси",
    "касип",
    "касиб",
    "profession",
    "код",
    "code",
    "номер",
    "номир",
    "number",
    "дата",
    "date",
    "день",
    "кун",
    "бин",
    "бсн",
    "bin",
    "центр",
    "орталык",
    "centre",
    "center",
    "классификатор",
    "жиктеуиш",
    "аккредитац",
    "аттестат",
    "уров",
    "денгей",
    "level",
    "орк",
    "нрк",
    "работник",
    "сотрудник",
    "кызметкер",
    "при",
    "наличии",
    "формат",
    "дд",
    "мм",
    "гггг",
    "dd",
    "mm",
    "yyyy",
    "г",
    "год",
    "жыл",
    "о",
    "об",
    "по",
    "и",
    "в",
    "на",
    "до",
    "с",
    "the",
    "of",
    "on",
    "и",
    "және",
    "жане",
    "цифр",
    "напр",
    "например",
    "№",
];

/// All phrases, folded and between blanks, with what they mean; clear ones last, because the last of several phrases of
/// equal length decides.
static FOLDED: LazyLock<Vec<(String, Meaning)>> = LazyLock::new(|| {
    let other = OTHER.iter().map(|phrase| (*phrase, Meaning::Other));
    let of = |clarity, phrases: &'static [&'static str], field| {
        phrases.iter().map(move |phrase| (*phrase, Meaning::Field(field, clarity)))
    };
    let vague = PHRASES.iter().flat_map(|(field, _, vague)| of(Clarity::Vague, vague, *field));
    let clear = PHRASES.iter().flat_map(|(field, clear, _)| of(Clarity::Clear, clear, *field));
    other
        .chain(vague)
        .chain(clear)
        .map(|(phrase, meaning)| (format!(" {} ", fold(phrase)), meaning))
        .collect()
});

/// Replaces Kazakh letters by those that people type on keyboards without them.
fn fold(text: &str) -> String {
    text.chars().map(russian_letter).collect()
}

/// Writes a heading in lower case with single spaces, without punctuation and invisible characters. `documentNumber` has two words,
/// and `N`, `No` and `#` are `№`.
pub(crate) fn normalise(heading: &str) -> String {
    let mut words = String::with_capacity(heading.len());
    let mut before = ' ';
    for character in
        heading.chars().filter(|character| !is_invisible(*character) || character.is_whitespace())
    {
        if before.is_lowercase() && character.is_uppercase() {
            words.push(' ');
        }
        before = character;
        match character {
            'ё' | 'Ё' => words.push('е'),
            '№' | '#' => words.push_str(" № "),
            // `Nº`, `N°`
            'º' | '°' => words.push(' '),
            character if character.is_alphanumeric() => words.extend(character.to_lowercase()),
            _ => words.push(' '),
        }
    }
    let word = |word| if matches!(word, "n" | "no" | "nr") { "№" } else { word };
    words.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Returns what a heading names: the longest phrase in it decides. Beside the phrase of an attribute, other words may make it
/// something else: `Срок действия договора` is not the last day of a document.
pub(crate) fn meaning(heading: &str) -> Option<Meaning> {
    if heading.chars().count() > MAX_HEADING {
        return None;
    }
    let plain = normalise(heading);
    if plain == "№" {
        return Some(Meaning::Field(Field::Number, Clarity::Counter));
    }
    let folded = fold(&plain);
    if AMBIGUOUS.iter().any(|phrase| fold(phrase) == folded) {
        return Some(Meaning::ProfessionOrPost);
    }
    let heading = format!(" {folded} ");
    let found = FOLDED.iter().filter(|(phrase, _)| heading.contains(phrase.as_str()));
    let (phrase, meaning) = found.max_by_key(|(phrase, _)| phrase.chars().count())?;
    let meaning = *meaning;
    let Meaning::Field(field, _) = meaning else { return Some(meaning) };
    if heading == *phrase {
        return Some(meaning);
    }
    let begins = |word: &str, stems: &[&str]| {
        stems.iter().any(|stem| word.starts_with(stem) && (stem.chars().count() > 2 || word == *stem))
    };
    let own = |other: &Meaning| matches!(other, Meaning::Field(own, _) if *own == field);
    let is_own = |word: &str| {
        FOLDED.iter().any(|(phrase, other)| own(other) && phrase.split_whitespace().any(|own| own == word))
    };
    let mut words = heading.split_whitespace().filter(|word| !is_own(word));
    let is_else = match field {
        Field::Document | Field::Code => false,
        Field::Number
        | Field::Holder
        | Field::Name
        | Field::Surname
        | Field::GivenName
        | Field::Patronymic => words.any(|word| begins(word, OTHERS)),
        Field::Profession
        | Field::Post
        | Field::Edition
        | Field::Qualification
        | Field::Level
        | Field::Skills
        | Field::Centre
        | Field::Accreditation
        | Field::Basis
        | Field::ExamOn
        | Field::IssuedOn
        | Field::ValidUntil => words
            .any(|word| !begins(word, NEUTRAL) && !word.chars().all(|character| character.is_ascii_digit())),
    };
    Some(if is_else { Meaning::Other } else { meaning })
}

/// Whether a heading refers to another document, such as an identity card: dates after it belong to that document.
pub(crate) fn is_of_other_document(heading: &str) -> bool {
    const STEMS: &[&str] =
        &["удостоверен", "удостоверяющ", "личност", "паспорт", "passport", "диплом", "diploma", "куалик"];
    let folded = fold(&normalise(heading));
    let other =
        !matches!(meaning(heading), Some(Meaning::Field(Field::Number | Field::Document | Field::Code, _)));
    other && folded.split_whitespace().any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
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
            ("Профессия", Some(Meaning::ProfessionOrPost)),
            ("Мамандығы", Some(Meaning::ProfessionOrPost)),
            ("Профессия (должность)", Some(Meaning::ProfessionOrPost)),
            ("Профессия по должности", Some(Meaning::Field(Field::Post, Clear))),
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
            ("No.", Some(Meaning::Field(Field::Number, Clarity::Counter))),
            ("documentNumber", Some(Meaning::Field(Field::Number, Clear))),
            ("Nº документа", Some(Meaning::Field(Field::Number, Clear))),
            ("Document #", Some(Meaning::Field(Field::Number, Clear))),
            ("Кужат номири", Some(Meaning::Field(Field::Number, Clear))),
            ("Дата выдачи документа о признании (дд.мм.гггг)", Some(Meaning::Field(Field::IssuedOn, Clear))),
            ("Уровень / Деңгей", Some(Meaning::Field(Field::Level, Clear))),
            ("Дата выдачи удостоверения", Some(Meaning::Other)),
            ("Срок действия договора", Some(Meaning::Other)),
            ("Дата экзамена по ТБ", Some(Meaning::Other)),
            ("Уровень допуска", Some(Meaning::Other)),
            ("ФИО руководителя", Some(Meaning::Other)),
            ("ИИН руководителя", Some(Meaning::Other)),
            ("Номер документа, удостоверяющего личность", Some(Meaning::Other)),
            ("Аттестат о среднем образовании", None),
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
