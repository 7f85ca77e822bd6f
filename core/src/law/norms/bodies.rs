//! Chapter 2, articles 7 to 14: who governs what.

use super::Place::{Field, Nothing, Rule};
use super::unit::at;
use super::{Norm, account};

pub(super) const NORMS: &[Norm] = account! {
    at(7, 0, 0, 0), Nothing, "art7",
        "Introduces the powers of the Government",
        Nothing("It says which body is competent.");
    at(7, 0, 0, 1), Nothing, "art7.s1",
        "The Government sets the direction of policy",
        Nothing("Policy.");
    at(7, 0, 0, 2), Nothing, "art7.s2",
        "The Government has further functions by other acts",
        Nothing("A general clause.");

    at(8, 0, 0, 0), Nothing, "art8",
        "Introduces the powers of the authorised body",
        Nothing("It says which body is competent.");
    at(8, 0, 0, 1), Nothing, "art8.s1",
        "The authorised body carries out policy",
        Nothing("Policy.");
    at(8, 0, 0, 2), Nothing, "art8.s2",
        "The authorised body directs the National body's work",
        Nothing("A relation between institutions.");
    at(8, 0, 0, 3), Nothing, "art8.s3",
        "The authorised body makes the acts on recognition",
        Nothing("The power to make the rules to which this Law refers. What those rules set (documents to submit, terms of a \
                 retake) comes in as facts.");
    at(8, 0, 0, 4), Nothing, "art8.s4",
        "The authorised body has further powers by other acts",
        Nothing("A general clause.");

    at(9, 0, 0, 0), Nothing, "art9",
        "Introduces the powers of sectoral state bodies",
        Nothing("It says which bodies are competent.");
    at(9, 0, 0, 1), Computable, "art9.s1.annual-register-recommendations",
        "Each year: recommend changes to the register of professions",
        Rule,
        "At least once in each calendar year. A year that has not ended is open, and 2023, in which the Law began, does \
         not count.";
    at(9, 0, 0, 2), Computable, "art9.s2.annual-standards-recommendations",
        "Each year: recommend which standards to develop or update",
        Rule,
        "By calendar years, as 1.";
    at(9, 0, 0, 3), Computable, "art9.s3.annual-need",
        "Each year: establish how much recognition the labour market needs",
        Rule,
        "By calendar years, as 1.";
    at(9, 0, 0, 4), Nothing, "art9.s4",
        "Recommend conditions of recognition, for the National council",
        Nothing("It has neither a period nor a condition.");
    at(9, 0, 0, 5), Nothing, "art9.s5",
        "Sectoral state bodies have further powers by other acts",
        Nothing("A general clause.");

    at(10, 1, 0, 0), Nothing, "art10.p1",
        "There is a National council, which advises the Government",
        Nothing("It sets up an institution.");
    at(10, 1, 2, 0), Nothing, "art10.p1.part2",
        "Who may sit on the council",
        Nothing("A list of who may, open and without a condition.");
    at(10, 2, 0, 0), Nothing, "art10.p2",
        "Introduces the council's functions",
        Nothing("It says which body is competent.");
    at(10, 2, 0, 1), Nothing, "art10.p2.s1",
        "The council recommends priorities",
        Nothing("It says which body is competent.");
    at(10, 2, 0, 2), Nothing, "art10.p2.s2",
        "The council approves the national framework",
        Nothing("It says which body is competent.");
    at(10, 2, 0, 3), Nothing, "art10.p2.s3",
        "The council has further functions",
        Nothing("A general clause.");
    at(10, 3, 0, 0), Computable, "art10.p3.council-info-freshness",
        "What the council does is published, and updated every six months at least",
        Rule,
        "Six months from the last update, clamped to the month's end and not moved by days off. Half-years of the \
         calendar are not what the text counts.";

    at(11, 0, 0, 0), Nothing, "art11",
        "Introduces the powers of the National Chamber",
        Nothing("It says which body is competent.");
    at(11, 0, 0, 1), Nothing, "art11.s1",
        "The Chamber gives its opinion on draft standards",
        Nothing("The opinion binds nobody (art. 5.5, part two).");
    at(11, 0, 0, 2), Data, "data.centre-register-keeper",
        "The Chamber keeps the register of accredited centres",
        Field("snapshot::root::RoleName.Chamber"),
        "Centres count only under the Chamber's signature, and no key may be both its and the keeper's.";
    at(11, 0, 0, 3), Nothing, "art11.s3",
        "The Chamber monitors the centres it has accredited",
        Nothing("It has no period; what monitoring finds has effect by art. 25.3 and 26.2.");
    at(11, 0, 0, 4), Nothing, "art11.s4",
        "The Chamber proposes improvements",
        Nothing("A relation between institutions.");
    at(11, 0, 0, 5), Nothing, "art11.s5",
        "The Chamber has further functions by other acts",
        Nothing("A general clause.");

    at(12, 0, 0, 0), Nothing, "art12",
        "Industry councils are set up under sectoral state bodies",
        Nothing("It sets up institutions.");
    at(12, 0, 2, 0), Nothing, "art12.part2",
        "Their regulations follow a model",
        Nothing("It leaves the matter to other acts.");
    at(12, 0, 3, 0), Nothing, "art12.part3",
        "Each council elects its chair from its members",
        Nothing("Internal to the council; no register shows its members.");

    at(13, 0, 0, 0), Nothing, "art13",
        "The National body is a joint-stock company that the Government sets up",
        Nothing("It sets up an institution.");

    at(14, 0, 0, 0), Nothing, "art14",
        "Associations of employers work with sectoral state bodies",
        Nothing("A right to take part, without condition or term.");
    at(14, 0, 0, 1), Nothing, "art14.s1",
        "They take part in frameworks, standards and the register",
        Nothing("A right to take part, without condition or term.");
    at(14, 0, 0, 2), Nothing, "art14.s2",
        "They take part in the councils",
        Nothing("A right to take part, without condition or term.");
    at(14, 0, 0, 3), Nothing, "art14.s3",
        "They take part in recommendations on the system",
        Nothing("A right to take part, without condition or term.");
};
