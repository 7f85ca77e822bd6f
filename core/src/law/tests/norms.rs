use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::calendar::WorkingDays;
use crate::citation::Citation;
use crate::law::engine::unit::{at, note_to};
use crate::law::{Class, Number, Place, Unit, articles, norms, rules};

#[test]
fn counts_of_norms_by_class() {
    let units: BTreeSet<Unit> = norms().map(|norm| norm.unit).collect();
    assert_eq!((units.len(), norms().count()), (213, 224));
    let count = |class| norms().filter(|norm| norm.class == class).count();
    assert_eq!(Class::ALL.map(count), [83, 33, 45, 63]);
}

#[test]
fn units_with_several_norms_are_the_known_ones() {
    let mut counts = BTreeMap::new();
    norms().for_each(|norm| *counts.entry(norm.unit).or_insert(0) += 1);
    counts.retain(|_, count| *count > 1);
    let expected = [
        (at(15, 4, 2, 0), 2),
        (at(20, 3, 0, 0), 2),
        (at(21, 5, 0, 0), 2),
        (at(23, 3, 0, 2), 2),
        (at(23, 5, 0, 0), 2),
        (at(25, 2, 0, 0), 2),
        (at(26, 2, 2, 0), 2),
        (at(28, 0, 0, 0), 2),
        (at(29, 1, 0, 0), 3),
        (at(29, 3, 0, 0), 2),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn norms_are_in_the_order_of_the_act() {
    let mut units: Vec<Unit> = norms().map(|norm| norm.unit).collect();
    // The text that introduces subparagraphs precedes them, a further part follows them, as in the act.
    let order = |unit: &Unit| match *unit {
        Unit::Article { article, paragraph, note, part, subparagraph } => {
            Some((article, paragraph, note, part, subparagraph))
        }
        _ => None,
    };
    assert!(units.is_sorted() && units.is_sorted_by_key(order));
    units.dedup();
    let texts: BTreeMap<Unit, BTreeSet<u64>> = norms().fold(BTreeMap::new(), |mut texts, norm| {
        texts.entry(norm.unit).or_default().insert(norm.text.0);
        texts
    });
    // The norms of one unit were read from one text.
    assert!(texts.values().all(|hashes| hashes.len() == 1 && !hashes.contains(&0)));
    assert!(texts.values().flatten().collect::<BTreeSet<_>>().len() > 200);
}

#[test]
fn every_article_has_norms_and_a_title() {
    assert_eq!(articles().map(|article| article.number).collect::<Vec<_>>(), (0..=31).collect::<Vec<_>>());
    for article in articles() {
        assert!(!article.title.is_empty() && article.norms().next().is_some(), "{}", article.number);
        for norm in article.norms() {
            assert_eq!(norm.unit.article().map_or(0, |number| number.main), article.number, "{}", norm.id);
        }
    }
}

#[test]
fn ids_are_unique_and_say_their_class() {
    let ids: BTreeSet<&str> = norms().map(|norm| norm.id).collect();
    assert_eq!(ids.len(), norms().count());
    for norm in norms() {
        let unit = norm.unit.to_string();
        let named_for_it =
            |rest: &str| rest.starts_with('.') && rest.len() > 1 && !rest.contains(char::is_whitespace);
        let good = match norm.class {
            Class::Computable => norm.id.strip_prefix(&unit).is_some_and(named_for_it),
            Class::Data => norm.id.strip_prefix("data").is_some_and(named_for_it),
            Class::Term => norm.id.strip_prefix("term").is_some_and(named_for_it),
            Class::Nothing => norm.id == unit,
        };
        assert!(good, "{} {unit}", norm.id);
    }
}

#[test]
fn citations_are_the_unit() {
    for norm in norms() {
        let Some(Citation::Law { article, paragraph, part, subparagraph, .. }) = norm.citation() else {
            assert!(norm.citation().is_none() && norm.unit.article().is_none(), "{}", norm.id);
            continue;
        };
        let numbers = [paragraph, part, subparagraph].map(|number| u16::from(number.unwrap_or_default()));
        let [paragraph, part, subparagraph] = numbers;
        let article = u16::from(article);
        let plain = at(article, paragraph, part, subparagraph);
        assert!([plain, note_to(article, paragraph)].contains(&norm.unit), "{}", norm.id);
        if let Some(rule) = norm.rule() {
            assert_eq!(Some(rule.citation), norm.citation(), "{}", norm.id);
        }
    }
}

#[test]
fn places_fit_classes_and_nothing_is_left_empty() {
    for norm in norms() {
        let fits = match norm.class {
            Class::Computable => matches!(norm.place, Place::Rule(_)),
            Class::Data => matches!(norm.place, Place::Field(_) | Place::NotCarried(_)),
            Class::Term => matches!(norm.place, Place::Type(_) | Place::Nothing(_)),
            Class::Nothing => matches!(norm.place, Place::Nothing(_)) && norm.note.is_empty(),
        };
        assert!(fits, "{}", norm.id);
        for text in [Some(norm.summary), norm.place.reason(), Some(norm.note).filter(|note| !note.is_empty())]
        {
            let Some(text) = text else { continue };
            assert!(text.len() > 4 && text.trim() == text && !text.contains("  "), "{}: {text:?}", norm.id);
        }
        assert!(norm.place.reason().is_none_or(|reason| reason.ends_with('.')), "{}", norm.id);
        assert!(norm.note.is_empty() || norm.note.ends_with(['.', '?']), "{}", norm.id);
        assert!(!norm.summary.ends_with('.'), "{}", norm.id);
    }
}

/// A norm is in the file that is named after its article, paragraph, part and subparagraph.
#[test]
fn a_rule_is_found_by_its_file() {
    for rule in rules().filter(|rule| rule.id.starts_with("art")) {
        let file = rule.module().split("::").skip(2).collect::<Vec<_>>();
        let unit: Vec<&str> = rule.id.split('.').collect();
        let (units, _) = unit.split_at(unit.len() - 1);
        let article: u16 = units[0].strip_prefix("art").unwrap().parse().unwrap();
        assert!(file[0].starts_with(&format!("a{article:02}_")), "{} {file:?}", rule.id);
        if let Some(name) = file.get(1) {
            // A file may have a paragraph with all its subparagraphs.
            let named: Vec<&str> = name.split('_').collect();
            assert_eq!(named[0], units[1], "{} {file:?}", rule.id);
        }
    }
}

/// The source of a module of the core: `law::appeal` is `law/appeal.rs` or `law/appeal/mod.rs`.
fn source(module: &str) -> Option<String> {
    let inside = module.replace("::", "/");
    let read = |name: String| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name)).ok()
    };
    read(format!("{inside}.rs")).or_else(|| read(format!("{inside}/mod.rs")))
}

/// The text between the braces of `pub struct Name {` or `pub enum Name {`.
fn body<'s>(source: &'s str, name: &str) -> Option<&'s str> {
    let head = ["struct", "enum"].map(|kind| format!("pub {kind} {name} {{"));
    let begin = head.iter().find_map(|head| Some(source.find(head)? + head.len()))?;
    let mut depth = 1;
    let end = source[begin..].find(|character| {
        depth += i32::from(character == '{') - i32::from(character == '}');
        depth == 0
    })?;
    Some(&source[begin..begin + end])
}

/// Whether the sources define the item: `law::engine::register::PersonKind.LegalEntity`.
fn exists(item: &str) -> bool {
    let (path, member) = item.split_once('.').map_or((item, None), |(path, member)| (path, Some(member)));
    let Some((module, name)) = path.rsplit_once("::") else { return false };
    let source = source(module).unwrap_or_default();
    let Some(body) = body(&source, name) else { return false };
    let mut lines = body.lines().map(|line| line.trim().trim_start_matches("pub "));
    member.is_none_or(|member| {
        let after = |line: &str| line.strip_prefix(member).map(|rest| rest.trim_start().to_string());
        lines.any(|line| {
            after(line)
                .is_some_and(|rest| rest.starts_with([':', ',', '=', '{', '(']) && !rest.starts_with("::"))
        })
    })
}

#[test]
fn every_type_that_settles_an_ambiguity_exists() {
    use crate::law::ambiguities::{AMBIGUITIES, Settled};

    for ambiguity in AMBIGUITIES {
        if let Settled::Type(item) = ambiguity.settled {
            assert!(exists(item), "{item}");
        }
    }
}

#[test]
fn every_item_exists() {
    for norm in norms() {
        match norm.place {
            Place::Field(item) => assert!(item.contains('.') && exists(item), "{}: {item}", norm.id),
            Place::Type(item) => assert!(exists(item), "{}: {item}", norm.id),
            Place::Rule(_) => {
                let module = norm.item().unwrap();
                let source = source(module).unwrap();
                assert!(source.contains(&format!("\"{}\"", norm.id)), "{}: {module}", norm.id);
            }
            Place::NotCarried(_) | Place::Nothing(_) => assert_eq!(norm.item(), None),
        }
    }
    // The test detects a missing item.
    for item in [
        "law::articles::a04_participants::ParticipantKind.Nobody",
        "law::articles::a04_participants::Nothing",
        "law::nowhere::Term",
        "Term",
    ] {
        assert!(!exists(item), "{item}");
    }
}

/// Notes refer to items of the core and to norms, which must exist too.
#[test]
fn what_notes_name_exists() {
    let ids: BTreeSet<&str> = norms().map(|norm| norm.id).chain(rules().map(|rule| rule.id)).collect();
    let mut checked = 0;
    for norm in norms() {
        let words =
            norm.note.split_whitespace().chain(norm.place.reason().unwrap_or_default().split_whitespace());
        for word in words.map(|word| word.trim_matches(['(', ')', ',', ';', ':', '.'])) {
            if word.contains("::") {
                assert!(exists(word), "{}: {word}", norm.id);
                checked += 1;
            } else if word.starts_with("art") && word.contains(".p") || word.starts_with("ask.") {
                let known = ids.iter().any(|id| id.starts_with(word));
                assert!(known, "{}: {word}", norm.id);
                checked += 1;
            }
        }
    }
    assert!(checked >= 8, "{checked}");
}

#[test]
fn vocabularies_list_their_names() {
    let names = |id: &str| norms().find(|norm| norm.id == id).unwrap().names;
    assert_eq!(names("term.participant-kind").len(), 11);
    assert_eq!(names("term.participant-kind.5"), ["national-chamber"]);
    assert_eq!(names("term.nqs-tool").len(), 4);
    assert_eq!(names("term.nqs-tool.4"), ["register-of-professions"]);
    assert_eq!(names("term.mandatory-form").len(), 6);
    assert!(names("term.profession").is_empty() && names("art2.p1").is_empty());
}

#[test]
fn a_norm_as_json() {
    let json = |id: &str| serde_json::to_string(norms().find(|norm| norm.id == id).unwrap()).unwrap();
    assert_eq!(
        json("art22.p3.part2"),
        r#"{"unit":"art22.p3.part2","id":"art22.p3.part2","class":"nothing","citation":{"law":"14-VIII","article":22,"paragraph":3,"part":2},"summary":"The commission follows the rules of recognition","place":{"kind":"nothing","reason":"It leaves the matter to another act."},"note":""}"#
    );
    assert!(
        json("art22.p1.appeal-window")
            .contains(r#""place":{"kind":"rule","item":"law::articles::a22_appeals::p1_window"}"#)
    );
    assert!(json("preamble").contains(r#""citation":null"#));
    assert!(json("term.mandatory-form").contains(r#""unit":"art15.p5.note""#));
}

#[test]
fn units_are_written_and_ordered_as_in_the_act() {
    let written = [
        (Unit::Title, "title"),
        (Unit::Date, "title.date"),
        (Unit::Preamble, "preamble"),
        (at(1, 0, 0, 0), "art1"),
        (at(1, 0, 0, 21), "art1.s21"),
        (at(5, 5, 6, 0), "art5.p5.part6"),
        (at(12, 0, 3, 0), "art12.part3"),
        (note_to(15, 5), "art15.p5.note"),
        (at(22, 3, 0, 2), "art22.p3.s2"),
        (at(22, 3, 2, 0), "art22.p3.part2"),
    ];
    for (unit, text) in written {
        assert_eq!(unit.to_string(), text);
    }
    assert!(written.is_sorted_by_key(|(unit, _)| *unit));
    let inserted = Some(Number { main: 3, inserted: 1 });
    let Unit::Article { article, note, part, subparagraph, .. } = at(9, 3, 0, 0) else { panic!() };
    let between = Unit::Article { article, paragraph: inserted, note, part, subparagraph };
    assert_eq!(between.to_string(), "art9.p3-1");
    assert!(at(9, 3, 0, 7) < between && between < at(9, 4, 0, 0));
    assert_eq!((between.citation(), at(9, 300, 0, 0).citation()), (None, None));
}

/// The provisions that ask for all of their members, and those that belong to them from elsewhere.
const AGGREGATES: &[(&str, &[&str])] = &[
    ("art2.p3.scope", &[]),
    ("art18.exam-admission", &[]),
    ("art24.p1.criteria", &["art24.p2.not-at-educational-institution"]),
    ("art26.p2.revocation-grounds", &[]),
    ("art26.p6.certificate-termination", &[]),
];

#[test]
fn an_aggregate_has_every_member_of_its_provision() {
    for rule in rules().filter(|rule| rule.id.starts_with("art")) {
        let result = rule.judge(rule.example, &WorkingDays::built_in()).unwrap();
        let parts: BTreeSet<&str> = result.ruling.parts.iter().map(|part| part.rule.id).collect();
        let unit = norms().find(|norm| norm.rule() == Some(rule)).unwrap().unit.to_string();
        let subparagraph = |id: &&str| {
            let rest = id.strip_prefix(&format!("{unit}.s"));
            rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
        };
        let members = rules().map(|member| member.id).filter(subparagraph);
        let listed = AGGREGATES.iter().find(|(id, _)| *id == rule.id);
        // A rule with parts either combines its own provision or, as art. 29.2, rules of others.
        match listed {
            Some((_, more)) => {
                assert_eq!(parts, members.chain(more.iter().copied()).collect(), "{}", rule.id)
            }
            None => assert!(parts.is_empty() || rule.id == "art29.p2.free-choice", "{}", rule.id),
        }
    }
}
