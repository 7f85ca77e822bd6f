//! Art. 19 and 20: education outside school, and single skills.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art19.p1.nonformal-informal-recognisable",
        title: [
            "Бейресми және информалды білімді тану",
            "Признание неформального и информального образования",
            "Recognising education outside school",
        ],
        outcomes: &[
            (
                "recognisable",
                ["Танылады: {recognisable}.", "Признаётся: {recognisable}.", "Recognised: {recognisable}."],
                EMPTY,
            ),
            (
                "not-recognisable",
                [
                    "Стандартта мыналарды тану көзделмеген: {not_recognisable}.",
                    "Применимые требования не предусматривают признания: {not_recognisable}.",
                    "The standard does not provide for recognising: {not_recognisable}.",
                ],
                ["Орталықтан сұраңыз.", "Спросите центр.", "Ask the centre."],
            ),
        ],
    },
    RuleTexts {
        id: "art19.p2.nonformal-evidence",
        title: [
            "Бейресми білімнің растамасы",
            "Подтверждение неформального образования",
            "Evidence of non-formal education",
        ],
        outcomes: &[
            (
                "submitted",
                ["Растама тапсырылған.", "Подтверждение подано.", "The evidence has been submitted."],
                EMPTY,
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
    RuleTexts {
        id: "art19.p3.informal-evidence",
        title: [
            "Информалды білімнің растамасы",
            "Подтверждение информального образования",
            "Evidence of informal education",
        ],
        outcomes: &[
            (
                "submitted",
                ["Растама тапсырылған.", "Подтверждение подано.", "The evidence has been submitted."],
                EMPTY,
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
    RuleTexts {
        id: "art20.p1.same-profession",
        title: ["Дағдылар бір кәсіпке жата ма", "Навыки одной профессии", "Skills of one profession"],
        outcomes: &[
            (
                "same-profession",
                [
                    "Барлық дағды бір кәсіпке жатады: {professions}.",
                    "Все навыки одной профессии: {professions}.",
                    "All skills are of one profession: {professions}.",
                ],
                EMPTY,
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
    RuleTexts {
        id: "art20.p2.skill-recognition-established",
        title: [
            "Жеке дағдыны тану көзделген бе",
            "Предусмотрено ли признание навыка",
            "Whether the skill may be recognised on its own",
        ],
        outcomes: &[
            (
                "allowed",
                [
                    "Барлық сұралған дағды танылады.",
                    "Все запрошенные навыки признаются.",
                    "Every skill asked for may be recognised.",
                ],
                EMPTY,
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
