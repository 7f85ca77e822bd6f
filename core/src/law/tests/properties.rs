//! Properties of the rules that hold for all facts.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::calendar::Interval;

fn any_day() -> impl Strategy<Value = Date> {
    (19_700i64..20_600).prop_map(|days| Date::from_days(days).unwrap())
}

fn any_interval() -> impl Strategy<Value = Interval> {
    (any_day(), proptest::option::of(0u32..400))
        .prop_map(|(from, length)| Interval { from, until: length.map(|days| from.plus_days(days)) })
}

/// Events in time order, as the format has them.
fn any_events() -> impl Strategy<Value = Vec<Event>> {
    use EventKind::{CourtBan, Liquidated, Resumed, Revoked};
    let kind = prop_oneof![Just(Revoked), Just(Resumed), Just(Liquidated), Just(CourtBan)];
    vec((any_day(), kind), 0..6).prop_map(|mut events| {
        events.sort_by_key(|(on, _)| *on);
        events.into_iter().map(|(on, kind)| Event { on, kind }).collect()
    })
}

proptest! {
    /// Removing a fact never satisfies a rule that was not satisfied with it.
    #[test]
    fn less_knowledge_never_satisfies(on in any_day(), term in 0u64..40, issued in any_day(), stated in any_day(),
                                      scope in vec(any_interval(), 0..3), events in any_events(), term_of in any_interval()) {
        let satisfied = |ruling: Ruling| ruling.answer == RuleAnswer::Satisfied;
        let term = Term::from_months_or_zero(term);
        for end in [StatedEnd::ByRegister, StatedEnd::Unlimited] {
            if satisfied(document_validity(issued, end, None, on)) {
                prop_assert!(end == StatedEnd::Unlimited);
            }
        }
        // A stated end is used without the register's term; with the term, the answer may only become contestable.
        if satisfied(document_validity(issued, StatedEnd::On(stated), term, on)) {
            prop_assert!(satisfied(document_validity(issued, StatedEnd::On(stated), None, on)));
        }
        let one = Accreditation { serial: "1".into(), route: Route::ThisLaw, interval: term_of, events };
        let centre = Centre { names: localized("c"), legal_entity: true, accreditations: vec![one], contact: crate::snapshot::Contact::default() };
        let scope = Scope { intervals: scope };
        let complete = centre_of_document("b", Some(&centre), "1", Some(&scope), on, on).answer;
        for (centre, scope) in [(None, Some(&scope)), (Some(&centre), None), (None, None)] {
            prop_assert_eq!(centre_of_document("b", centre, "1", scope, on, on).answer, RuleAnswer::Violated);
        }
        if complete == RuleAnswer::Satisfied {
            prop_assert!(term_of.contains(on) && scope.intervals.iter().any(|interval| interval.contains(on)));
        }
        prop_assert_eq!(profession_recognisable("x", None, Dated("issued_on", on)).answer, RuleAnswer::Violated);
    }

    /// Events after the day do not change the answer about the day.
    #[test]
    fn later_events_do_not_change_the_answer(events in any_events(), on in any_day()) {
        let standing_with = |events: Vec<Event>| {
            let one = Accreditation { serial: "1".into(), route: Route::ThisLaw, interval: interval("2023-01-01", ""), events };
            let centre = Centre { names: localized("c"), legal_entity: true, accreditations: vec![one], contact: crate::snapshot::Contact::default() };
            match standing(&centre, "1", on) {
                Standing::Accredited { interval, .. } => Standing::Accredited { interval, lost_later: None },
                other => other,
            }
        };
        let known = events.iter().copied().filter(|event| event.on <= on).collect();
        prop_assert_eq!(standing_with(events), standing_with(known));
    }

    #[test]
    fn a_day_is_cancelled_when_some_cancellation_spans_it(starts in vec((1u32..90, 0u32..90), 1..6), open in any::<bool>(), on in any_day()) {
        let mut list: Vec<Cancellation> = vec![];
        let mut at = day("2024-01-01");
        for (gap, length) in starts {
            let from = at.plus_days(gap);
            at = from.plus_days(length);
            list.push(Cancellation::new(from, Ground::OtherLaw, Some(at) ));
        }
        if open {
            let last = list.pop().unwrap();
            list.push(Cancellation::in_effect(last.on, Ground::OtherLaw));
        }
        let spans = |one: &Cancellation| one.on <= on && one.reinstated_on().is_none_or(|back| on < back);
        let expected = RuleAnswer::from_bool(!list.iter().any(spans));
        prop_assert_eq!(cancelled(&list, on, Date::MAX), expected.clone());
        if expected == RuleAnswer::Satisfied {
            prop_assert_eq!(name(&cancelled(&list, on, on.minus_days(1))), "undetermined future");
        }
    }

    #[test]
    fn validity_has_one_run_of_days(issued in any_day(), months in 1u64..60, on in any_day()) {
        let term = Term::from_months_or_zero(months).unwrap();
        let last = term.last_day(issued).unwrap();
        let answer = document_validity(issued, StatedEnd::ByRegister, Some(term), on).answer;
        let expected = if on < issued || on > last { "violated" } else if on == last { INCLUDED } else { "satisfied" };
        prop_assert_eq!(name(&answer), expected);
    }
}
