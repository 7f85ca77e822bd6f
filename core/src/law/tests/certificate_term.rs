//! Art. 23.2(5) and 23.5: cases on both sides of each boundary.

use super::interface::ask;
use crate::calendar::Date;
use proptest::prelude::*;

const REAPPLY: &str = "art23.p5.reapply-by";

proptest! {
    /// On the last day six full months are left; on the day after there may be less.
    #[test]
    fn six_months_are_left(days in 19_700i64..30_000) {
        let end = Date::from_days(days).unwrap();
        let facts = alloc::format!(r#"{{"certificate_last_day":"{end}","as_of":"2024-01-01"}}"#);
        let answer = ask(REAPPLY, &facts);
        let last_day = Date::parse(answer["value"]["last_day"].as_str().unwrap()).unwrap();
        prop_assert!(last_day.plus_months(6) <= end);
        prop_assert!(last_day.plus_days(1).plus_months(6) > end || answer["reading"] == "same-day-of-the-month");
        let contested = !answer["reading"].is_null();
        let (month_end, own) = (end.plus_days(1).ymd().2 == 1, end.ymd().2 == last_day.ymd().2);
        prop_assert_eq!(contested, !own || (month_end && last_day.plus_days(1).ymd().2 != 1));
    }
}
