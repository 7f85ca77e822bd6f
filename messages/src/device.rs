//! What goes wrong on a device's disk, in words, by the number of the error.

use crate::lang::Lang;

/// In the order of [`Lang::ALL`]. The numbers are those of `rastau-store`, which this crate does not know.
const SAID: &[(u16, [&str; 3])] = &[
    (
        120,
        [
            "Тізілім көшірмесінің файлы жоқ немесе оқылмайды; көшірмені түгел қайта көшіріңіз.",
            "Файла снимка реестра нет, или он не читается; скопируйте снимок целиком заново.",
            "A file of the bundle is not there or cannot be read; copy the whole bundle again.",
        ],
    ),
    (
        121,
        [
            "Файл тізілім көшірмесінде болуы мүмкін файлдан үлкен; басқа файл таңдаңыз.",
            "Файл больше любого файла снимка реестра; выберите другой.",
            "The file is larger than any of a bundle can be; choose another one.",
        ],
    ),
    (
        122,
        [
            "Бұл тізілім көшірмесі емес; жарияланған қалтаны немесе .rastau файлын көрсетіңіз.",
            "Это не снимок реестра; укажите опубликованную папку или файл .rastau.",
            "This is not a bundle; give the published folder or .rastau file.",
        ],
    ),
    (
        123,
        [
            "Тізілімнің бір бөлігі қол қойылғаннан өзгеше немесе үзілген; көшірмені қайта көшіріңіз.",
            "Часть реестра не та, что была подписана, или обрезана; скопируйте снимок заново.",
            "Part of the register is not the one that was signed, or is cut off; copy the bundle again.",
        ],
    ),
    (
        124,
        [
            "Жаңарту көзінде қажетті файл жоқ; жарияланған қалтаны немесе .rastau файлын көрсетіңіз.",
            "В источнике обновления нет нужного файла; укажите опубликованную папку или файл .rastau.",
            "The source of the update lacks a file; give the published folder or .rastau file.",
        ],
    ),
    (
        125,
        [
            "Жаңарту көзімен байланыс үзілді; қайталап көріңіз.",
            "Источник обновления оборвался; попробуйте ещё раз.",
            "The source of the update broke off; try again.",
        ],
    ),
    (
        126,
        [
            "Дискіде орын жоқ; бұрынғы тізілім қолданыста қалды. Орын босатыңыз.",
            "Диск заполнен; в работе остался прежний реестр. Освободите место.",
            "The disk is full; the register that was in use stays. Make room.",
        ],
    ),
    (
        127,
        [
            "Дискіге жазуға болмайды; бұрынғы тізілім қолданыста қалды. Жазуға рұқсат беріңіз.",
            "Диск доступен только для чтения; в работе остался прежний реестр. Разрешите запись.",
            "The disk may only be read; the register that was in use stays. Allow writing.",
        ],
    ),
    (
        128,
        [
            "Дискіге жазылмады; бұрынғы тізілім қолданыста қалды.",
            "Записать на диск не удалось; в работе остался прежний реестр.",
            "The disk could not be written; the register that was in use stays.",
        ],
    ),
    (
        129,
        [
            "Құрылғыны басқа бағдарлама жаңартып жатыр; кейінірек қайталаңыз.",
            "Устройство обновляет другая программа; повторите позже.",
            "Another program is updating the device; try again later.",
        ],
    ),
    (
        130,
        [
            "Құрылғы бұрын не көргенін ұмытты, сондықтан ескі дерек жаңа болып көрінуі мүмкін; жаңа қалтаға қайта орнатыңыз.",
            "Устройство забыло, что оно видело, и старые данные могли бы сойти за новые; настройте его заново в новой папке.",
            "The device no longer knows what it has seen, so older data could pass for new; set it up in a new folder.",
        ],
    ),
    (
        131,
        [
            "Құрылғыда әлі тізілім жоқ; алдымен жаңартыңыз.",
            "На устройстве ещё нет реестра; сначала обновите его.",
            "The device holds no register yet; update it first.",
        ],
    ),
    (
        132,
        [
            "Бұл қалтада басқа файлдар бар; құрылғы үшін жаңа немесе бос қалта таңдаңыз.",
            "В этой папке другие файлы; выберите для устройства новую или пустую.",
            "The folder holds other files; choose a new or an empty one for the device.",
        ],
    ),
    (
        133,
        [
            "Сенім түбірі құрылғы орнатылған кездегіден басқа; басқа тізілім үшін басқа қалта таңдаңыз.",
            "Корень доверия не тот, с которым устройство настроено; для другого реестра выберите другую папку.",
            "The trust root is not the one that the device was set up with; for another register choose another folder.",
        ],
    ),
];

/// Why a device's disk did not serve, by the error's number (`StoreError::code` of `rastau-store`); none for a number
/// of something else.
#[must_use]
pub fn device_error(number: u16, lang: Lang) -> Option<&'static str> {
    let (_, [kk, ru, en]) = SAID.iter().find(|(known, _)| *known == number)?;
    Some(match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_the_disk_is_said_in_every_language() {
        for number in 120..=133 {
            let [kk, ru, en] = Lang::ALL.map(|lang| device_error(number, lang).unwrap());
            assert!(kk != ru && ru != en, "{number}");
            assert!(en.is_ascii() && !kk.is_ascii() && !ru.is_ascii(), "{number}");
        }
        assert_eq!(device_error(119, Lang::En), None);
        assert_eq!(device_error(134, Lang::En), None);
    }
}
