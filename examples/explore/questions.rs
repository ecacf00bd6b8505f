//! What is asked of an opened certificate beyond its standing.

use crate::args::{Args, Supposition};
use crate::calendar::icalendar;
use chrono::NaiveDate;
use ruankao::calendar::Period;
use ruankao::whatif::{Asked, Hypothesis};
use ruankao::{Application, AsOf, CertificateFile, Language};
use std::io::{self, Write};

/// How many readings are turned together, at most.
const UP_TO: usize = 3;

impl Args {
    /// What is supposed.
    pub fn hypothesis(&self) -> Hypothesis {
        self.what_if.iter().cloned().fold(Hypothesis::default(), |supposed, one| match one {
            Supposition::Event(event) => supposed.event(event),
            Supposition::Entry(entry) => supposed.entry(entry),
        })
    }
}

/// The plan, as lines.
pub fn plan(as_of: &AsOf<'_>, application: &Application, language: Language) -> String {
    as_of.plan_with(application).in_words(language).to_string()
}

/// What a list of agencies adds to an assessment, which looks at none.
pub fn no_agency(as_of: &AsOf<'_>, language: Language) -> Option<String> {
    as_of.no_agency().map(|bar| bar.in_words(language).to_string())
}

/// What other readings would change: the answers, and where they leave these as they are, the days.
pub fn readings(
    out: &mut impl Write,
    file: &CertificateFile<'_>,
    on: NaiveDate,
    application: &Application,
    language: Language,
) -> io::Result<()> {
    let colon = language.choose(": ", "：");
    let inquiry = file.inquiry(on);
    for (asked, called) in [
        (Asked::Standing, language.choose("the standing", "状态")),
        (Asked::Registrable(application), language.choose("whether it could be registered", "能否登记")),
    ] {
        match inquiry.asking(asked).unanimous(UP_TO) {
            Ok(claim) => {
                writeln!(out, "  {called}{colon}{}", claim.in_words(language))?;
                let moved = language.choose("a day moves", "日期有变");
                for shift in claim.shifts() {
                    writeln!(
                        out,
                        "  {called}{} {moved}{colon}{}",
                        language.choose(",", "，"),
                        shift.in_words(language)
                    )?;
                }
            }
            Err(search) => {
                for line in search.in_words(language).to_string().lines() {
                    writeln!(out, "  {called}{colon}{line}")?;
                }
            }
        }
    }
    Ok(())
}

/// What is different from before, as lines.
pub fn difference(
    before: &CertificateFile<'_>,
    after: &CertificateFile<'_>,
    on: NaiveDate,
    application: &Application,
    language: Language,
) -> String {
    before.difference(after, on, application).in_words(language).to_string()
}

/// What falls due, as a calendar.
pub fn feed(as_of: &AsOf<'_>, id: &str, until: NaiveDate, language: Language) -> Result<String, String> {
    let days = Period::new(as_of.on(), until).map_err(|error| error.to_string())?;
    let agenda = as_of.due(id, days);
    icalendar(&agenda, as_of.on(), language)
        .map_err(|item| format!("no calendar can hold `{}` on {}", item.certificate, item.on))
}
