//! The reference data of the demo: invented professions and centres in the form of real ones, and the real calendar of
//! working days.

use rastau_core::calendar::{Date, WorkingDays};
use rastau_core::identity::check_digit;
use rusqlite::Connection;

use crate::RegistryError;
use crate::calendar;
use crate::rows::{CHAMBER, KEEPER, LINK};

/// The edition of the classifier in the demo.
pub const EDITION: &str = "2017";

/// An invented profession.
pub struct DemoProfession {
    /// The code.
    pub code: &'static str,
    /// The names in Kazakh, Russian and English.
    pub names: [&'static str; 3],
    /// The term of validity in months; `None` for no term.
    pub months: Option<u16>,
    /// The levels of its qualifications.
    pub levels: &'static [&'static str],
    /// The other law, for a profession in which recognition is mandatory.
    pub other_law: Option<&'static str>,
    /// The number of days since it left the register.
    pub left: Option<u32>,
    /// The skills that can be recognised alone (art. 20): code and names.
    pub skills: &'static [(&'static str, [&'static str; 3])],
}

const fn profession(code: &'static str, names: [&'static str; 3], months: Option<u16>) -> DemoProfession {
    DemoProfession { code, names, months, levels: &["3", "4", "5"], other_law: None, left: None, skills: &[] }
}

/// The professions of the demo.
pub const PROFESSIONS: [DemoProfession; 10] = [
    DemoProfession {
        skills: &[
            ("7212-1-S1", ["Құбырларды доғалы дәнекерлеу", "Дуговая сварка труб", "Arc welding of pipes"]),
            ("7212-1-S2", ["Дәнекер жігін тексеру", "Проверка сварного шва", "Inspection of a weld seam"]),
            ("7212-1-S3", ["Металды газбен кесу", "Газовая резка металла", "Gas cutting of metal"]),
        ],
        ..profession("7212-1", ["Дәнекерлеуші", "Сварщик", "Welder"], Some(60))
    },
    profession("7411-2", ["Құрылыс электригі", "Электрик строительный", "Building electrician"], Some(36)),
    profession("5120-1", ["Аспаз", "Повар", "Cook"], None),
    profession("5141-1", ["Шаштараз", "Парикмахер", "Hairdresser"], Some(12)),
    profession("4110-9", ["Кеңсе қызметкері", "Офисный служащий", "Office clerk"], Some(60)),
    profession("7231-1", ["Автокөлік жөндеуші", "Автослесарь", "Motor vehicle mechanic"], Some(48)),
    profession("5322-1", ["Үйде күтім жасаушы", "Сиделка на дому", "Home care worker"], Some(24)),
    profession("7112-3", ["Тас қалаушы", "Каменщик", "Bricklayer"], Some(60)),
    DemoProfession {
        other_law: Some("«Жол жүрісі туралы» Заң / Закон «О дорожном движении» / Law on road traffic"),
        ..profession("8332-1", ["Жүк көлігінің жүргізушісі", "Водитель грузовика", "Lorry driver"], Some(120))
    },
    DemoProfession {
        left: Some(400),
        ..profession("4131-2", ["Машинка басушы", "Машинистка", "Typist"], Some(60))
    },
];

/// An invented recognition centre.
pub struct DemoCentre {
    /// The letter in file names.
    pub letter: &'static str,
    /// The first eleven digits of its BIN. The year of registration is in the future, so no organisation has it.
    pub bin: &'static str,
    /// The names in Kazakh, Russian and English.
    pub names: [&'static str; 3],
    /// The serial number of its accreditation certificate.
    pub serial: &'static str,
    /// Whether it is accredited under the law on conformity assessment (art. 17.1).
    pub conformity: bool,
    /// The number of days since the certificate was issued.
    pub since: u32,
    /// The number of days since it was revoked.
    pub revoked: Option<u32>,
}

/// The centres of the demo.
pub const CENTRES: [DemoCentre; 5] = [
    centre(
        "a",
        "99014000001",
        ["«Қиял» тану орталығы", "Центр признания «Киял»", "Qiyal recognition centre"],
        "ҰКП-0001",
    ),
    DemoCentre {
        conformity: true,
        ..centre(
            "b",
            "99024000002",
            ["«Үлгі» тану орталығы", "Центр признания «Улги»", "Ulgi recognition centre"],
            "KZ.D.02.0002",
        )
    },
    DemoCentre {
        revoked: Some(50),
        ..centre(
            "c",
            "99034000003",
            ["«Мысал» тану орталығы", "Центр признания «Мысал»", "Mysal recognition centre"],
            "ҰКП-0003",
        )
    },
    DemoCentre {
        since: 90,
        ..centre(
            "d",
            "99044000004",
            ["«Ертегі» тану орталығы", "Центр признания «Ертеги»", "Ertegi recognition centre"],
            "ҰКП-0004",
        )
    },
    centre(
        "e",
        "99054000005",
        ["«Жаңғырық» тану орталығы", "Центр признания «Жангырык»", "Zhangyryq recognition centre"],
        "ҰКП-0005",
    ),
];

const fn centre(
    letter: &'static str,
    bin: &'static str,
    names: [&'static str; 3],
    serial: &'static str,
) -> DemoCentre {
    DemoCentre { letter, bin, names, serial, conformity: false, since: 900, revoked: None }
}

/// Returns eleven digits with their check digit. Digits that have no check digit are incremented to the next that have one.
#[must_use]
pub fn with_check(body: &str) -> String {
    let mut number: u64 = body.parse().unwrap_or(0);
    loop {
        let text = format!("{number:011}");
        let mut digits = [0; 11];
        for (digit, byte) in digits.iter_mut().zip(text.bytes()) {
            *digit = byte - b'0';
        }
        if let Some(check) = check_digit(&digits) {
            return format!("{text}{check}");
        }
        number += 1;
    }
}

impl DemoCentre {
    /// Returns the centre's BIN.
    #[must_use]
    pub fn bin(&self) -> String {
        with_check(self.bin)
    }
}

/// Inserts professions, standards, qualifications, skills, centres and accreditations as of `today`, and the real calendar
/// of working days.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails.
pub fn enter(connection: &Connection, today: Date) -> Result<(), RegistryError> {
    calendar::enter(connection, &WorkingDays::built_in())?;
    let start = "2023-09-04";
    let edition = EDITION;
    for profession in &PROFESSIONS {
        let [kk, ru, en] = profession.names;
        let code = profession.code;
        let until = profession.left.map(|days| today.minus_days(days).to_string());
        let mode = if profession.other_law.is_some() { "mandatory" } else { "voluntary" };
        connection
            .execute("INSERT INTO professions VALUES (?1, ?2, ?3, ?4, ?5)", (code, edition, kk, ru, en))?;
        connection.execute(
            "INSERT INTO profession_versions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (code, edition, start, &until, mode, profession.other_law, profession.months),
        )?;
        connection.execute(
            "INSERT INTO bases VALUES (?1, ?2, 'standard', ?3, ?4, NULL)",
            (code, edition, format!("PS-{code}"), start),
        )?;
        for level in profession.levels {
            let names = [("деңгей", kk), ("уровень", ru), ("level", en)]
                .map(|(word, name)| format!("{name}, {word} {level}"));
            let [kk, ru, en] = names;
            connection.execute(
                "INSERT INTO qualifications VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (code, edition, format!("{code}-{level}"), level, kk, ru, en),
            )?;
        }
        for (skill, [kk, ru, en]) in profession.skills {
            connection.execute(
                "INSERT INTO skills VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (code, edition, skill, kk, ru, en),
            )?;
        }
    }
    for centre in &CENTRES {
        let bin = centre.bin();
        let [kk, ru, en] = centre.names;
        let route = if centre.conformity { "conformity-assessment" } else { "this-law" };
        let from = today.minus_days(centre.since);
        let until = from.plus_months(36);
        connection.execute("INSERT INTO centres VALUES (?1, ?2, ?3, ?4, 1)", (&bin, kk, ru, en))?;
        connection.execute(
            "INSERT INTO accreditations VALUES (?1, ?2, ?3, ?4, ?5)",
            (&bin, centre.serial, route, from.to_string(), until.to_string()),
        )?;
        if let Some(days) = centre.revoked {
            let day = today.minus_days(days).to_string();
            connection.execute(
                "INSERT INTO accreditation_events VALUES (?1, ?2, ?3, 'revoked')",
                (&bin, centre.serial, day),
            )?;
        }
        for profession in &PROFESSIONS {
            connection.execute(
                "INSERT INTO accreditation_scopes VALUES (?1, ?2, ?3, ?4, NULL)",
                (&bin, centre.serial, profession.code, from.to_string()),
            )?;
        }
    }
    // Only the first centre has contacts; they are optional.
    let centre = CENTRES.first().map(DemoCentre::bin).unwrap_or_default();
    for (body, page, telephone, email) in [
        (KEEPER, "https://register.example/help", "+7 700 000 00 00", "help@register.example"),
        (CHAMBER, "https://chamber.example", "", "help@chamber.example"),
        (centre.as_str(), "https://centre.example", "", ""),
        (LINK, "https://register.example", "", ""),
    ] {
        let sql = "INSERT INTO contacts VALUES (?1, ?2, ?3, ?4)";
        connection.execute(sql, (body, page, telephone, email))?;
    }
    Ok(())
}
