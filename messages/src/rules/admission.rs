//! Art. 18: who may sit the examination.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art18.exam-admission",
        title: ["Емтиханға жіберу", "Допуск к экзамену", "Admission to the exam"],
        outcomes: &[
            (
                "satisfied",
                [
                    "Кандидат емтихан тапсыра алады.",
                    "Кандидат может сдавать экзамен.",
                    "The candidate may sit the exam.",
                ],
                EMPTY,
            ),
            (
                "violated",
                [
                    "Кандидат емтиханға жіберілмейді: {failed}.",
                    "Кандидат не допускается: {failed}.",
                    "The candidate is not admitted: {failed}.",
                ],
                [
                    "Төменде әр талап бойынша не істеу керегі көрсетілген.",
                    "Что делать, сказано ниже у каждого требования.",
                    "What to do is said below, at each requirement.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art18.s1.age",
        title: ["Кандидаттың жасы", "Возраст кандидата", "Age of the candidate"],
        outcomes: &[
            ("age-met", ["Жасы талапқа сай.", "Возраст подходит.", "The age is right."], EMPTY),
            (
                "too-young",
                [
                    "Кандидаттың жасы жетпеген: {min} жасқа толатын күні — {reached_on}.|Кандидаттың жасы жетпеген.",
                    "Кандидат не достиг нужного возраста ({min}), достигнет его {reached_on}.|Кандидат не достиг нужного возраста.",
                    "The candidate is too young: the age of {min} is reached on {reached_on}.|The candidate is too young.",
                ],
                [
                    "Емтиханды сол күні немесе кейін тағайындаңыз.",
                    "Назначьте экзамен на этот день или позже.",
                    "Set the exam on that day or later.",
                ],
            ),
            (
                "too-old",
                [
                    "Кандидаттың жасы шектен асқан: {max}.",
                    "Возраст кандидата выше предела: {max}.",
                    "The candidate is above the highest age, {max}.",
                ],
                [
                    "Кәсіптің талаптарын орталықтан нақтылаңыз.",
                    "Уточните требования профессии в центре.",
                    "Ask the centre about the requirements of the profession.",
                ],
            ),
            (
                "no-limit-set",
                [
                    "Бұл кәсіпке жас шегі белгіленбеген.",
                    "Для этой профессии возраст не установлен.",
                    "No age is set for this profession.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art18.s2.documents-complete",
        title: ["Құжаттар толықтығы", "Полнота документов", "Documents complete"],
        outcomes: &[
            (
                "complete",
                [
                    "Барлық қажет құжат тапсырылған.",
                    "Все нужные документы поданы.",
                    "Every required document has been submitted.",
                ],
                EMPTY,
            ),
            (
                "incomplete",
                [
                    "Мына құжаттар жетіспейді: {missing_documents}.",
                    "Не хватает документов: {missing_documents}.",
                    "These documents are missing: {missing_documents}.",
                ],
                ["Оларды тапсырыңыз.", "Подайте их.", "Submit them."],
            ),
        ],
    },
    RuleTexts {
        id: "art18.s3.safety-attested",
        title: ["Қауіпсіздік талаптары", "Требования безопасности", "Requirements of safety"],
        outcomes: &[
            (
                "attested",
                [
                    "Орталық қауіпсіздік талаптарының сақталғанын растады.",
                    "Центр подтвердил соблюдение требований безопасности.",
                    "The centre attests that the requirements of safety are complied with.",
                ],
                EMPTY,
            ),
            (
                "not-complied",
                [
                    "Орталық талаптардың сақталмағанын көрсетті.",
                    "Центр указал, что требования не соблюдены.",
                    "The centre says that the requirements are not complied with.",
                ],
                [
                    "Орталықтан себебін сұраңыз.",
                    "Спросите центр о причине.",
                    "Ask the centre for the reason.",
                ],
            ),
        ],
    },
];
