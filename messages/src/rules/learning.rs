//! Art. 19 and 20: education outside school, and single skills.

use super::{RuleWords, words};

pub(super) const WORDS: &[RuleWords] = words![
    RuleWords {
        id: "art19.p1.nonformal-informal-recognisable",
        title: [
            "Бейресми және информалды білімді тану",
            "Признание неформального и информального образования",
            "Recognising education outside school",
        ],
        said: &[
            (
                "recognisable",
                ["Танылады: {recognisable}.", "Признаётся: {recognisable}.", "Recognised: {recognisable}."],
                NOTHING,
            ),
            (
                "not-recognisable",
                [
                    "Стандартта мыналарды тану көзделмеген: {not_recognisable}.",
                    "Стандарт не предусматривает признания: {not_recognisable}.",
                    "The standard does not provide for recognising: {not_recognisable}.",
                ],
                ["Орталықтан сұраңыз.", "Спросите центр.", "Ask the centre."],
            ),
        ],
    },
    RuleWords {
        id: "art19.p2.nonformal-evidence",
        title: [
            "Бейресми білімнің растамасы",
            "Подтверждение неформального образования",
            "Evidence of non-formal education",
        ],
        said: &[
            (
                "submitted",
                ["Растама тапсырылған.", "Подтверждение подано.", "The evidence has been submitted."],
                NOTHING,
            ),
            (
                "missing-evidence",
                [
                    "Жарамды растама жоқ.",
                    "Подходящего подтверждения нет.",
                    "There is no evidence that serves.",
                ],
                [
                    "Білім беру ұйымының сертификатын тапсырыңыз.",
                    "Подайте свидетельство организации образования.",
                    "Submit a certificate of the provider.",
                ],
            ),
        ],
    },
    RuleWords {
        id: "art19.p3.informal-evidence",
        title: [
            "Информалды білімнің растамасы",
            "Подтверждение информального образования",
            "Evidence of informal education",
        ],
        said: &[
            (
                "submitted",
                ["Растама тапсырылған.", "Подтверждение подано.", "The evidence has been submitted."],
                NOTHING,
            ),
            (
                "missing-evidence",
                [
                    "Жарамды растама жоқ.",
                    "Подходящего подтверждения нет.",
                    "There is no evidence that serves.",
                ],
                [
                    "Оқу нәтижелерінің сипаттамасын тапсырыңыз.",
                    "Подайте описание результатов обучения.",
                    "Submit a description of what was learnt.",
                ],
            ),
        ],
    },
    RuleWords {
        id: "art20.p1.same-profession",
        title: ["Дағдылар бір кәсіпке жата ма", "Навыки одной профессии", "Skills of one profession"],
        said: &[
            (
                "same-profession",
                [
                    "Барлық дағды бір кәсіпке жатады: {professions}.",
                    "Все навыки одной профессии: {professions}.",
                    "All skills are of one profession: {professions}.",
                ],
                NOTHING,
            ),
            (
                "several-professions",
                [
                    "Дағдылар бірнеше кәсіпке жатады: {professions}.",
                    "Навыки разных профессий: {professions}.",
                    "The skills are of several professions: {professions}.",
                ],
                [
                    "Әр кәсіп бойынша бөлек өтініш беріңіз.",
                    "Подайте по заявлению на каждую профессию.",
                    "Make one application for each profession.",
                ],
            ),
        ],
    },
    RuleWords {
        id: "art20.p2.skill-recognition-established",
        title: [
            "Жеке дағдыны тану көзделген бе",
            "Предусмотрено ли признание навыка",
            "Whether the skill may be recognised by itself",
        ],
        said: &[
            (
                "allowed",
                [
                    "Барлық сұралған дағды танылады.",
                    "Все запрошенные навыки признаются.",
                    "Every skill asked for may be recognised.",
                ],
                NOTHING,
            ),
            (
                "not-allowed",
                [
                    "Мына дағдыларды тану көзделмеген: {not_allowed}.",
                    "Признание этих навыков не предусмотрено: {not_allowed}.",
                    "These skills may not be recognised by themselves: {not_allowed}.",
                ],
                [
                    "Тұтас кәсіп бойынша өтініш беріңіз.",
                    "Подайте заявление на профессию в целом.",
                    "Apply for the whole profession.",
                ],
            ),
        ],
    },
];
