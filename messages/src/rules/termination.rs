//! Art. 26.6: how a certificate ends.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art26.p6.certificate-termination",
        title: ["Аттестаттың тоқтатылуы", "Прекращение аттестата", "Termination of the certificate"],
        outcomes: &[
            (
                "satisfied",
                ["Аттестат қолданыста.", "Аттестат действует.", "The certificate is in force."],
                EMPTY,
            ),
            (
                "violated",
                [
                    "Аттестат тоқтатылған, күні: {from}; негізі: {failed}.",
                    "Аттестат прекращён, дата: {from}; основание: {failed}.",
                    "The certificate has ended from {from}; ground: {failed}.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p6.s1.revocation-decision",
        title: [
            "Кері қайтарып алу туралы шешім бар ма",
            "Есть ли решение об отзыве",
            "Whether there is a decision to revoke",
        ],
        outcomes: &[
            (
                "not-revoked",
                ["Мұндай шешім жоқ.", "Такого решения нет.", "There is no such decision."],
                EMPTY,
            ),
            (
                "not-yet",
                [
                    "Шешім кейінгі күннен, күні: {from}.",
                    "Решение более поздней даты: {from}.",
                    "The decision is of a later day, {from}.",
                ],
                EMPTY,
            ),
            (
                "revoked",
                [
                    "Аттестат кері қайтарып алынған, күні: {from}.",
                    "Аттестат отозван, дата: {from}.",
                    "The certificate was revoked on {from}.",
                ],
                EMPTY,
            ),
            (
                "resumed",
                [
                    "Аттестаттың қолданысы қайта басталған, күні: {resumed_on}.",
                    "Действие аттестата возобновлено, дата: {resumed_on}.",
                    "The certificate was resumed on {resumed_on}.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p6.s2.expiry",
        title: ["Аттестат мерзімінің өтуі", "Истечение срока аттестата", "Expiry of the certificate"],
        outcomes: &[
            (
                "not-yet",
                [
                    "Аттестат мерзімі өткен жоқ, соңғы күні: {last_day}.",
                    "Срок аттестата не истёк, последний день: {last_day}.",
                    "The certificate has not expired; its last day is {last_day}.",
                ],
                EMPTY,
            ),
            (
                "expired",
                [
                    "Аттестат мерзімі өткен, соңғы күні: {last_day}.",
                    "Срок аттестата истёк, последний день: {last_day}.",
                    "The certificate has expired; its last day was {last_day}.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p6.s3.liquidation",
        title: ["Орталықтың таратылуы", "Ликвидация центра", "Liquidation of the centre"],
        outcomes: &[
            (
                "not-liquidated",
                ["Орталық таратылмаған.", "Центр не ликвидирован.", "The centre is not liquidated."],
                EMPTY,
            ),
            (
                "not-yet",
                [
                    "Орталық кейін таратылады, күні: {from}.",
                    "Ликвидация более поздней датой: {from}.",
                    "The liquidation is of a later day, {from}.",
                ],
                EMPTY,
            ),
            (
                "liquidated",
                [
                    "Орталық таратылған, күні: {from}.",
                    "Центр ликвидирован, дата: {from}.",
                    "The centre was liquidated on {from}.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art26.p6.s4.court-ban",
        title: ["Соттың тыйымы", "Запрет суда", "Prohibition by a court"],
        outcomes: &[
            (
                "no-ban",
                ["Соттың тыйымы жоқ.", "Запрета суда нет.", "There is no prohibition by a court."],
                EMPTY,
            ),
            (
                "not-yet",
                [
                    "Сот шешімі кейін күшіне енеді, күні: {from}.",
                    "Решение суда вступает в силу позже: {from}.",
                    "The decision comes into force later, on {from}.",
                ],
                EMPTY,
            ),
            (
                "court-ban",
                [
                    "Сот қызметке тыйым салған, күні: {from}.",
                    "Суд запретил деятельность, дата: {from}.",
                    "A court prohibited the activity from {from}.",
                ],
                EMPTY,
            ),
        ],
    },
];
