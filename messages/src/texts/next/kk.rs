//! What to do after a verdict, in Kazakh.

use rastau_core::snapshot::status::Ground;
use rastau_core::verdict::{LevelMatch, NextStep, PostMatch};

/// Returns the sentences of a step. There is one arm per step and no catch-all arm.
pub(crate) const fn next(step: NextStep) -> &'static str {
    match step {
        NextStep::ComparePerson => {
            "Аты-жөні мен ЖСН осы адамның жеке куәлігімен салыстырыңыз: кодтың фотосуреті мен скриншоты да қағаздағыдай тексеріледі."
        }
        NextStep::CompareIdentity => {
            "ЖСН осы адамның жеке куәлігімен салыстырыңыз. Басқа болса — бұл оның құжаты емес. Бірдей болса — аты-жөні өзгерген болуы мүмкін; өзгергенін растайтын құжат сұраңыз."
        }
        NextStep::Cancelled => {
            "Құжаттың күші жойылған. Күші жойылған күннен бастап ол біліктілікті растамайды."
        }
        NextStep::AskForReplacement => "Оның орнына жаңа құжат берілген: иесінен сол құжатты сұраңыз.",
        NextStep::AskForCurrent => {
            "Бұл күні ({day}) құжат қолданылмайды: иесінен қолданыстағы құжатты сұраңыз."
        }
        NextStep::CorrectList => "Бұл кімнің құжаты екенін анықтап, тізімді түзетіңіз.",
        NextStep::NoteNumber => {
            "Құжаттың нөмірі мен тексерілген күнді жазып алыңыз. Бұл жауап адам туралы ештеңе айтпайды: қате терілген нөмір, орталықтың қатесі және жалған құжат бірдей көрінеді."
        }
        NextStep::EnterNumber => "Нөмірді құжатта жазылғандай теріңіз.",
        NextStep::EnterCode => "Құжаттағы тексеру кодын теріңіз.",
        NextStep::EnterIdentity => "Осы адамның жеке куәлігіндегі ЖСН теріңіз.",
        NextStep::EnterIssueDate => "Құжаттағы берілген күнді теріңіз.",
        NextStep::EnterName => "Аты-жөнін құжатта жазылған әліпбимен теріңіз.",
        NextStep::SetClock => "Құрылғының сағатын түзетіп, қайта тексеріңіз.",
        NextStep::UpdateRegister => "Тізілімнің жаңарақ көшірмесін алып, қайта тексеріңіз.",
        NextStep::RepairRegister => "Тізілімді қайта алыңыз: оның бір бөлігі жоқ немесе бүлінген.",
        NextStep::UpdateProgram => "Бағдарламаны жаңартып, қайта тексеріңіз.",
        NextStep::AskOnThatDay => "Сол күні қайта тексеріңіз: оған дейін құжаттың күші жойылуы мүмкін.",
        NextStep::OtherLaw => "Бұл құжат туралы осы Заң емес, басқа ережелер шешеді; соларды қараңыз.",
        NextStep::TwoReadings => {
            "Бұл күні Заңды екі түрлі түсінуге болады: тек осы жауапқа сүйеніп шешім қабылдамаңыз."
        }
        NextStep::AskRegister => {
            "Тізілімді жүргізушіден немесе орталықтан тізілімде көрсетілген байланыс арқылы сұраңыз, қағаздағы байланыс арқылы емес."
        }
    }
}

/// Returns what a cancellation on a ground means from its day on.
pub(crate) const fn cancelled(ground: Ground) -> &'static str {
    match ground {
        Ground::ConfirmedComplaint => {
            "Құжаттың күші расталған шағымнан кейін жойылған: {day}. Сол күннен бастап ол біліктілікті растамайды."
        }
        Ground::CourtDecision => {
            "Құжаттың күші сот шешімімен жойылған: {day}. Сол күннен бастап ол біліктілікті растамайды."
        }
        Ground::IssuedInError => {
            "Құжаттың күші қате берілгендіктен жойылған: {day}. Сол күннен бастап ол біліктілікті растамайды."
        }
        Ground::HolderRequest => {
            "Құжаттың күші иесінің өтініші бойынша жойылған: {day}. Сол күннен бастап ол біліктілікті растамайды."
        }
        Ground::OtherLaw => {
            "Құжаттың күші басқа заң бойынша жойылған: {day}. Сол күннен бастап ол біліктілікті растамайды."
        }
    }
}

/// Returns how the profession of a document relates to that of a post.
pub(crate) const fn post(profession: PostMatch) -> &'static str {
    match profession {
        PostMatch::Same => "Құжат лауазымға қажет кәсіп бойынша берілген.",
        PostMatch::PartOfIt => {
            "Құжат лауазымға қажет кәсіптің бүкілі бойынша емес, жеке дағдылары бойынша берілген (20-бап)."
        }
        PostMatch::Another => "Құжат лауазымға қажет кәсіп бойынша емес, басқа кәсіп бойынша берілген.",
        PostMatch::AnotherEdition => {
            "Лауазымға қажет кәсіп жіктеуіштің басқа редакциясында ғана бар, сондықтан оны құжаттағы кәсіппен салыстыру мүмкін емес."
        }
        PostMatch::Unknown => {
            "Тізілімнің жіктеуішінде лауазымға қажет кәсіп осылай жазылмаған, сондықтан салыстыру мүмкін емес. Кодын көрсетіңіз."
        }
        PostMatch::NotConfirmed => {
            "Бұл құжаттағы кәсіпті ештеңе растамайды, сондықтан оны лауазымға қажет кәсіппен салыстыру мүмкін емес."
        }
        PostMatch::Unreadable => {
            "Тізілім жіктеуішінің бір бөлігі оқылмайды, сондықтан кәсіптерді салыстыру мүмкін емес."
        }
    }
}

/// Returns whether the level is that of the post.
pub(crate) const fn level(level: LevelMatch) -> &'static str {
    match level {
        LevelMatch::Same => "Деңгейі бірдей.",
        LevelMatch::NotTheSameText => {
            "Деңгейі басқаша жазылған; екеуінің қайсысы жоғары екені мұнда белгісіз."
        }
    }
}

/// What a comparison with a post does not say.
pub(crate) const POST_LIMIT: &str =
    "Бұл Заң осы адамға мұндай жұмыс істеуге рұқсат етеді дегенді білдірмейді (15-баптың 5-тармағы).";
