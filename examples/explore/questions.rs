//! What is asked of an opened certificate beyond its standing.

use crate::args::Args;
use crate::values::Supposition;
use chrono::NaiveDate;
use ruankao::whatif::{Asked, Hypothesis};
use ruankao::{Application, CertificateFile, Language};

/// How many readings are turned together, at most.
pub const UP_TO: usize = 3;

impl Args {
    /// What is supposed.
    pub fn hypothesis(&self) -> Hypothesis {
        self.what_if.iter().cloned().fold(Hypothesis::default(), |supposed, one| match one {
            Supposition::Event(event) => supposed.event(event),
            Supposition::Entry(entry) => supposed.entry(entry),
        })
    }
}

/// What other readings would change, a line each: the answers, and where they leave these as they are, the days.
pub fn readings(
    file: &CertificateFile<'_>,
    on: NaiveDate,
    application: &Application,
    language: Language,
) -> Vec<String> {
    let (colon, comma) = (language.choose(": ", "："), language.choose(", ", "，"));
    let inquiry = file.inquiry(on);
    let asked = [
        (Asked::Standing, language.choose("the standing", "状态")),
        (Asked::Registrable(application), language.choose("whether it could be registered", "能否登记")),
    ];
    let told = asked.into_iter().flat_map(|(asked, called)| {
        let (text, moves) = match inquiry.asking(asked).unanimous(UP_TO) {
            Ok(claim) => (claim.in_words(language).to_string(), true),
            Err(search) => (search.in_words(language).to_string(), false),
        };
        // Behind a claim that always holds stand the days that another reading moves.
        let line = |(at, line): (usize, &str)| match at > 0 && moves {
            true => format!("{called}{comma}{}{colon}{line}", language.choose("a day moves", "日期有变")),
            false => format!("{called}{colon}{line}"),
        };
        text.lines().enumerate().map(line).collect::<Vec<_>>()
    });
    told.collect()
}
