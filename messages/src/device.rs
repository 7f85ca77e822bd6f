//! Messages for errors of a device's disk, in three languages.

use rastau_core::error::ErrorCode;

use crate::lang::Lang;

/// The message for each code of `Stage::Disk`, in the order of [`Lang::ALL`].
const TEXTS: &[(ErrorCode, [&str; 3])] = &[
    (
        ErrorCode::DiskFile,
        [
            "Тізілім көшірмесінің файлы жоқ немесе оқылмайды; көшірмені түгел қайта көшіріңіз.",
            "Файла снимка реестра нет, или он не читается; скопируйте снимок целиком заново.",
            "A file of the bundle is missing or cannot be read; copy the complete bundle again.",
        ],
    ),
    (
        ErrorCode::DiskTooLarge,
        [
            "Файл тізілім көшірмесінде болуы мүмкін файлдан үлкен; басқа файл таңдаңыз.",
            "Файл больше любого файла снимка реестра; выберите другой.",
            "The file exceeds the maximum size of a file of a bundle; choose another one.",
        ],
    ),
    (
        ErrorCode::DiskNotABundle,
        [
            "Бұл тізілім көшірмесі емес; жарияланған қалтаны немесе .rastau файлын көрсетіңіз.",
            "Это не снимок реестра; укажите опубликованную папку или файл .rastau.",
            "This is not a bundle; choose the published folder or .rastau file.",
        ],
    ),
    (
        ErrorCode::DiskSegment,
        [
            "Тізілімнің бір бөлігі қол қойылғаннан өзгеше немесе үзілген; көшірмені қайта көшіріңіз.",
            "Часть реестра не та, что была подписана, или обрезана; скопируйте снимок заново.",
            "Part of the register differs from the signed data or is cut off; copy the bundle again.",
        ],
    ),
    (
        ErrorCode::SourceNotThere,
        [
            "Жаңарту көзінде қажетті файл жоқ; жарияланған қалтаны немесе .rastau файлын көрсетіңіз.",
            "В источнике обновления нет нужного файла; укажите опубликованную папку или файл .rastau.",
            "The source of the update lacks a file; choose the published folder or .rastau file.",
        ],
    ),
    (
        ErrorCode::Source,
        [
            "Жаңарту көзімен байланыс үзілді; қайталап көріңіз.",
            "Источник обновления оборвался; попробуйте ещё раз.",
            "The connection to the source of the update failed; try again.",
        ],
    ),
    (
        ErrorCode::DiskFull,
        [
            "Дискіде орын жоқ; бұрынғы тізілім қолданыста қалды. Орын босатыңыз.",
            "Диск заполнен; в работе остался прежний реестр. Освободите место.",
            "The disk is full; the previous register stays in use. Free some space.",
        ],
    ),
    (
        ErrorCode::DiskReadOnly,
        [
            "Дискіге жазуға болмайды; бұрынғы тізілім қолданыста қалды. Жазуға рұқсат беріңіз.",
            "Диск доступен только для чтения; в работе остался прежний реестр. Разрешите запись.",
            "The disk is read-only; the previous register stays in use. Allow writing.",
        ],
    ),
    (
        ErrorCode::DiskWrite,
        [
            "Дискіге жазылмады; бұрынғы тізілім қолданыста қалды.",
            "Записать на диск не удалось; в работе остался прежний реестр.",
            "Writing to the disk failed; the previous register stays in use.",
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
            "The trusted state is damaged or missing, so the device cannot detect older data; set it up in a new folder.",
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
            "The folder contains other files; choose a new or an empty one for the device.",
        ],
    ),
    (
        ErrorCode::DeviceOtherRoot,
        [
            "Сенім түбірі құрылғы орнатылған кездегіден басқа; басқа тізілім үшін басқа қалта таңдаңыз.",
            "Корень доверия не тот, с которым устройство настроено; для другого реестра выберите другую папку.",
            "The trust root differs from the one that the device was set up with; choose another folder for another register.",
        ],
    ),
];

/// Returns the message for an error of a device's disk: what failed and what to do. `None` if the code's stage is not
/// `Stage::Disk`.
///
/// ```
/// use rastau_core::ErrorCode;
/// use rastau_messages::{Lang, device_error};
///
/// let text = device_error(ErrorCode::DeviceEmpty, Lang::En);
/// assert_eq!(text, Some("The device has no register yet; update it first."));
/// assert_eq!(device_error(ErrorCode::RuleUnknown, Lang::En), None);
/// ```
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
