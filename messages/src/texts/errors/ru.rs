//! Errors in Russian.

use rastau_core::error::{ErrorCode, FactProblem, FieldProblem, PageError};
use rastau_core::input::foreign::ForeignCode;

use super::{ErrorWords, only_in_english};

/// Russian.
pub(crate) const ERRORS: ErrorWords = ErrorWords {
    error,
    page,
    field_problem,
    fact_problem,
    foreign,
    part: " (код {number} из {of})",
    foreign_advice: "Отсканируйте код на документе о признании или введите его номер, код и ИИН.",
};

const fn error(code: ErrorCode) -> Option<&'static str> {
    Some(match code {
        ErrorCode::InputEmpty => "ничего не указано: отсканируйте QR-код или введите номер, код и ИИН",
        ErrorCode::InputTooLong => "это длиннее любого документа ({limit} байт)",
        ErrorCode::InputNotADocument => {
            "это не документ о признании; его текст начинается с RST1: или является ссылкой с #RST2:"
        }
        ErrorCode::InputUnknownVersion => "формат документа {prefix} этой версии неизвестен; обновите Rastau",
        ErrorCode::InputCutOff => "текст обрезан или изменён; отсканируйте QR-код ещё раз",
        ErrorCode::InputMalformed => "документ не читается; отсканируйте QR-код ещё раз",
        ErrorCode::InputSeveralDocuments => "в тексте несколько документов; проверяйте по одному",
        ErrorCode::InputLinkUser => {
            "веб-адрес в коде скрывает за знаком @ сайт, на который он ведёт; не открывайте его, введите номер, код и ИИН"
        }
        ErrorCode::InputForeignCode => {
            "это код другого вида, а не документа о признании; отсканируйте код на документе или введите его номер, код и ИИН"
        }
        ErrorCode::FormMalformed => "форма не читается: {problem}",
        ErrorCode::FormField | ErrorCode::FactsField => "поле «{field}»: {problem}",
        ErrorCode::CodeLength => "в коде проверки 17 букв и цифр, здесь {found}",
        ErrorCode::CodeCharacter => "«{character}» в кодах проверки не бывает",
        ErrorCode::CodeCheck => "в коде проверки опечатка; сверьте его с бумагой",
        ErrorCode::DecodeMemory => {
            "для содержимого файла нужно больше 512 МиБ памяти; дайте файл меньше, например фрагмент или одну страницу"
        }
        ErrorCode::DecodeTime => {
            "чтение содержимого файла занимает больше 20 секунд; дайте файл меньше, например фрагмент или одну страницу"
        }
        ErrorCode::DecodeFailed => {
            "процесс, который читает содержимое файла, завершился с ошибкой; файл может быть повреждён, получите его заново"
        }
        ErrorCode::DecodeNoProcess => {
            "изображения и PDF не читаются: не удаётся запустить процесс с ограничением памяти и времени; дайте текст QR-кода"
        }
        ErrorCode::ReportMalformed => {
            "это не отчёт о проверке, или он повреждён: {problem}; укажите файл .json в том виде, в каком он был сохранён"
        }
        ErrorCode::ReportUnknownVersion => "формат отчёта {schema} этой версии неизвестен; обновите Rastau",
        ErrorCode::ReportTooLong => "файл длиннее отчёта об одной проверке ({limit} байт)",
        ErrorCode::IdentityDigits => "в ИИН и БИН ровно 12 цифр",
        ErrorCode::IdentityKind => "пятая цифра не подходит ни для ИИН (0–3), ни для БИН (4–6)",
        ErrorCode::IdentityDate => "первые цифры не являются датой",
        ErrorCode::IdentityCheck => "последняя цифра не подходит к остальным; проверьте ввод",
        ErrorCode::BundleMalformed => "файл {file} не читается; скопируйте снимок реестра заново",
        ErrorCode::BundleSignatures => {
            "в файле {statement} верных подписей {valid}, нужно {required}; не используйте этот снимок"
        }
        ErrorCode::BundleForeign => "файл {file} относится к другому реестру",
        ErrorCode::BundleRoles => "роли в корне доверия невозможны",
        ErrorCode::BundleChain => "цепочка корней доверия нарушена",
        ErrorCode::BundleRootExpired => "срок корня доверия истёк; получите более новый снимок",
        ErrorCode::BundleRollback => "файл {file} старше уже виденного; остаётся более новый",
        ErrorCode::BundleOtherContent => {
            "у файла {file} уже виденная версия, но другое содержание; сообщите об этом"
        }
        ErrorCode::BundleMixedUp => "файл {file} не от этого снимка",
        ErrorCode::BundleSegmentVanished => "в этом снимке нет части реестра",
        ErrorCode::BundleNewerFormat => {
            "для файла {file} нужна более новая версия программы; обновите Rastau"
        }
        ErrorCode::BundleLoweredFloor => {
            "корень доверия допускает более старые версии, чем предыдущий; остаётся прежний, сообщите об этом"
        }
        ErrorCode::BundleClosed => "реестр заменил ключи этого снимка; откройте более новый",
        ErrorCode::BundleEnded => "срок этого снимка истёк, а срок действующего нет; получите более новый",
        ErrorCode::BundleSegments => "список частей реестра в снимке неверен",
        ErrorCode::BundleFile => "это не снимок реестра, или файл обрезан; получите файл .rastau заново",
        ErrorCode::BundleFileTooLarge => "{name} больше, чем может быть часть снимка",
        ErrorCode::DiskFile => {
            "файла снимка реестра нет, или он не читается; скопируйте снимок целиком заново"
        }
        ErrorCode::DiskTooLarge => "файл больше любого файла снимка реестра; выберите другой",
        ErrorCode::DiskNotABundle => "это не снимок реестра; укажите опубликованную папку или файл .rastau",
        ErrorCode::DiskSegment => {
            "часть реестра не та, что была подписана, или обрезана; скопируйте снимок заново"
        }
        ErrorCode::SourceNotThere => {
            "в источнике обновления нет нужного файла; укажите опубликованную папку или файл .rastau"
        }
        ErrorCode::Source => "источник обновления оборвался; попробуйте ещё раз",
        ErrorCode::DiskFull => "диск заполнен; в работе остался прежний реестр. Освободите место",
        ErrorCode::DiskReadOnly => {
            "диск доступен только для чтения; в работе остался прежний реестр. Разрешите запись"
        }
        ErrorCode::DiskWrite => "записать на диск не удалось; в работе остался прежний реестр",
        ErrorCode::DeviceBusy => "устройство обновляет другая программа; повторите позже",
        ErrorCode::DeviceMemoryLost => {
            "устройство забыло, что оно видело, и старые данные могли бы сойти за новые; настройте его заново в новой папке"
        }
        ErrorCode::DeviceEmpty => "на устройстве ещё нет реестра; сначала обновите его",
        ErrorCode::NotADevice => "в этой папке другие файлы; выберите для устройства новую или пустую",
        ErrorCode::SourceWebPage => "вместо {name} пришла веб-страница; войдите в сеть или проверьте адрес",
        ErrorCode::SourceStatus => "источник ответил {source_status} на {name}; повторите попытку позже",
        ErrorCode::SourceOtherContent => {
            "содержимое {name} не соответствует его имени; используйте другой источник"
        }
        ErrorCode::UpdateMoved => "другое обновление устройства завершилось раньше; повторите попытку",
        ErrorCode::DeviceClosed => "реестр заменил ключи снимка на устройстве; обновите устройство",
        ErrorCode::DeviceClosedByUpdate => {
            "реестр заменил ключи снимка на устройстве, а новый получить не удалось: {source}"
        }
        ErrorCode::DeviceOtherRoot => {
            "корень доверия не тот, с которым устройство настроено; для другого реестра выберите другую папку"
        }
        ErrorCode::RuleUnknown => "такого правила нет: {id}",
        ErrorCode::FactsNotAnObject => "сведения — это объект JSON",
        ErrorCode::FactsMalformed => "сведения — не JSON: {problem}",
        ErrorCode::ActTooLong => "текст длиннее Закона ({limit} байт)",
        ErrorCode::ActNoArticle => {
            "в тексте не найдено ни одной статьи; нужен текст Закона на английском языке"
        }
        ErrorCode::JsTable => "список нельзя прочитать или отчёт нельзя записать",
        only_in_english!() => return None,
    })
}

const fn page(error: PageError) -> &'static str {
    match error {
        PageError::Missing => "страницы реестра нет, или она не читается; скопируйте снимок реестра заново",
        PageError::Altered => "страница реестра отличается от подписанной; скопируйте снимок реестра заново",
        PageError::Unreadable => "формат страницы реестра этой версии неизвестен; обновите Rastau",
    }
}

const fn field_problem(problem: &FieldProblem) -> &'static str {
    match problem {
        FieldProblem::Number => "введите от 1 до 64 печатных знаков",
        FieldProblem::Code => "введите от 1 до 32 печатных знаков",
        FieldProblem::Name => "введите имя длиной не более 160 байт",
        FieldProblem::Lost => "буквы или цифры потеряны («?» или 1,5E+11): перепишите значение с документа",
        FieldProblem::Skills => "введите не более 32 кодов, в каждом от 1 до 32 печатных знаков",
        FieldProblem::BasisKind => "выберите профессиональный стандарт или квалификационные требования",
        FieldProblem::BasisId => "введите обозначение из 1–32 печатных знаков",
        FieldProblem::Date { .. } => "пишите дату так: год-месяц-день, например 2026-03-01",
        FieldProblem::Centre(_) => "{problem}",
    }
}

const fn fact_problem(problem: &FactProblem) -> &'static str {
    match problem {
        FactProblem::Before { .. } => "{day} раньше, чем {other_day} ({other})",
        FactProblem::After { .. } => "{day} позже, чем {other_day} ({other})",
        FactProblem::Above { .. } => "{number} больше, чем {other_number} ({other})",
        FactProblem::Empty => "пусто; укажите хотя бы одно",
        FactProblem::TooMany { .. } => "слишком много: {found}; не больше {max}",
        FactProblem::Blank => "пусто",
        FactProblem::InvalidDate { .. } => "такого дня нет: {text}",
        FactProblem::YearOutOfRange { .. } => "такого года нет: {year}",
        FactProblem::NotAnInteger { min: Some(_), max: Some(_), .. } => "нужно целое число от {min} до {max}",
        FactProblem::NotAnInteger { min: Some(_), max: None, .. } => "нужно целое число, не меньше {min}",
        FactProblem::NotAnInteger { .. } => "нужно целое число",
        FactProblem::InvalidTerm => "число месяцев от 1 до 1200 или без срока",
        FactProblem::InvalidBin(_) | FactProblem::Shape(_) => "{problem}",
        FactProblem::IinNotBin => "это номер человека (ИИН), а нужен номер организации (БИН)",
        FactProblem::OwnRequestDetected => {
            "просьба самого центра поступает, а не выявляется; оставьте этот день пустым"
        }
        FactProblem::NothingRevoked => "возобновлять нечего: аттестат не отозван",
        FactProblem::Differs { .. } => "не совпадает с полем «{other}»; это одно и то же сведение",
        FactProblem::NoClockChosen => "не спрошен ни один срок; укажите хотя бы один",
    }
}

const fn foreign(code: &ForeignCode) -> &'static str {
    match code {
        ForeignCode::Certificate(_) => {
            "Это один из кодов справки с портала электронного правительства{part}. Проверьте справку на этом портале."
        }
        ForeignCode::PropertyCertificate => {
            "Это код справки о недвижимом имуществе. Проверьте её на портале электронного правительства."
        }
        ForeignCode::ElectronicDocument(_) => {
            "Это часть кода электронного документа{part}. Проверьте документ в приложении или на портале, где он показан."
        }
        ForeignCode::WebAddress(_) => "Это веб-адрес. Он не открывался.",
        ForeignCode::Credential => {
            "Это код документа другой системы, например медицинской справки. Проверить его может только эта система."
        }
        ForeignCode::Wifi => "Это код сети Wi-Fi.",
        ForeignCode::Contact => "Это контактные данные.",
        ForeignCode::Payment => "Это код платежа.",
        ForeignCode::Product => "Это код товара.",
    }
}
