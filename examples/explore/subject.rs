//! What is looked at: the certificate of a story or of a case, opened as the command line says.

use crate::args::Args;
use crate::input::Input;
use crate::near::nearest;
use chrono::{Months, NaiveDate};
use ruankao::conformance::{Case, Question};
use ruankao::naming::Shown;
use ruankao::regulation::{Regulation, RegulationError};
use ruankao::story::{self, Story, stories};
use ruankao::{Application, CertificateFile, Language, Law};
use std::fs;
use std::io::Read;

/// An opened certificate and what is to be asked of it.
pub struct Subject {
    /// What it goes by in any language.
    pub id: String,
    /// The story, where it is one.
    pub story: Option<&'static Story>,
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
        let subject = match story::find(args.what()) {
            Some(_) if args.case.is_some() => {
                return Err(match args.language() {
                    Language::En => format!("`{}` is a story; `--case` names a case of a file", args.what()),
                    Language::Zh => format!("“{}”是示例；--case只用于文件中的案例", args.what()),
                });
            }
            Some(story) => Self {
                id: story.id().to_owned(),
                story: Some(story),
                file: story.open(),
                known_on: story.known_on(),
                on: story.today(),
                until: story.until(),
                application: Application::COMPLETE,
            },
            None => Self::of_case(case(args)?, args)?,
        };
        subject.changed(args)
    }

    /// What it is called.
    pub fn title(&self, language: Language) -> String {
        self.story.map_or_else(|| Shown(&self.id).to_string(), |story| story.title(language).to_owned())
    }

    fn of_case(case: Case, args: &Args) -> Result<Self, String> {
        let Case { id, law, mode, history, ledger, ask, .. } = case;
        let last_event = history.records().last().map(|record| record.what().on);
        let asked = ask.iter().find_map(days_asked);
        let no_day = args.language().choose(
            "the case has neither events nor a question about a day; give it with --on",
            "案例中既没有事件，也没有关于某日的问题；请用--on给出日期",
        );
        let on = args.on.or(asked.map(|(on, _)| on)).or(last_event).ok_or(no_day)?;
        let application = ask.iter().find_map(|question| match question {
            Question::Assessment { application, .. } => Some(*application),
            _ => None,
        });
        let file = law.open_in(mode, history, ledger);
        let later = |day: NaiveDate| day.checked_add_months(Months::new(12)).unwrap_or(day);
        // What is young is drawn to the end of its term, and a little beyond, where it is seen to end.
        let end = file.on(on).ok().and_then(|as_of| as_of.deadline());
        let end = end.map(|day| day.checked_add_months(Months::new(1)).unwrap_or(day));
        Ok(Self {
            id,
            story: None,
            file,
            known_on: asked.and_then(|(_, known_on)| known_on),
            on,
            until: later(on.max(last_event.unwrap_or(on))).max(end.unwrap_or(on)),
            application: application.unwrap_or(Application::COMPLETE),
        })
    }

    /// With everything that the command line changes.
    fn changed(self, args: &Args) -> Result<Self, String> {
        let on = args.on.unwrap_or(self.on);
        if let Some(until) = args.until.filter(|&until| until < on) {
            return Err(match args.language() {
                Language::En => {
                    format!("`{until}` is the last day to draw; expected {on}, the day looked at, or later")
                }
                Language::Zh => format!("“{until}”为绘制的最后一日；应为查看日期{on}或之后"),
            });
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
    let regulation = Regulation::new(parameters, readings, calendar).map_err(|error| unlawful(&error, args.language()));
    Ok(law.under(regulation?))
}

/// Why figures make no regulation, in a language.
fn unlawful(error: &RegulationError, language: Language) -> String {
    if language == Language::En {
        return error.to_string();
    }
    match error {
        RegulationError::OutOfBounds { parameter, value, least, most } => {
            format!("参数`{parameter}`为{value}；应为{least}至{most}的整数")
        }
        RegulationError::WindowNotShorterThanTerm { window_months, term_months } => {
            format!("参数`window_months`为{window_months}；应小于有效期的{term_months}个月")
        }
        RegulationError::RepealedBeforeScope { repealed_on, scope_from } => {
            format!("参数`repealed_on`为{repealed_on}；应晚于`scope_from`，即{scope_from}")
        }
        _ => error.to_string(),
    }
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
    let (what, language) = (args.what(), args.language());
    let (name, bytes) = if what == "-" {
        let (name, mut bytes) = (language.choose("standard input", "标准输入"), Vec::new());
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
        (name, bytes)
    } else {
        let bytes = fs::read(what).map_err(|error| {
            let (near, what) = (nearest(what, stories().map(|story| story.id()), language), Shown(what));
            match language {
                Language::En => {
                    format!(
                        "`{what}` is no story and no file that can be read ({error}); `--list` lists the stories{near}"
                    )
                }
                Language::Zh => format!("“{what}”不是示例，也不是可以读取的文件（{error}）；全部示例：--list{near}"),
            }
        })?;
        (what, bytes)
    };
    Input { name, bytes: &bytes, language }.case(args.case.as_deref())
}
