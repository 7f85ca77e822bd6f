//! Art. 24 and 25: the criteria, and the decision on accreditation.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art24.p1.criteria",
        title: ["Аккредиттеу өлшемшарттары", "Критерии аккредитации", "Accreditation criteria"],
        outcomes: &[
            (
                "satisfied",
                ["Барлық өлшемшарт сақталған.", "Все критерии соблюдены.", "Every criterion is met."],
                EMPTY,
            ),
            (
                "violated",
                ["Сақталмаған: {failed}.", "Не соблюдено: {failed}.", "Not met: {failed}."],
                [
                    "Не істеу керегі төменде көрсетілген.",
                    "Что делать, сказано ниже.",
                    "What to do is said below.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art24.p1.s1.legal-entity",
        title: ["Заңды тұлға", "Юридическое лицо", "Legal entity"],
        outcomes: &[
            (
                "legal-entity",
                [
                    "Өтініш беруші — заңды тұлға.",
                    "Заявитель — юридическое лицо.",
                    "The applicant is a legal entity.",
                ],
                EMPTY,
            ),
            (
                "not-legal-entity",
                [
                    "Өтініш беруші заңды тұлға емес.",
                    "Заявитель не юридическое лицо.",
                    "The applicant is not a legal entity.",
                ],
                [
                    "Заңды тұлға ретінде өтініш беріңіз.",
                    "Подайте заявление от юридического лица.",
                    "Apply as a legal entity.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art24.p1.s2.resources-title",
        title: [
            "Үй-жай, жабдық, материалдық ресурстар",
            "Помещения, оборудование, ресурсы",
            "Premises, equipment, resources",
        ],
        outcomes: &[
            (
                "held",
                [
                    "Ресурстар заңды негізде және жеткілікті.",
                    "Ресурсы на законном праве и достаточны.",
                    "The resources are held on a listed title and suffice.",
                ],
                EMPTY,
            ),
            (
                "not-held",
                [
                    "Ресурстар бойынша талап сақталмаған: {failed}.",
                    "Требование к ресурсам не соблюдено: {failed}.",
                    "The resources do not meet the requirements: {failed}.",
                ],
                ["Жетіспейтінін толықтырыңыз.", "Восполните недостающее.", "Make up what is missing."],
            ),
        ],
    },
    RuleTexts {
        id: "art24.p1.s3.professions-in-register",
        title: ["Кәсіптер тізілімде", "Профессии в реестре", "Professions in the register"],
        outcomes: &[
            (
                "in-register",
                [
                    "Барлық кәсіп тізілімде бар.",
                    "Все профессии есть в реестре.",
                    "Every profession is in the register.",
                ],
                EMPTY,
            ),
            (
                "not-in-register",
                [
                    "Мына кәсіптер тізілімде жоқ: {not_in_register}.",
                    "Этих профессий нет в реестре: {not_in_register}.",
                    "These professions are not in the register: {not_in_register}.",
                ],
                [
                    "Оларды өтініштен алып тастаңыз.",
                    "Исключите их из заявления.",
                    "Leave them out of the application.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art24.p1.s4.draft-programmes",
        title: ["Бағдарлама жобалары", "Проекты программ", "Draft programmes"],
        outcomes: &[
            (
                "conform",
                ["Барлық жоба талапқа сай.", "Все проекты соответствуют.", "Every draft conforms."],
                EMPTY,
            ),
            (
                "not-conform",
                [
                    "Жоба жоқ: {missing_drafts}; талапқа сай емес: {not_conforming}.|Жоба жоқ: {missing_drafts}.|Талапқа сай емес: {not_conforming}.",
                    "Нет проектов: {missing_drafts}; не соответствуют: {not_conforming}.|Нет проектов: {missing_drafts}.|Не соответствуют: {not_conforming}.",
                    "No draft for: {missing_drafts}; not conforming: {not_conforming}.|No draft for: {missing_drafts}.|Not conforming: {not_conforming}.",
                ],
                [
                    "Жобаларды дайындап, түзетіңіз.",
                    "Подготовьте и исправьте проекты.",
                    "Prepare and correct the drafts.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art24.p1.s5.personnel",
        title: ["Білікті қызметкерлер", "Квалифицированный персонал", "Qualified personnel"],
        outcomes: &[
            (
                "sufficient",
                [
                    "Қызметкерлер талапқа сай.",
                    "Персонал соответствует.",
                    "The personnel meets the requirements.",
                ],
                EMPTY,
            ),
            (
                "not-sufficient",
                [
                    "Қызметкерлер бойынша талап сақталмаған: {failed}.",
                    "Требование к персоналу не соблюдено: {failed}.",
                    "The personnel does not meet the requirements: {failed}.",
                ],
                [
                    "Білікті қызметкерлер жалдаңыз.",
                    "Наймите квалифицированных работников.",
                    "Take on qualified people.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art24.p2.not-at-educational-institution",
        title: [
            "Білім беру ұйымынан бөлек",
            "Не при организации образования",
            "Not at an educational institution",
        ],
        outcomes: &[
            (
                "apart",
                [
                    "Орталық білім беру ұйымының құрамында емес.",
                    "Центр не при организации образования.",
                    "The centre is not at an educational institution.",
                ],
                EMPTY,
            ),
            (
                "at-educational-institution",
                [
                    "Орталық білім беру ұйымының құрамында құрылған.",
                    "Центр создан при организации образования.",
                    "The centre was set up at an educational institution.",
                ],
                ["Дербес орталық құрыңыз.", "Создайте самостоятельный центр.", "Set up a centre of its own."],
            ),
        ],
    },
    RuleTexts {
        id: "art25.p1.decision-basis",
        title: ["Шешімнің негізі", "На чём основано решение", "What the decision rests on"],
        outcomes: &[
            (
                "in-order",
                [
                    "Шешім тиісті негізде қабылданған.",
                    "Решение принято на должном основании.",
                    "The decision rests on what it must.",
                ],
                EMPTY,
            ),
            (
                "not-in-order",
                ["Сақталмаған: {failed}.", "Не соблюдено: {failed}.", "Not in order: {failed}."],
                [
                    "Шешімді қайта қарауды сұраңыз.",
                    "Попросите пересмотреть решение.",
                    "Ask for the decision to be reconsidered.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art25.p2.certificate-issuance",
        title: ["Аттестат беру мерзімі", "Срок выдачи аттестата", "Time to issue the certificate"],
        outcomes: &[
            (
                "open",
                [
                    "Аттестат беріліп, тізімге енгізіледі. Соңғы күн: {last_day} (қоса алғанда).",
                    "Аттестат выдаётся и вносится в перечень. Последний день: {last_day} (включительно).",
                    "The certificate is issued and listed. The last day is {last_day}, included.",
                ],
                [
                    "Дау тумауы үшін мына күннен кешіктірмеңіз: {advise_by}.|",
                    "Чтобы не было спора, уложитесь до этой даты включительно: {advise_by}.|",
                    "To be beyond dispute, be done by {advise_by}.|",
                ],
            ),
            ("done-in-time", ["Мерзімінде орындалған.", "Сделано в срок.", "Done in time."], EMPTY),
            (
                "done-late",
                [
                    "Мерзімінен кеш: {late}. Соңғы күні: {last_day}.",
                    "Позже срока: {late}. Последний день: {last_day}.",
                    "Done late: {late}. The last day was {last_day}.",
                ],
                ["Палатадан талап етіңіз.", "Потребуйте от Палаты.", "Ask the Chamber for it."],
            ),
            (
                "overdue",
                [
                    "Мерзім өтіп кетті, соңғы күні: {last_day}; кеш істелгені: {late}.|Мерзім өтіп кетті, соңғы күні: {last_day}.",
                    "Срок истёк, последний день: {last_day}; позже срока: {late}.|Срок истёк, последний день: {last_day}.",
                    "The term is over; the last day was {last_day}; done late: {late}.|The term is over; the last day was {last_day}.",
                ],
                ["Палатадан талап етіңіз.", "Потребуйте от Палаты.", "Ask the Chamber for it."],
            ),
        ],
    },
    RuleTexts {
        id: "art25.p3.part2.violation-consequence",
        title: ["Бұзушылықтың салдары", "Последствие нарушения", "Consequence of a violation"],
        outcomes: &[
            (
                "revocation-ground",
                [
                    "Өлшемшарт бұзылған ({criteria}): аттестатты кері қайтарып алуға негіз бар.|Өлшемшарт бұзылған: аттестатты кері қайтарып алуға негіз бар.",
                    "Нарушен критерий ({criteria}): есть основание для отзыва аттестата.|Нарушен критерий: есть основание для отзыва аттестата.",
                    "A criterion is violated ({criteria}): there is a ground to revoke the certificate.|A criterion is violated: there is a ground to revoke the certificate.",
                ],
                ["Бұзушылықты жойыңыз.", "Устраните нарушение.", "Put it right."],
            ),
            (
                "no-violation",
                ["Бұзушылық анықталмаған.", "Нарушение не выявлено.", "No violation was found."],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art25.p4.refusal-notice",
        title: ["Бас тарту туралы жауап", "Ответ об отказе", "Answer on a refusal"],
        outcomes: &[
            (
                "open",
                [
                    "Бас тарту себептерімен жауап жіберіледі. Соңғы күн: {last_day} (қоса алғанда).",
                    "Направляется ответ с причинами отказа. Последний день: {last_day} (включительно).",
                    "An answer with the reasons of the refusal is sent. The last day is {last_day}, included.",
                ],
                [
                    "Дау тумауы үшін мына күннен кешіктірмеңіз: {advise_by}.|",
                    "Чтобы не было спора, уложитесь до этой даты включительно: {advise_by}.|",
                    "To be beyond dispute, be done by {advise_by}.|",
                ],
            ),
            ("done-in-time", ["Мерзімінде орындалған.", "Сделано в срок.", "Done in time."], EMPTY),
            (
                "done-late",
                [
                    "Жауап кеш жіберілген. Соңғы күні: {last_day}.",
                    "Ответ направлен поздно. Последний день: {last_day}.",
                    "The answer was sent late. The last day was {last_day}.",
                ],
                [
                    "Палатадан жауап талап етіңіз.",
                    "Потребуйте ответа от Палаты.",
                    "Ask the Chamber for its answer.",
                ],
            ),
            (
                "overdue",
                [
                    "Мерзім өтіп кетті, соңғы күні: {last_day}.",
                    "Срок истёк, последний день: {last_day}.",
                    "The term is over; the last day was {last_day}.",
                ],
                [
                    "Палатадан жауап талап етіңіз.",
                    "Потребуйте ответа от Палаты.",
                    "Ask the Chamber for its answer.",
                ],
            ),
            (
                "defective",
                [
                    "Жауапта бас тарту себептері жоқ.",
                    "В ответе нет причин отказа.",
                    "The answer gives no reasons.",
                ],
                ["Себептерін талап етіңіз.", "Потребуйте указать причины.", "Ask for the reasons."],
            ),
        ],
    },
    RuleTexts {
        id: "art25.p5.refusal-remedy",
        title: ["Бас тартуға шағым", "Обжалование отказа", "Appeal against a refusal"],
        outcomes: &[
            (
                "remedy-available",
                [
                    "Бас тартуға заңнамада белгіленген тәртіппен шағым беруге болады.",
                    "Отказ можно обжаловать в порядке, установленном законодательством.",
                    "The refusal may be appealed as the legislation provides.",
                ],
                [
                    "Мерзімін заңгерден сұраңыз: бұл Заңда ол жоқ.",
                    "Срок узнайте у юриста: в этом Законе его нет.",
                    "Ask a lawyer about the term: this Law has none.",
                ],
            ),
            (
                "positive-decision",
                ["Шешім оң.", "Решение положительное.", "The decision is positive."],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art23.p3.s2.full-survey",
        title: [
            "Өтініш берушіні зерттеу және есеп",
            "Обследование заявителя и отчёт",
            "The survey of the applicant and its report"
        ],
        outcomes: &[
            (
                "in-order",
                [
                    "Зерттеу толық әрі объективті, есеп уәжделген.",
                    "Обследование полное и объективное, отчёт мотивирован.",
                    "The survey was full and objective, and the report gives reasons."
                ],
                EMPTY,
            ),
            (
                "not-in-order",
                [
                    "Талапқа сай емес: {failed}.",
                    "Не соответствует требованиям: {failed}.",
                    "Not as required: {failed}."
                ],
                [
                    "Палатадан түзетуді сұраңыз.",
                    "Попросите Палату исправить это.",
                    "Ask the Chamber to put it right."
                ],
            ),
        ],
    },
];
