//! The questions, in SQL.

use chrono::NaiveDate;
use clap::ValueEnum;

/// What certificates are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// The province that registers.
    Province,
    /// The phase on the day.
    Phase,
}

/// A question to a register.
#[derive(Clone, Debug)]
pub struct Question {
    /// In SQL.
    pub sql: String,
    /// The first columns of the answer, which say what is counted; none where each row is a certificate or a fault.
    pub labels: usize,
    /// The column that holds the counts.
    pub counts: &'static str,
    /// In SQL: the first rows that cannot be read.
    pub unread: String,
}

/// How many certificates are in which phase, and in force, on a day.
#[must_use]
pub fn count(on: NaiveDate, by: &[By]) -> Question {
    let keys = by.iter().map(|by| match by {
        By::Province => "province",
        By::Phase => "coalesce(s['phase'], 'unread') AS phase",
    });
    let keys: Vec<_> = keys.collect();
    let places: Vec<_> = (1..=keys.len()).map(|place| place.to_string()).collect();
    let (keys, places) = (keys.join(", "), places.join(", "));
    let sql = format!(
        "SELECT {keys}, count(s['phase']) AS certificates, count(*) FILTER (WHERE s['in_force']) AS in_force, \
                count(s['code']) AS unread \
         FROM (SELECT province, standing(events, DATE '{on}') AS s FROM register) \
         GROUP BY {places} ORDER BY {places}"
    );
    Question {
        sql,
        labels: by.len(),
        counts: "certificates",
        unread: unread(&format!("SELECT number, standing(events, DATE '{on}') AS a FROM register")),
    }
}

/// The certificates in force on a day that lapse within so many days of it if nothing more happens, and how many of
/// their holders still lack hours; by province, or each.
#[must_use]
pub fn lapsing(on: NaiveDate, within: u32, each: bool) -> Question {
    let standing = format!("SELECT number, province, events, study, standing(events, DATE '{on}') AS s FROM register");
    let lapsing = format!("s['in_force'] AND s['last_valid_day'] <= DATE '{on}' + INTERVAL '{within}' DAY");
    let assessed = format!(
        "SELECT number, province, s, assessment(events, study, DATE '{on}') AS a FROM ({standing}) \
         WHERE ({lapsing}) OR s['code'] IS NOT NULL"
    );
    let unread = unread(&assessed);
    if each {
        let sql = format!(
            "SELECT number, province, s['last_valid_day'] AS last_valid_day, s['deadline'] AS deadline, \
                    a['tenths'] / 10.0 AS hours_missing, a['code'] IS NOT NULL AS unread \
             FROM ({assessed}) ORDER BY last_valid_day, number"
        );
        return Question { sql, labels: 0, counts: "", unread };
    }
    let sql = format!(
        "SELECT province, count(a['met']) AS certificates, count(*) FILTER (WHERE a['tenths'] > 0) AS lack_hours, \
                coalesce(sum(a['tenths']), 0) / 10.0 AS hours_missing, \
                count(a['code']) AS unread \
         FROM ({assessed}) GROUP BY 1 ORDER BY 1"
    );
    Question { sql, labels: 1, counts: "certificates", unread }
}

/// The faults in the histories; by code, or each.
#[must_use]
pub fn audit(each: bool) -> Question {
    let faults = "SELECT number, province, unnest(irregularities(events, study)) AS a FROM register";
    let unread = unread(&format!("SELECT * FROM ({faults}) WHERE a['refused']"));
    if each {
        let sql = format!(
            "SELECT number, province, a['event'] + 1 AS event, a['on'] AS on_day, a['code'] AS code, \
                    a['clause'] AS clause, a['refused'] AS unread, a['sentence'] AS sentence \
             FROM ({faults}) ORDER BY number, event"
        );
        return Question { sql, labels: 0, counts: "", unread };
    }
    let sql = format!(
        "SELECT a['code'] AS code, a['clause'] AS clause, count(*) AS faults, count(DISTINCT number) AS certificates, \
                min(number) AS for_example, count(*) FILTER (WHERE a['refused']) AS unread \
         FROM ({faults}) GROUP BY 1, 2 ORDER BY faults DESC, code"
    );
    Question { sql, labels: 2, counts: "faults", unread }
}

/// Of these answers `a` the first with a code: events are counted from 1, as people count.
fn unread(answers: &str) -> String {
    format!(
        "SELECT number, a['event'] + 1 AS event, a['code'] AS code FROM ({answers}) WHERE a['code'] IS NOT NULL LIMIT 10"
    )
}
