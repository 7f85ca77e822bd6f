//! Errors of a device's disk in three languages, by their code.

use rastau_core::error::ErrorCode;

use crate::lang::Lang;

/// A sentence for each code of `Stage::Disk`, in the order of [`Lang::ALL`].
const TEXTS: &[(ErrorCode, [&str; 3])] = &[
    (
        ErrorCode::DiskFile,
        [
            "Тізілім көшірмесінің файлы жоқ немесе оқылмайды; көшірмені түгел қайта көшіріңіз.",
            "Файла снимка реестра нет, или он не читается; скопируйте снимок целиком заново.",
            "A file of the bundle is not there or cannot be read; copy the whole bundle again.",
        ],
    ),
    (
        ErrorCode::DiskTooLarge,
        [
            "Файл тізілім көшірмесінде болуы мүмкін файлдан үлкен; басқа файл таңдаңыз.",
            "Файл больше любого файла снимка реестра; выберите другой.",
            "The file is larger than any of a bundle can be; choose another one.",
        ],
    ),
    (
        ErrorCode::DiskNotABundle,
        [
            "Бұл тізілім көшірмесі емес; жарияланған қалтаны немесе .rastau файлын көрсетіңіз.",
            "Это не снимок реестра; укажите опубликованную папку или файл .rastau.",
            "This is not a bundle; give the published folder or .rastau file.",
        ],
    ),
    (
        ErrorCode::DiskSegment,
        [
            "Тізілімнің бір бөлігі қол қойылғаннан өзгеше немесе үзілген; көшірмені қайта көшіріңіз.",
            "Часть реестра не та, что была подписана, или обрезана; скопируйте снимок заново.",
            "Part of the register is not the one that was signed, or is cut off; copy the bundle again.",
        ],
    ),
    (
        ErrorCode::SourceNotThere,
        [
            "Жаңарту көзінде қажетті файл жоқ; жарияланған қалтаны немесе .rastau файлын көрсетіңіз.",
            "В источнике обновления нет нужного файла; укажите опубликованную папку или файл .rastau.",
            "The source of the update lacks a file; give the published folder or .rastau file.",
        ],
    ),
    (
        ErrorCode::Source,
        [
            "Жаңарту көзімен байланыс үзілді; қайталап көріңіз.",
            "Источник обновления оборвался; попробуйте ещё раз.",
            "The source of the update broke off; try again.",
        ],
    ),
    (
        ErrorCode::DiskFull,
        [
            "Дискіде орын жоқ; бұрынғы тізілім қолданыста қалды. Орын босатыңыз.",
            "Диск заполнен; в работе остался прежний реестр. Освободите место.",
            "The disk is full; the register that was in use stays. Make room.",
        ],
    ),
    (
        ErrorCode::DiskReadOnly,
        [
            "Дискіге жазуға болмайды; бұрынғы тізілім қолданыста қалды. Жазуға рұқсат беріңіз.",
            "Диск доступен только для чтения; в работе остался прежний реестр. Разрешите запись.",
            "The disk may only be read; the register that was in use stays. Allow writing.",
        ],
    ),
    (
        ErrorCode::DiskWrite,
        [
            "Дискіге жазылмады; бұрынғы тізілім қолданыста қалды.",
            "Записать на диск не удалось; в работе остался прежний реестр.",
            "The disk could not be written; the register that was in use stays.",
        ],
    ),
    (
        ErrorCode::DeviceBusy,
        [
            "Құрылғыны басқа бағдарлама жаңартып жатыр; кейінірек қайталаңыз.",
            "Устройство обновляет другая программа; повторите позже.",
            "Another program is updating the device; try again later.",
        ],
    ),
    (
        ErrorCode::DeviceMemoryLost,
        [
            "Құрылғы бұрын не көргенін ұмытты, сондықтан ескі дерек жаңа болып көрінуі мүмкін; жаңа қалтаға қайта орнатыңыз.",
            "Устройство забыло, что оно видело, и старые данные могли бы сойти за новые; настройте его заново в новой папке.",
            "The device no longer knows what it has seen, so older data could pass for new; set it up in a new folder.",
        ],
    ),
    (
        ErrorCode::DeviceEmpty,
        [
            "Құрылғыда әлі тізілім жоқ; алдымен жаңартыңыз.",
            "На устройстве ещё нет реестра; сначала обновите его.",
            "The device has no register yet; update it first.",
        ],
    ),
    (
        ErrorCode::NotADevice,
        [
            "Бұл қалтада басқа файлдар бар; құрылғы үшін жаңа немесе бос қалта таңдаңыз.",
            "В этой папке другие файлы; выберите для устройства новую или пустую.",
            "The directory contains other files; choose a new or an empty one for the device.",
        ],
    ),
    (
        ErrorCode::DeviceOtherRoot,
        [
            "Сенім түбірі құрылғы орнатылған кездегіден басқа; басқа тізілім үшін басқа қалта таңдаңыз.",
            "Корень доверия не тот, с которым устройство настроено; для другого реестра выберите другую папку.",
            "The trust root is not the one that the device was set up with; for another register choose another folder.",
        ],
    ),
];

/// What failed on a device's disk and what to do, as one sentence; `None` for a code of another stage than `Stage::Disk`.
#[must_use]
pub fn device_error(code: ErrorCode, lang: Lang) -> Option<&'static str> {
    let (_, [kk, ru, en]) = TEXTS.iter().find(|(known, _)| *known == code)?;
    Some(match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    })
}

#[cfg(test)]
mod tests {
    use rastau_core::error::Stage;

    use super::*;

    #[test]
    fn exactly_the_codes_of_the_disk_have_texts() {
        for code in ErrorCode::ALL {
            let texts = Lang::ALL.map(|lang| device_error(*code, lang));
            assert_eq!(texts.map(|text| text.is_some()), [code.stage() == Stage::Disk; 3], "{code:?}");
        }
    }

    #[test]
    fn every_text_is_in_its_language() {
        for (code, [kk, ru, en]) in TEXTS {
            assert!(kk != ru && ru != en, "{code:?}");
            assert!(en.is_ascii() && !kk.is_ascii() && !ru.is_ascii(), "{code:?}");
        }
    }
}
