//! Art. 26.6: how a certificate ends.

use super::{RuleWords, words};

pub(super) const WORDS: &[RuleWords] = words![
    RuleWords {
        id: "art26.p6.certificate-termination",
        title: ["Аттестаттың тоқтатылуы", "Прекращение аттестата", "Termination of the certificate"],
        said: &[
            (
                "satisfied",
                ["Аттестат қолданыста.", "Аттестат действует.", "The certificate is in force."],
                NOTHING,
            ),
            (
                "violated",
                [
                    "Аттестат тоқтатылған, күні: {from}; негізі: {failed}.",
                    "Аттестат прекращён, дата: {from}; основание: {failed}.",
                    "The certificate has ended from {from}; ground: {failed}.",
                ],
                NOTHING,
            ),
        ],
    },
    RuleWords {
        id: "art26.p6.s1.revocation-decision",
        title: [
            "Кері қайтарып алу туралы шешім бар ма",
            "Есть ли решение об отзыве",
            "Whether there is a decision to revoke",
        ],
        said: &[
            (
                "not-revoked",
                ["Мұндай шешім жоқ.", "Такого решения нет.", "There is no such decision."],
                NOTHING,
            ),
            (
                "not-yet",
                [
                    "Шешім кейінгі күннен, күні: {from}.",
                    "Решение более поздней даты: {from}.",
                    "The decision is of a later day, {from}.",
                ],
                NOTHING,
            ),
            (
                "revoked",
                [
                    "Аттестат кері қайтарып алынған, күні: {from}.",
                    "Аттестат отозван, дата: {from}.",
                    "The certificate was revoked on {from}.",
                ],
                NOTHING,
            ),
            (
                "resumed",
                [
                    "Аттестаттың қолданысы қайта басталған, күні: {resumed_on}.",
                    "Действие аттестата возобновлено, дата: {resumed_on}.",
                    "The certificate was resumed on {resumed_on}.",
                ],
                NOTHING,
            ),
        ],
    },
    RuleWords {
        id: "art26.p6.s2.expiry",
        title: ["Аттестат мерзімінің өтуі", "Истечение срока аттестата", "Expiry of the certificate"],
        said: &[
            (
                "not-yet",
                [
                    "Аттестат мерзімі өткен жоқ, соңғы күні: {last_day}.",
                    "Срок аттестата не истёк, последний день: {last_day}.",
                    "The certificate has not expired; its last day is {last_day}.",
                ],
                NOTHING,
            ),
            (
                "expired",
                [
                    "Аттестат мерзімі өткен, соңғы күні: {last_day}.",
                    "Срок аттестата истёк, последний день: {last_day}.",
                    "The certificate has expired; its last day was {last_day}.",
                ],
                NOTHING,
            ),
        ],
    },
    RuleWords {
        id: "art26.p6.s3.liquidation",
        title: ["Орталықтың таратылуы", "Ликвидация центра", "Liquidation of the centre"],
        said: &[
            (
                "not-liquidated",
                ["Орталық таратылмаған.", "Центр не ликвидирован.", "The centre is not liquidated."],
                NOTHING,
            ),
            (
                "not-yet",
                [
                    "Орталық кейін таратылады, күні: {from}.",
                    "Ликвидация более поздней датой: {from}.",
                    "The liquidation is of a later day, {from}.",
                ],
                NOTHING,
            ),
            (
                "liquidated",
                [
                    "Орталық таратылған, күні: {from}.",
                    "Центр ликвидирован, дата: {from}.",
                    "The centre was liquidated on {from}.",
                ],
                NOTHING,
            ),
        ],
    },
    RuleWords {
        id: "art26.p6.s4.court-ban",
        title: ["Соттың тыйымы", "Запрет суда", "Prohibition by a court"],
        said: &[
            (
                "no-ban",
                ["Соттың тыйымы жоқ.", "Запрета суда нет.", "There is no prohibition by a court."],
                NOTHING,
            ),
            (
                "not-yet",
                [
                    "Сот шешімі кейін күшіне енеді, күні: {from}.",
                    "Решение суда вступает в силу позже: {from}.",
                    "The decision comes into force later, on {from}.",
                ],
                NOTHING,
            ),
            (
                "court-ban",
                [
                    "Сот қызметке тыйым салған, күні: {from}.",
                    "Суд запретил деятельность, дата: {from}.",
                    "A court prohibited the activity from {from}.",
                ],
                NOTHING,
            ),
        ],
    },
];
