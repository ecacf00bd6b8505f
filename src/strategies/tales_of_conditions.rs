//! Tales that end with what is done without its legal conditions.

use crate::calendar::date::{add_days, add_months, sub_days};
use crate::calendar::period::Period;
use crate::education::grant::Grant;
use crate::finding::code::Code;
use crate::finding::value::Document;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::{BodyId, Listing, Register};
use crate::lifecycle::act::{Act, Event};
use crate::registration::application::{Application, Filing, Registration};
use crate::revocation::Revocation;
use crate::strategies::tales::{Tale, claim};
use crate::strategies::tales_of_state::{cancel, publish};
use chrono::{Datelike, NaiveDate};

/// Tells what leads to a fault, and gives the event that has it; nothing for a fault of another kind.
pub(super) fn tell(tale: &mut Tale, code: Code) -> Option<Event> {
    let (approved_on, early, span) = (tale.drawn.approved_on, tale.drawn.early, tale.drawn.span);
    tale.approve();
    let term = tale.term()?;
    let complete = Application::COMPLETE;
    let lacking = |application| Some(application);
    let application = match code {
        Code::Conduct => lacking(Application { conduct_good: false, ..complete }),
        Code::CriminalRecord => lacking(Application { no_criminal_record: false, ..complete }),
        Code::Health => lacking(Application { fit_for_post: false, ..complete }),
        Code::EmployerAssessment => lacking(Application { employer_assessment_passed: false, ..complete }),
        Code::FeeUnpaid => lacking(Application { fee_paid: false, ..complete }),
        Code::DocumentMissing => {
            let place = usize::try_from(early).unwrap_or(0) % Document::ALL.len();
            let others = Document::ALL.into_iter().enumerate().filter(|(other, _)| *other != place);
            lacking(Application { documents: others.map(|(_, document)| document).collect(), ..complete })
        }
        // A tenth of an hour short, in all or in the second year.
        Code::EducationTotal => {
            tale.study([600, 600, 600 - u64::from(span.min(1))]);
            lacking(complete)
        }
        Code::EducationYear => {
            tale.study([900, 400 - u64::from(span), 900]);
            lacking(complete)
        }
        _ => None,
    };
    if let Some(application) = application {
        let accepted = tale.accepted_in_window(application)?;
        tale.tell(accepted);
        return Some(Act::Registered(Registration::default()).on(add_days(tale.last(), early)));
    }
    Some(match code {
        Code::DeferralTooLong => tale.requested(add_days(add_months(term.nominal(), 12), span))?,
        Code::AbsenceTooShort => {
            let claim = Claim { absences: away(approved_on, 100 + span)?, ..claim(Ground::SickLeave) };
            tale.requested_on(claim, add_days(term.nominal(), 100))?
        }
        Code::ConsentMissing => {
            let claim = Claim { provincial_consent: false, ..claim(Ground::Other) };
            tale.requested_on(claim, add_days(term.nominal(), 1 + early))?
        }
        Code::EvidenceMissing => {
            let claim = Claim { evidence: false, ..claim(Ground::Childbirth) };
            tale.requested_on(claim, add_days(term.nominal(), 1 + early))?
        }
        Code::ExtensionTooLong => {
            let grant = tale.grant(claim(Ground::Childbirth))?;
            tale.granted(Grant { until: add_days(add_months(term.nominal(), 12), span), ..grant })
        }
        Code::GroundNotRecognised => {
            let claim = Claim { absences: away(approved_on, 200)?, ..claim(Ground::StudyAbroad) };
            tale.granted(tale.grant(claim)?)
        }
        Code::AroseOutsideAbsence => {
            let absences = away(approved_on, 200)?;
            // The holder was not away yet.
            let arose_on = sub_days(absences.runs().first()?.first(), 1);
            let grant = tale.grant(Claim { absences, ..claim(Ground::WorkAbroad) })?;
            tale.granted(Grant { arose_on, ..grant })
        }
        Code::WrittenApplicationMissing => {
            let grant = tale.grant(claim(Ground::Childbirth))?;
            tale.granted(Grant { written_application: false, ..grant })
        }
        Code::BeforeWindow => filed(None).on(sub_days(term.opens(), span)),
        Code::AgencyMissing => {
            list_one(tale)?;
            tale.filed_in_window()?
        }
        Code::AgencyNotApproved => {
            list_one(tale)?;
            filed(Some("A2")).on(add_days(term.opens(), early))
        }
        Code::OffPostTooShort => {
            let left_on = add_days(approved_on, early);
            let act = Act::Cancelled(Revocation::LeftPost { left_on, returned_on: None });
            act.on(sub_days(add_months(left_on, 24), span))
        }
        Code::NoApplicationMade => fraud(true).on(add_days(approved_on, span)),
        Code::VerificationMissing => {
            let filed = tale.filed_in_window()?;
            tale.tell(filed);
            fraud(false).on(add_days(tale.last(), early))
        }
        Code::NotPublished => {
            cancel(tale);
            Act::AppealFiled.on(add_days(tale.last(), early))
        }
        Code::AppealTooLate => {
            publish(tale);
            let file = tale
                .law
                .open(tale.events.iter().cloned().collect::<crate::lifecycle::history::History>(), &tale.ledger);
            let last_day = file.certificate().publication()?.appealable_until();
            Act::AppealFiled.on(add_days(last_day, span))
        }
        _ => return None,
    })
}

fn filed(agency: Option<&str>) -> Act {
    Act::ApplicationFiled(Filing { agency: agency.map(BodyId::from) })
}

const fn fraud(verified_by_province: bool) -> Act {
    Act::Cancelled(Revocation::Fraud { verified_by_province })
}

/// The law with a list of one agency, approved before all.
fn list_one(tale: &mut Tale) -> Option<()> {
    let listed: Register = Listing::new("A1", NaiveDate::from_ymd_opt(2004, 12, 16)?, None).into_iter().collect();
    tale.law = tale.law.clone().with_agencies(listed);
    Some(())
}

/// So many days away from 10 January of the year after the approval on.
fn away(approved_on: NaiveDate, days: u32) -> Option<Absences> {
    let first = NaiveDate::from_ymd_opt(approved_on.year() + 1, 1, 10)?;
    Some(Period::new(first, add_days(first, days - 1)).into_iter().collect())
}
