//! The decisions: what the law says to a command, on what the register holds. Nothing is written here.

use crate::app::App;
use crate::change::Command;
use crate::problem::Problem;
use crate::register::Dossier;
use crate::users::User;
use crate::words::Both;
use chrono::NaiveDate;
use ruankao::desk::{Desk, Draft, Examined, Flaw, OpenFolder};
use ruankao::finding::Fault;
use ruankao::lifecycle::ActName;
use ruankao::registration::{Filing, FormField};
use ruankao::{Act, Clause, Code, Event, Finding, Mode, Standing};

/// What was decided.
pub struct Decided {
    pub event: Option<Event>,
    /// The standing of today that comes of it.
    pub standing: Option<Standing>,
    /// What is stamped on the registration page.
    pub page: Option<Both>,
}

/// Decides by the law, on what the register holds: nothing is written here.
pub fn decide(app: &App, dossier: &Dossier, command: &Command, on: NaiveDate, user: &User) -> Result<Decided, Problem> {
    let fees = &app.fees;
    let mut open = dossier.open();
    let before = open.history().records().len();
    let mut page = None;
    match command {
        Command::File(papers) => {
            let Desk::Free(desk) = open.desk(fees)? else { return Err(refusal(dossier, on)) };
            papers.0.clone().submit(desk, on, user.body.clone()).map_err(|unfiled| match unfiled.flaw {
                Flaw::Form(defects) => Problem::defects(&defects),
                Flaw::Filing(fault) => Problem::fault(&fault),
            })?;
        }
        Command::Correct(papers) => {
            papers.0.form.read().map_err(|defects| Problem::defects(&defects))?;
            if matches!(open.desk(fees)?, Desk::Free(_) | Desk::Closed(_)) {
                return Err(nothing_applied_for());
            }
        }
        Command::Accept => {
            let Desk::Filed(pending) = open.desk(fees)? else { return Err(nothing_applied_for()) };
            let (papers, _) = dossier.papers().ok_or_else(nothing_applied_for)?;
            let form = papers.form.read().map_err(|defects| Problem::defects(&defects))?;
            let submitted = pending.take_up(form, papers.evidence);
            submitted.accept(on, user.body.clone()).map_err(|refused| Problem::fault(&refused.fault))?;
        }
        Command::Register | Command::Refuse => match (examine(app, &mut open, dossier, on, user)?, command) {
            (Examined::Met(met), Command::Register) => {
                let registered = met.register();
                page = Some(Both::of(|language| registered.page().in_words(language)));
            }
            (Examined::Unmet(unmet), Command::Refuse) => {
                unmet.refuse().map_err(|refused| Problem::fault(&refused.fault))?;
            }
            (Examined::Unmet(unmet), _) => {
                return Err(Problem::fault(&Fault::conditions_not_met(unmet.reasons().to_vec())));
            }
            (Examined::Met(_), _) => {
                return Err(Problem::fault(&Finding::new(Code::RefusedWithoutFinding, Clause::N47_7).into()));
            }
        },
        Command::Record { event } => {
            use ActName::{ApplicationAccepted, ApplicationFiled, Approved, Refused, Registered};
            if matches!(event.act.name(), Approved | ApplicationFiled | ApplicationAccepted | Registered | Refused) {
                return Err(Problem::malformed("that act is done at the counter, with its papers"));
            }
            open.record_in(Mode::Strict, event.act.clone().on(on))?;
        }
        Command::Strike { version } => {
            let place = dossier.acts.iter().filter(|row| row.event.is_some()).position(|row| row.version == *version);
            open.strike(place.ok_or_else(Problem::not_found)?, on)
                .map_err(|error| Problem::malformed(error.to_string()))?;
            // What comes after it has to be possible without it.
            if let Some(refusal) = open.refusal() {
                return Err(refusal.clone().into());
            }
        }
    }
    let event = open.history().records().get(before).map(|record| record.what().clone());
    let standing = open.on(app.clock.today()).ok().map(|as_of| as_of.standing());
    Ok(Decided { event, standing, page })
}

/// Examines the application under review, on the papers it was accepted on and those renewed since.
pub fn examine<'f>(
    app: &'f App,
    open: &'f mut OpenFolder<'_>,
    dossier: &Dossier,
    on: NaiveDate,
    user: &User,
) -> Result<Examined<'f>, Problem> {
    let Desk::UnderReview(pending) = open.desk(&app.fees)? else { return Err(nothing_applied_for()) };
    let (papers, renewed) = dossier.papers().ok_or_else(nothing_applied_for)?;
    let read = |papers: &Draft| papers.form.read().map_err(|defects| Problem::defects(&defects));
    let mut accepted = pending.take_up(read(papers)?);
    if let Some((renewed_on, papers)) = renewed {
        let renewed = accepted.renew(renewed_on, read(papers)?, &papers.evidence);
        accepted = renewed.map_err(|refused| Problem::fault(&refused.fault))?;
    }
    accepted.examine(on, user.body.clone()).map_err(|refused| Problem::fault(&refused.fault))
}

/// What the law says to an application that the counter cannot take.
fn refusal(dossier: &Dossier, on: NaiveDate) -> Problem {
    match dossier.open().record_in(Mode::Strict, Act::ApplicationFiled(Filing::default()).on(on)) {
        Err(refusal) => refusal.into(),
        Ok(_) => nothing_applied_for(),
    }
}

fn nothing_applied_for() -> Problem {
    Problem::fault(&Finding::new(Code::NoApplicationPending, Clause::N47_7).into())
}

/// The number of the form may be left out in a correction: it stays what it was.
pub fn keep_identity_number(mut papers: Draft, former: Option<&Draft>) -> Draft {
    let given = !papers.form.text(FormField::IdentityNumber).trim().is_empty();
    if let Some(former) = former.filter(|_| !given) {
        let number = former.form.text(FormField::IdentityNumber);
        papers.form = papers.form.with(FormField::IdentityNumber, number).identified_by(former.form.document);
    }
    papers
}
