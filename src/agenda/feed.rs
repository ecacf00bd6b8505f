//! An agenda as iCalendar text (RFC 5545), which calendar programs read and subscribe to.

use crate::agenda::item::Item;
use crate::calendar::date::add_days;
use crate::naming::table::Language;
use alloc::format;
use alloc::string::String;
use chrono::{NaiveDate, NaiveTime};
use icalendar::{Calendar, Component, Event, EventLike, Property};

/// The items as one calendar: an all-day event each, whose UID is the item's id, so that a calendar program knows an
/// item it has seen.
///
/// The same items and the same `stamp`, the day on which the agenda was made, always make the same text.
///
/// # Examples
///
/// ```
/// use ruankao::agenda::{Due, Item, feed};
/// use ruankao::{Language, day};
///
/// let item = Item { on: day!(2008, 3, 10), certificate: "31-2005-000117".into(), due: Due::LastDay };
/// let text = feed::icalendar(&[item], day!(2008, 1, 2), Language::En);
/// assert!(text.contains("UID:31-2005-000117.last_day.2008-03-10@ruankao\r\n"));
/// assert!(text.contains("DTSTART;VALUE=DATE:20080310\r\n") && text.contains("DTEND;VALUE=DATE:20080311\r\n"));
/// assert!(text.contains("DTSTAMP:20080102T000000Z\r\n"));
/// ```
#[must_use]
pub fn icalendar(items: &[Item], stamp: NaiveDate, language: Language) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", "-//ruankao//agenda//EN"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        calendar.append_property(Property::new(key, value));
    }
    for item in items {
        calendar.push(event(item, stamp, language));
    }
    format!("{calendar}")
}

fn event(item: &Item, stamp: NaiveDate, language: Language) -> Event {
    let clause = item.due.clause();
    let name: String = item.certificate.chars().filter(|c| !c.is_control()).collect();
    let (what, cited) = (item.in_words(language), language.choose(clause.text_en(), clause.text_zh()));
    Event::new()
        .uid(&format!("{}@ruankao", item.id()))
        .timestamp(stamp.and_time(NaiveTime::MIN).and_utc())
        .starts(item.on)
        // The end of an all-day event is the first day after it.
        .ends(add_days(item.on, 1))
        .summary(&format!("{name}: {what}"))
        .description(&format!("{clause}: {cited}"))
        .add_property("TRANSP", "TRANSPARENT")
        .done()
}
