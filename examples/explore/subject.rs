//! What is looked at: the certificate of a story or of a case, opened as the command line says.

use crate::args::Args;
use chrono::{Months, NaiveDate};
use ruankao::conformance::{Case, Question, read_case};
use ruankao::naming::Shown;
use ruankao::regulation::Regulation;
use ruankao::story::{self, stories};
use ruankao::{Application, CertificateFile, Law};
use std::fs;
use std::io::Read;

/// An opened certificate and what is to be asked of it.
pub struct Subject {
    /// What it goes by in any language.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it teaches, where it is a story.
    pub lesson: Option<String>,
    /// The certificate, as known now.
    pub file: CertificateFile<'static>,
    /// The day as known on which it is looked at, where that is not now.
    pub known_on: Option<NaiveDate>,
    /// The day looked at.
    pub on: NaiveDate,
    /// The last day drawn.
    pub until: NaiveDate,
    /// What the application on that day would say.
    pub application: Application,
}

impl Subject {
    pub fn new(args: &Args) -> Result<Self, String> {
        let subject = match story::find(&args.what) {
            Some(_) if args.case.is_some() => {
                return Err(format!("`{}` is a story; `--case` names a case of a file", args.what));
            }
            Some(story) => Self {
                id: story.id().to_owned(),
                title: story.title(args.language()).to_owned(),
                lesson: Some(story.lesson(args.language()).to_owned()),
                file: story.open(),
                known_on: story.known_on(),
                on: story.today(),
                until: story.until(),
                application: Application::COMPLETE,
            },
            None => Self::of_case(case(args)?)?,
        };
        subject.changed(args)
    }

    fn of_case(case: Case) -> Result<Self, String> {
        let Case { id, law, mode, history, ledger, ask, .. } = case;
        let last_event = history.records().last().map(|record| record.what().on);
        let asked = ask.iter().find_map(days_asked);
        let on = asked.map(|(on, _)| on).or(last_event);
        let on = on.ok_or("the case has neither events nor a question about a day; give it with --on")?;
        let application = ask.iter().find_map(|question| match question {
            Question::Assessment { application, .. } => Some(*application),
            _ => None,
        });
        let later = |day: NaiveDate| day.checked_add_months(Months::new(12)).unwrap_or(day);
        Ok(Self {
            title: Shown(&id).to_string(),
            id,
            lesson: None,
            file: law.open_in(mode, history, ledger),
            known_on: asked.and_then(|(_, known_on)| known_on),
            on,
            until: later(on.max(last_event.unwrap_or(on))),
            application: application.unwrap_or(Application::COMPLETE),
        })
    }

    /// With everything that the command line changes.
    fn changed(self, args: &Args) -> Result<Self, String> {
        let on = args.on.unwrap_or(self.on);
        if let Some(until) = args.until.filter(|&until| until < on) {
            return Err(format!("`{until}` is the last day to draw; expected {on}, the day looked at, or later"));
        }
        let until = args.until.unwrap_or(self.until).max(on);
        let (law, mode) = (self.file.law().clone(), args.mode(self.file.mode()));
        let law = law_asked(args, law)?;
        let (history, ledger) = self.file.close();
        let file = law.open_in(mode, history, ledger);
        Ok(Self { file, known_on: args.known_on.or(self.known_on), on, until, ..self })
    }
}

/// The law with the figures and readings that are asked for.
fn law_asked(args: &Args, law: Law) -> Result<Law, String> {
    let (parameters, readings) = (args.parameters(*law.parameters()), args.readings(*law.readings()));
    let calendar = law.regulation().calendar().clone();
    let regulation = Regulation::new(parameters, readings, calendar).map_err(|error| error.to_string())?;
    Ok(law.under(regulation))
}

/// The day that a question asks about, and the day as known on which.
const fn days_asked(question: &Question) -> Option<(NaiveDate, Option<NaiveDate>)> {
    match question {
        Question::Standing { on, known_on }
        | Question::Outlook { on, known_on }
        | Question::Education { on, known_on }
        | Question::Assessment { on, known_on, .. }
        | Question::Sensitivity { on, known_on } => Some((*on, *known_on)),
        _ => None,
    }
}

/// The case of a file that is asked for, or its first.
fn case(args: &Args) -> Result<Case, String> {
    let lines = if args.what == "-" {
        let mut lines = Vec::new();
        std::io::stdin().read_to_end(&mut lines).map_err(|error| format!("standard input: {error}"))?;
        lines
    } else {
        fs::read(&args.what).map_err(|error| {
            let known = stories().map(|story| story.id()).collect::<Vec<_>>().join(", ");
            format!("`{}` is no story and no file that can be read ({error}); the stories are {known}", args.what)
        })?
    };
    let cases = lines.split(|&byte| byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    for (index, line) in cases {
        let case = read_case(line, index + 1).map_err(|malformed| malformed.message)?;
        if args.case.as_ref().is_none_or(|id| *id == case.id) {
            return Ok(case);
        }
    }
    match &args.case {
        Some(id) => Err(format!("no case in `{}` has the id `{id}`", args.what)),
        None => Err(format!("`{}` holds no case; expected one JSON object a line", args.what)),
    }
}
