//! The decisions: what the law says to a command, on what the register holds. Nothing is written here.

use crate::change::{Command, Page};
use crate::problem::Problem;
use crate::register::{Dossier, Papers};
use crate::users::User;
use chrono::NaiveDate;
use ruankao::desk::{Desk, Draft, Examined, Flaw, OpenFolder};
use ruankao::finding::{EventFault, Fault};
use ruankao::lifecycle::ActName;
use ruankao::registration::{FeeSchedule, FormField};
use ruankao::{Act, Clause, Code, Event, Finding, Language, Mode};

/// What was decided.
#[derive(Default)]
pub struct Decided {
    pub event: Option<Event>,
    pub page: Option<Page>,
}

/// Decides by the law, on what the register holds: nothing is written here.
pub fn decide(
    dossier: &Dossier,
    command: &Command,
    on: NaiveDate,
    user: &User,
    fees: &FeeSchedule,
) -> Result<Decided, Problem> {
    let mut open = dossier.open();
    let before = open.history().records().len();
    let mut page = None;
    match command {
        Command::File(papers) => {
            let Desk::Free(desk) = open.desk(fees)? else {
                return Err(refusal(dossier, ActName::ApplicationFiled, on));
            };
            let draft = Draft { form: papers.form.clone(), evidence: papers.evidence };
            draft.submit(desk, on, user.body.clone()).map_err(|unfiled| match unfiled.flaw {
                Flaw::Form(defects) => Problem::defects(&defects),
                Flaw::Filing(fault) => Problem::fault(&fault),
            })?;
        }
        Command::Correct(papers) => {
            papers.form.read().map_err(|defects| Problem::defects(&defects))?;
            return match open.desk(fees)? {
                Desk::Filed(_) | Desk::UnderReview(_) => Ok(Decided::default()),
                Desk::Free(_) | Desk::Closed(_) => Err(nothing_applied_for()),
            };
        }
        Command::Accept => {
            let Desk::Filed(pending) = open.desk(fees)? else { return Err(nothing_applied_for()) };
            let (papers, _) = dossier.papers().ok_or_else(nothing_applied_for)?;
            let form = papers.form.read().map_err(|defects| Problem::defects(&defects))?;
            let submitted = pending.take_up(form, papers.evidence);
            submitted.accept(on, user.body.clone()).map_err(|refused| Problem::fault(&refused.fault))?;
        }
        Command::Register | Command::Refuse => match (examine(&mut open, dossier, on, user, fees)?, command) {
            (Examined::Met(met), Command::Register) => {
                let registered = met.register();
                let words = |language| registered.page().in_words(language).to_string();
                page = Some(Page { zh: words(Language::Zh), en: words(Language::En) });
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
            let desk = [
                ActName::Approved,
                ActName::ApplicationFiled,
                ActName::ApplicationAccepted,
                ActName::Registered,
                ActName::Refused,
            ];
            if desk.contains(&event.act.name()) {
                return Err(Problem::malformed("that act is done at the counter, with its papers"));
            }
            open.record_in(Mode::Strict, event.act.clone().on(on))?;
        }
        Command::Strike { version } => {
            let place = dossier.acts.iter().filter(|row| row.event.is_some()).position(|row| row.version == *version);
            open.strike(place.ok_or_else(Problem::not_found)?, on)
                .map_err(|error| Problem::malformed(error.to_string()))?;
            // What comes after it has to be possible without it.
            return match open.refusal() {
                Some(refusal) => Err(refusal.clone().into()),
                None => Ok(Decided::default()),
            };
        }
    }
    let event = open.history().records().get(before).map(|record| record.what().clone());
    Ok(Decided { event, page })
}

/// Examines the application under review, on the papers it was accepted on and those renewed since.
pub fn examine<'f>(
    open: &'f mut OpenFolder<'_>,
    dossier: &Dossier,
    on: NaiveDate,
    user: &User,
    fees: &'f FeeSchedule,
) -> Result<Examined<'f>, Problem> {
    let Desk::UnderReview(pending) = open.desk(fees)? else { return Err(nothing_applied_for()) };
    let (papers, renewed) = dossier.papers().ok_or_else(nothing_applied_for)?;
    let read = |papers: &Papers| papers.form.read().map_err(|defects| Problem::defects(&defects));
    let mut accepted = pending.take_up(read(papers)?);
    if let Some((renewed_on, papers)) = renewed {
        let renewed = accepted.renew(renewed_on, read(papers)?, &papers.evidence);
        accepted = renewed.map_err(|refused| Problem::fault(&refused.fault))?;
    }
    accepted.examine(on, user.body.clone()).map_err(|refused| Problem::fault(&refused.fault))
}

/// What the law says to an act that the counter cannot take.
fn refusal(dossier: &Dossier, act: ActName, on: NaiveDate) -> Problem {
    let event = match act {
        ActName::ApplicationFiled => Act::ApplicationFiled(ruankao::registration::Filing::default()),
        _ => return nothing_applied_for(),
    };
    match dossier.open().record_in(Mode::Strict, event.on(on)) {
        Err(refusal) => refusal.into(),
        Ok(_) => nothing_applied_for(),
    }
}

/// A refusal as the law words it.
pub fn not_lawful(refusal: EventFault) -> Problem {
    Problem::fault(&refusal.fault)
}

fn nothing_applied_for() -> Problem {
    Problem::fault(&Finding::new(Code::NoApplicationPending, Clause::N47_7).into())
}

/// The number of the form may be left out in a correction: it stays what it was.
pub fn keep_identity_number(papers: Papers, former: Option<&Papers>) -> Papers {
    let given = !papers.form.text(FormField::IdentityNumber).trim().is_empty();
    match former {
        Some(former) if !given => {
            let number = former.form.text(FormField::IdentityNumber);
            let form = papers.form.clone().with(FormField::IdentityNumber, number).identified_by(former.form.document);
            Papers { form, ..papers }
        }
        _ => papers,
    }
}
