//! An agenda as iCalendar text (RFC 5545), which calendar programs read and subscribe to.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};
use ruankao::Language;
use ruankao::agenda::{Agenda, Item};
use ruankao::naming::Shown;

/// The last year that an iCalendar date can name.
const LAST_YEAR: i32 = 9999;

/// The longest name of a certificate that is written; folding a line costs the square of its length.
const LONGEST_NAME: usize = 200;

/// The agenda as one calendar: an all-day event each, whose UID is the item's id, so that a calendar program knows an item
/// it has seen, with a reminder so many days before. The caution is the calendar's description.
///
/// The same agenda and the same `stamp`, the day on which it was made, always make the same text.
///
/// # Errors
///
/// The item whose day, or whose certificate's name, no calendar can hold: after 9999, or longer than 200 characters.
pub(crate) fn icalendar(agenda: &Agenda, stamp: NaiveDate, remind: &[u16], language: Language) -> Result<String, Item> {
    let mut calendar = Calendar::empty();
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", "-//ruankao//agenda//EN"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        calendar.append_property(Property::new(key, value));
    }
    if let Some(repeal) = agenda.caution() {
        calendar
            .append_property(Property::new("X-WR-CALDESC", language.choose(repeal.caution_en(), repeal.caution_zh())));
    }
    for item in agenda.items() {
        calendar.push(event(item, stamp, remind, language).ok_or_else(|| item.clone())?);
    }
    Ok(calendar.to_string())
}

fn event(item: &Item, stamp: NaiveDate, remind: &[u16], language: Language) -> Option<Event> {
    let clause = item.due.clause();
    let name = Shown(&item.certificate).to_string();
    // The end of an all-day event is the first day after it.
    let end = item.on.succ_opt().filter(|end| (0..=LAST_YEAR).contains(&end.year()))?;
    if name.chars().count() > LONGEST_NAME {
        return None;
    }
    let (what, cited) = (item.in_words(language), language.choose(clause.text_en(), clause.text_zh()));
    let summary = format!("{name}: {what}");
    let mut event = Event::new();
    event
        .uid(&format!("{}@ruankao", item.id()))
        .timestamp(stamp.and_time(NaiveTime::MIN).and_utc())
        .starts(item.on)
        .ends(end)
        .summary(&summary)
        .description(&format!("{clause}: {cited}"))
        .add_property("TRANSP", "TRANSPARENT");
    for days in remind {
        // Left to itself, an alarm has the day on which it is made and a UID by chance.
        let mut alarm = Alarm::display(&summary, Duration::zero());
        alarm
            .add_property("TRIGGER", format!("-P{days}D"))
            .uid(&format!("{}.{days}@ruankao", item.id()))
            .timestamp(stamp.and_time(NaiveTime::MIN).and_utc());
        event.alarm(alarm);
    }
    Some(event.done())
}
