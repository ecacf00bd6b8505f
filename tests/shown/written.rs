//! Whatever is taken is written and read back the same, and a long list costs what it should.

use crate::{course, hostile};
use core::fmt::Debug;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ruankao::calendar::{DayKind, Period, WorkCalendar};
use ruankao::identity::{
    BodyId, CertificateNumber, FormNumber, Holder, HolderName, IdentityDocument, IdentityDocumentKind, Listing,
    ManagementNumber, PersonName, Qualification,
};
use ruankao::oversight::{CourseDraft, TraineeDraft};
use ruankao::registration::{FormDraft, FormField, Paper};
use ruankao::{Hours, day};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// What is read from what was written.
fn round_trips<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value, "{text}");
    assert_eq!(&serde_json::from_value::<T>(serde_json::to_value(value).unwrap()).unwrap(), value, "{text}");
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    let ends = vec![chrono::NaiveDate::MIN, chrono::NaiveDate::MAX, day!(1900, 1, 1), day!(2999, 12, 31)];
    let beside = [day!(1900, 1, 1).pred_opt().unwrap(), day!(2999, 12, 31).succ_opt().unwrap()];
    let near = (0_u64..40_000).prop_map(|days| day!(1980, 1, 1) + chrono::Days::new(days));
    prop_oneof![2 => near, 1 => select([ends, beside.to_vec()].concat())]
}

/// Whatever is taken is written, and read back the same.
mod round_trip {
    use super::*;

    proptest! {
        #[test]
        fn of_texts(text in prop_oneof![hostile(), any::<String>(), "[０-９Ａ-Ｚa-z0-9 -]{1,70}"]) {
            CertificateNumber::parse(&text).iter().for_each(round_trips);
            ManagementNumber::parse(&text).iter().for_each(round_trips);
            FormNumber::parse(&text).iter().for_each(round_trips);
            HolderName::parse(&text).iter().for_each(round_trips);
            PersonName::parse(&text).iter().for_each(round_trips);
            round_trips(&BodyId::from(text.as_str()));
            for kind in IdentityDocumentKind::ALL {
                IdentityDocument::parse(kind, &text).iter().for_each(round_trips);
            }
        }

        #[test]
        fn of_holders_and_papers(name in "\\PC{1,9}", number in "[0-9A-Z]{1,9}", wide in "[０-９]{1,20}") {
            let (Ok(name), Ok(document)) = (HolderName::parse(&name), IdentityDocument::parse(IdentityDocumentKind::Passport, &number))
                else { return Ok(()) };
            round_trips(&Holder { name: name.clone(), document });
            let (number, qualification) = (wide.parse().unwrap(), Qualification::SoftwareDesigner);
            round_trips(&Paper { number, name, qualification, obtained_on: day!(2005, 3, 10) });
        }

        #[test]
        fn of_forms(
            fields in vec((select(FormField::ALL.to_vec()), hostile()), 0..6),
            rows in vec((hostile(), hostile(), hostile(), hostile()), 0..3),
            kind in select(IdentityDocumentKind::ALL.to_vec()),
        ) {
            let draft = fields.into_iter().fold(FormDraft::blank(), |draft, (field, text)| draft.with(field, text));
            let draft = rows.iter().fold(draft, |draft, (a, b, c, d)| draft.row(a, b, c, d));
            round_trips(&draft.identified_by(kind));
        }

        #[test]
        fn of_calendars(
            years in vec((-300_000..300_000, any::<bool>()), 0..4),
            days in vec((any_day(), select(DayKind::ALL.to_vec())), 0..6),
            statutory in any::<bool>(),
        ) {
            use chrono::Datelike;
            let start = if statutory { WorkCalendar::statutory() } else { WorkCalendar::empty() };
            let plain = years.into_iter().fold(start, |calendar, (year, _)| calendar.with_year(year, []).unwrap());
            let with_day = |calendar: WorkCalendar, (day, kind): (chrono::NaiveDate, DayKind)| {
                let one = calendar.clone().with_year(day.year(), [(day, kind)]).unwrap_or(calendar);
                one.clone().with_day(day, kind).unwrap_or(one)
            };
            round_trips(&days.into_iter().fold(plain, with_day));
        }

        #[test]
        fn of_periods_and_listings(one in any_day(), other in any_day(), id in hostile()) {
            Period::new(one, other).iter().for_each(round_trips);
            Listing::new(id.as_str(), one, None).iter().for_each(round_trips);
            Listing::new(id.as_str(), one, Some(other)).iter().for_each(round_trips);
        }
    }
}

/// Each year costs what the last one did, in whatever order they come.
#[test]
fn a_calendar_grows_in_any_order() {
    let years = 0..40_000;
    let grown = years.clone().rev().fold(WorkCalendar::empty(), |calendar, year| calendar.with_year(year, []).unwrap());
    assert!(grown.years().eq(years.clone()));
    let descending: Vec<Value> = years.rev().map(|year| json!({ "year": year, "days": [] })).collect();
    assert_eq!(serde_json::from_value::<WorkCalendar>(descending.into()).unwrap(), grown);
}

/// No trainee is held against every other.
#[test]
fn a_long_list_of_trainees_is_looked_through_once() {
    let trainee = |place: u32| TraineeDraft {
        name: PersonName::parse(&format!("学员{}", place % 49_999)).ok(),
        hours: Some(Hours::whole(1)),
        finished: Some(true),
    };
    let draft = CourseDraft { trainees: (0..50_000).map(trainee).collect(), ..course("张三") };
    assert_eq!(draft.verdict().findings().len(), 1);
}
