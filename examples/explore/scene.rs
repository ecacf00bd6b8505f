//! What is looked at: a story or a case, with everything the command line changes.

use crate::args::{Args, Supposition};
use chrono::{Months, NaiveDate};
use ruankao::conformance::{Case, Question, read_case};
use ruankao::education::Credits;
use ruankao::lifecycle::Context;
use ruankao::regulation::Regulation;
use ruankao::story::{Scene, stories};
use ruankao::whatif::{Difference, Hypothesis, Question as WhatIf};
use ruankao::{Application, Mode, story};
use std::fs;
use std::io::Read;

/// What is looked at, and on which day.
pub struct Seen {
    /// What it goes by in any language.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it teaches, where it is a story.
    pub lesson: Option<String>,
    /// The history and all that it is read against, with what is supposed.
    pub scene: Scene,
    /// What of the ledger counts.
    pub credits: Credits,
    /// The day looked at.
    pub on: NaiveDate,
    /// The last day drawn.
    pub until: NaiveDate,
    /// What the application on that day would say.
    pub application: Application,
    /// What is different from the scene without what is supposed.
    pub difference: Option<Difference>,
}

impl Seen {
    pub fn new(args: &Args) -> Result<Self, String> {
        let mut seen = match story::find(&args.what) {
            Some(story) => {
                let language = args.language();
                if args.case.is_some() {
                    return Err(format!("`{}` is a story; `--case` names a case of a file", args.what));
                }
                let (title, lesson) = (story.title(language).to_owned(), Some(story.lesson(language).to_owned()));
                let seen = Self::of(title, lesson, story.scene(), story.today(), story.until(), Application::COMPLETE);
                Self { id: story.id().to_owned(), ..seen }
            }
            None => Self::of_case(case(args)?)?,
        };
        seen.change(args)?;
        Ok(seen)
    }

    fn of(
        title: String,
        lesson: Option<String>,
        scene: Scene,
        on: NaiveDate,
        until: NaiveDate,
        application: Application,
    ) -> Self {
        let credits = scene.credits();
        Self { id: title.clone(), title, lesson, scene, credits, on, until, application, difference: None }
    }

    fn of_case(case: Case) -> Result<Self, String> {
        let last_event = case.history.events().last().map(|event| event.on);
        let asked = case.ask.iter().find_map(day_asked);
        let on =
            asked.or(last_event).ok_or("the case has neither events nor a question about a day; give it with --on")?;
        let application = case.ask.iter().find_map(|question| match question {
            Question::Assessment { application, .. } => Some(*application),
            _ => None,
        });
        let Case { id, regulation, mode, history, ledger, providers, agencies, .. } = case;
        let scene = Scene { regulation, mode, history, ledger, providers, agencies };
        let later = |day: NaiveDate| day.checked_add_months(Months::new(12)).unwrap_or(day);
        let until = later(on.max(last_event.unwrap_or(on)));
        Ok(Self::of(id, None, scene, on, until, application.unwrap_or(Application::COMPLETE)))
    }

    /// Everything that the command line changes.
    fn change(&mut self, args: &Args) -> Result<(), String> {
        let given = &self.scene.regulation;
        let (parameters, readings) = (args.parameters(*given.parameters()), args.readings(*given.readings()));
        let regulation = Regulation::new(parameters, readings, given.calendar().clone());
        self.scene.regulation = regulation.map_err(|error| error.to_string())?;
        if args.audit {
            self.scene.mode = Mode::Audit;
        }
        self.on = args.on.unwrap_or(self.on);
        if let Some(until) = args.until.filter(|&until| until < self.on) {
            return Err(format!(
                "`{until}` is the last day to draw; expected {}, the day looked at, or later",
                self.on
            ));
        }
        self.until = args.until.unwrap_or(self.until).max(self.on);
        if !args.what_if.is_empty() {
            let supposed = args.what_if.iter().cloned().fold(Hypothesis::default(), |supposed, one| match one {
                Supposition::Event(event) => supposed.event(event),
                Supposition::Entry(entry) => supposed.entry(entry),
            });
            let scene = &self.scene;
            let question = WhatIf {
                application: &self.application,
                agencies: scene.agencies.as_ref(),
                providers: scene.providers.as_ref(),
                mode: scene.mode,
                ..WhatIf::new(self.on, &scene.regulation)
            };
            self.difference = Some(question.what_if(&supposed, &scene.history, &scene.ledger));
            self.scene.history = supposed.history(&self.scene.history);
            self.scene.ledger = supposed.ledger(&self.scene.ledger);
            self.credits = self.scene.credits();
        }
        Ok(())
    }

    /// What the history is read in.
    pub fn context(&self) -> Context<'_> {
        self.scene.context(&self.credits)
    }
}

const fn day_asked(question: &Question) -> Option<NaiveDate> {
    match question {
        Question::Standing { on }
        | Question::Outlook { on }
        | Question::Education { on }
        | Question::Assessment { on, .. }
        | Question::Sensitivity { on } => Some(*on),
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
