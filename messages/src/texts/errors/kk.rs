//! Errors in Kazakh.

use rastau_core::error::{ErrorCode, FactProblem, FieldProblem, PageError};
use rastau_core::input::foreign::ForeignCode;

use super::{ErrorWords, only_in_english};

/// Kazakh.
pub(crate) const ERRORS: ErrorWords = ErrorWords {
    error,
    page,
    field_problem,
    fact_problem,
    foreign,
    part: " ({of} кодтың {number}-коды)",
    foreign_advice: "Тану туралы құжаттағы кодты сканерлеңіз немесе оның нөмірін, кодын және ЖСН енгізіңіз.",
};

const fn error(code: ErrorCode) -> Option<&'static str> {
    Some(match code {
        ErrorCode::InputEmpty => {
            "ештеңе берілмеді: QR-кодты сканерлеңіз немесе нөмірді, кодты және ЖСН енгізіңіз"
        }
        ErrorCode::InputTooLong => "бұл кез келген құжаттан ұзын ({limit} байт)",
        ErrorCode::InputNotADocument => {
            "бұл тану туралы құжат емес; оның мәтіні RST1: таңбаларынан басталады немесе #RST2: бар сілтеме болады"
        }
        ErrorCode::InputUnknownVersion => {
            "құжаттың {prefix} пішімін бұл нұсқа оқи алмайды; бағдарламаны жаңартыңыз"
        }
        ErrorCode::InputCutOff => "мәтін үзілген немесе өзгертілген; QR-кодты қайта сканерлеңіз",
        ErrorCode::InputMalformed => "құжат оқылмады; QR-кодты қайта сканерлеңіз",
        ErrorCode::InputSeveralDocuments => "мәтінде бірнеше құжат бар; бір-бірлеп тексеріңіз",
        ErrorCode::InputLinkUser => {
            "кодтағы веб-мекенжай өзі апаратын сайтты @ таңбасының артына жасырады; оны ашпаңыз, нөмірді, кодты және ЖСН енгізіңіз"
        }
        ErrorCode::InputForeignCode => {
            "бұл тану туралы құжаттың коды емес, басқа түрдегі код; құжаттағы кодты сканерлеңіз немесе оның нөмірін, кодын және ЖСН енгізіңіз"
        }
        ErrorCode::FormMalformed => "нысан оқылмады: {problem}",
        ErrorCode::FormField | ErrorCode::FactsField => "«{field}» өрісі: {problem}",
        ErrorCode::CodeLength => "тексеру кодында 17 әріп пен цифр болады, мұнда {found}",
        ErrorCode::CodeCharacter => "«{character}» тексеру кодтарында болмайды",
        ErrorCode::CodeCheck => "тексеру кодында қате бар; қағазбен салыстырыңыз",
        ErrorCode::DecodeMemory => {
            "файлдың мазмұнына 512 МиБ-тан көп жад керек; кішірек файл беріңіз, мысалы, үзінді немесе бір бет"
        }
        ErrorCode::DecodeTime => {
            "файлдың мазмұнын оқу 20 секундтан ұзаққа созылады; кішірек файл беріңіз, мысалы, үзінді немесе бір бет"
        }
        ErrorCode::DecodeFailed => {
            "файлдың мазмұнын оқитын процесс қатемен аяқталды; файл бүлінген болуы мүмкін, оны қайта алыңыз"
        }
        ErrorCode::DecodeNoProcess => {
            "суреттер мен PDF оқылмайды: жады мен уақыты шектелген процесті іске қосу мүмкін емес; QR-кодтың мәтінін беріңіз"
        }
        ErrorCode::ReportMalformed => {
            "бұл тексеру есебі емес немесе ол бүлінген: {problem}; .json файлын сақталған күйінде беріңіз"
        }
        ErrorCode::ReportUnknownVersion => {
            "бұл нұсқа {schema} есеп пішімін білмейді; Rastau бағдарламасын жаңартыңыз"
        }
        ErrorCode::ReportTooLong => "файл бір тексерудің есебінен ұзын ({limit} байт)",
        ErrorCode::IdentityDigits => "ЖСН мен БСН дәл 12 цифрдан тұрады",
        ErrorCode::IdentityKind => "бесінші цифр ЖСН үшін де (0–3), БСН үшін де (4–6) жарамайды",
        ErrorCode::IdentityDate => "алғашқы цифрлар күнді білдірмейді",
        ErrorCode::IdentityCheck => "соңғы цифр қалғандарына сәйкес емес; енгізілгенін тексеріңіз",
        ErrorCode::BundleMalformed => "{file} файлы оқылмады; тізілім көшірмесін қайта көшіріп алыңыз",
        ErrorCode::BundleSignatures => {
            "{statement} файлында дұрыс қолтаңба {valid}, қажеті {required}; бұл көшірмені пайдаланбаңыз"
        }
        ErrorCode::BundleForeign => "{file} файлы басқа тізілімге тиесілі",
        ErrorCode::BundleRoles => "сенім түбіріндегі рөлдер мүмкін емес",
        ErrorCode::BundleChain => "сенім түбірлерінің тізбегі үзілген",
        ErrorCode::BundleRootExpired => "сенім түбірінің мерзімі өткен; жаңарақ көшірме алыңыз",
        ErrorCode::BundleRollback => "{file} файлы бұрын көрілгеннен ескі; жаңасы қала береді",
        ErrorCode::BundleOtherContent => {
            "{file} файлының нұсқасы бұрын көрілген, бірақ мазмұны басқа; бұл туралы хабарлаңыз"
        }
        ErrorCode::BundleMixedUp => "{file} файлы бұл көшірмеге тиесілі емес",
        ErrorCode::BundleSegmentVanished => "бұл көшірмеде тізілімнің бір бөлігі жоқ",
        ErrorCode::BundleNewerFormat => {
            "{file} файлы үшін бағдарламаның жаңарақ нұсқасы қажет; Rastau бағдарламасын жаңартыңыз"
        }
        ErrorCode::BundleLoweredFloor => {
            "сенім түбірі алдыңғысынан ескірек нұсқаларға жол береді; бұрынғысы қалады, бұл туралы хабарлаңыз"
        }
        ErrorCode::BundleClosed => "тізілім бұл көшірменің кілттерін ауыстырған; жаңарағын ашыңыз",
        ErrorCode::BundleEnded => {
            "бұл көшірменің мерзімі өткен, ал қолданыстағынікі өтпеген; жаңарағын алыңыз"
        }
        ErrorCode::BundleSegments => "көшірмедегі тізілім бөліктерінің тізбесі қате",
        ErrorCode::BundleFile => {
            "бұл тізілім көшірмесі емес немесе файл үзілген; .rastau файлын қайта алыңыз"
        }
        ErrorCode::BundleFileTooLarge => "{name} көшірме бөлігінде болуы мүмкін көлемнен үлкен",
        ErrorCode::DiskFile => {
            "тізілім көшірмесінің файлы жоқ немесе оқылмайды; көшірмені түгел қайта көшіріңіз"
        }
        ErrorCode::DiskTooLarge => {
            "файл тізілім көшірмесінде болуы мүмкін файлдан үлкен; басқа файл таңдаңыз"
        }
        ErrorCode::DiskNotABundle => {
            "бұл тізілім көшірмесі емес; жарияланған қалтаны немесе .rastau файлын көрсетіңіз"
        }
        ErrorCode::DiskSegment => {
            "тізілімнің бір бөлігі қол қойылғаннан өзгеше немесе үзілген; көшірмені қайта көшіріңіз"
        }
        ErrorCode::SourceNotThere => {
            "жаңарту көзінде қажетті файл жоқ; жарияланған қалтаны немесе .rastau файлын көрсетіңіз"
        }
        ErrorCode::Source => "жаңарту көзімен байланыс үзілді; қайталап көріңіз",
        ErrorCode::DiskFull => "дискіде орын жоқ; бұрынғы тізілім қолданыста қалды. Орын босатыңыз",
        ErrorCode::DiskReadOnly => {
            "дискіге жазуға болмайды; бұрынғы тізілім қолданыста қалды. Жазуға рұқсат беріңіз"
        }
        ErrorCode::DiskWrite => "дискіге жазылмады; бұрынғы тізілім қолданыста қалды",
        ErrorCode::DeviceBusy => "құрылғыны басқа бағдарлама жаңартып жатыр; кейінірек қайталаңыз",
        ErrorCode::DeviceMemoryLost => {
            "құрылғы бұрын не көргенін ұмытты, сондықтан ескі дерек жаңа болып көрінуі мүмкін; жаңа қалтаға қайта орнатыңыз"
        }
        ErrorCode::DeviceEmpty => "құрылғыда әлі тізілім жоқ; алдымен жаңартыңыз",
        ErrorCode::NotADevice => "бұл қалтада басқа файлдар бар; құрылғы үшін жаңа немесе бос қалта таңдаңыз",
        ErrorCode::SourceWebPage => {
            "{name} орнына веб-бет келді; желіге кіріңіз немесе мекенжайды тексеріңіз"
        }
        ErrorCode::SourceStatus => {
            "дереккөз {name} сұрауына {source_status} деп жауап берді; кейінірек қайталаңыз"
        }
        ErrorCode::SourceOtherContent => {
            "{name} мазмұны оның атауына сәйкес емес; басқа дереккөзді пайдаланыңыз"
        }
        ErrorCode::UpdateMoved => "құрылғының басқа жаңартуы бұрын аяқталды; қайталаңыз",
        ErrorCode::DeviceClosed => {
            "құрылғыдағы көшірменің кілттерін тізілім ауыстырған; құрылғыны жаңартыңыз"
        }
        ErrorCode::DeviceClosedByUpdate => {
            "құрылғыдағы көшірменің кілттерін тізілім ауыстырған, ал жаңасын алу мүмкін болмады: {source}"
        }
        ErrorCode::DeviceOtherRoot => {
            "сенім түбірі құрылғы орнатылған кездегіден басқа; басқа тізілім үшін басқа қалта таңдаңыз"
        }
        ErrorCode::RuleUnknown => "мұндай ереже жоқ: {id}",
        ErrorCode::FactsNotAnObject => "деректер JSON нысаны болуы керек",
        ErrorCode::FactsMalformed => "деректер JSON емес: {problem}",
        ErrorCode::ActTooLong => "мәтін Заңнан ұзын ({limit} байт)",
        ErrorCode::ActNoArticle => "мәтінде бірде-бір бап табылмады; Заңның ағылшын тіліндегі мәтіні керек",
        ErrorCode::JsTable => "тізімді оқу немесе есепті жазу мүмкін емес",
        only_in_english!() => return None,
    })
}

const fn page(error: PageError) -> &'static str {
    match error {
        PageError::Missing => {
            "тізілімнің бір беті жоқ немесе оқылмайды; тізілім көшірмесін қайта көшіріп алыңыз"
        }
        PageError::Altered => {
            "тізілімнің бір беті қол қойылғаннан өзгеше; тізілім көшірмесін қайта көшіріп алыңыз"
        }
        PageError::Unreadable => "тізілім бетінің пішімін бұл нұсқа оқи алмайды; бағдарламаны жаңартыңыз",
    }
}

const fn field_problem(problem: &FieldProblem) -> &'static str {
    match problem {
        FieldProblem::Number => "1-ден 64-ке дейін басылатын таңба енгізіңіз",
        FieldProblem::Code => "1-ден 32-ге дейін басылатын таңба енгізіңіз",
        FieldProblem::Name => "ұзындығы 160 байттан аспайтын есім енгізіңіз",
        FieldProblem::Lost => {
            "әріптер немесе цифрлар жоғалған («?» немесе 1,5E+11): мәнді құжаттан қайта жазыңыз"
        }
        FieldProblem::Skills => "32-ден аспайтын код енгізіңіз, әрқайсысы 1–32 басылатын таңбадан тұрады",
        FieldProblem::BasisKind => "кәсіптік стандартты немесе біліктілік талаптарын таңдаңыз",
        FieldProblem::BasisId => "1–32 басылатын таңбадан тұратын белгілеуді енгізіңіз",
        FieldProblem::Date { .. } => "күнді былай жазыңыз: жыл-ай-күн, мысалы 2026-03-01",
        FieldProblem::Centre(_) => "{problem}",
    }
}

const fn fact_problem(problem: &FactProblem) -> &'static str {
    match problem {
        FactProblem::Before { .. } => "{day} мына күннен ерте: {other_day} ({other})",
        FactProblem::After { .. } => "{day} мына күннен кеш: {other_day} ({other})",
        FactProblem::Above { .. } => "{number} мынадан үлкен: {other_number} ({other})",
        FactProblem::Empty => "бос; кемінде біреуін көрсетіңіз",
        FactProblem::TooMany { .. } => "тым көп: {found}; ең көбі {max}",
        FactProblem::Blank => "бос",
        FactProblem::InvalidDate { .. } => "мұндай күн жоқ: {text}",
        FactProblem::YearOutOfRange { .. } => "мұндай жыл жоқ: {year}",
        FactProblem::NotAnInteger { min: Some(_), max: Some(_), .. } => "бүтін сан керек: {min} – {max}",
        FactProblem::NotAnInteger { min: Some(_), max: None, .. } => "бүтін сан керек: {min} немесе одан көп",
        FactProblem::NotAnInteger { .. } => "бүтін сан керек",
        FactProblem::InvalidTerm => "1-ден 1200-ге дейінгі ай саны немесе мерзімсіз",
        FactProblem::InvalidBin(_) | FactProblem::Shape(_) => "{problem}",
        FactProblem::IinNotBin => "бұл адамның нөмірі (ЖСН), ұйымның нөмірі (БСН) керек",
        FactProblem::OwnRequestDetected => {
            "орталықтың өз өтініші анықталмайды, келіп түседі; бұл күнді бос қалдырыңыз"
        }
        FactProblem::NothingRevoked => "қайта бастайтын ештеңе жоқ: аттестат кері қайтарып алынбаған",
        FactProblem::Differs { .. } => "«{other}» өрісіне сәйкес емес; екеуі бір дерек",
        FactProblem::NoClockChosen => "бірде-бір мерзім сұралмаған; кемінде біреуін көрсетіңіз",
    }
}

const fn foreign(code: &ForeignCode) -> &'static str {
    match code {
        ForeignCode::Certificate(_) => {
            "Бұл — электрондық үкімет порталындағы анықтаманың кодтарының бірі{part}. Анықтаманы сол порталда тексеріңіз."
        }
        ForeignCode::PropertyCertificate => {
            "Бұл — жылжымайтын мүлік туралы анықтаманың коды. Оны электрондық үкімет порталында тексеріңіз."
        }
        ForeignCode::ElectronicDocument(_) => {
            "Бұл — электрондық құжат кодының бір бөлігі{part}. Құжатты ол көрсетілген қосымшада немесе порталда тексеріңіз."
        }
        ForeignCode::WebAddress(_) => "Бұл — веб-мекенжай. Ол ашылған жоқ.",
        ForeignCode::Credential => {
            "Бұл — басқа жүйе құжатының коды, мысалы, медициналық анықтаманыкі. Оны тек сол жүйе тексере алады."
        }
        ForeignCode::Wifi => "Бұл — Wi-Fi желісінің коды.",
        ForeignCode::Contact => "Бұл — байланыс деректері.",
        ForeignCode::Payment => "Бұл — төлем коды.",
        ForeignCode::Product => "Бұл — тауар коды.",
    }
}
