//! Why the education is complete or not, and what of an assessment can still be mended.

use crate::calendar::period::Period;
use crate::education::progress::{Progress, YearProgress};
use crate::explain::reason::{Reason, relied_on};
use crate::explain::remedy::{Remedy, Time};
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::record::Finding;
use crate::finding::value::Subject;
use crate::finding::verdict::Verdict;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::standing::{Phase, PhaseName};
use crate::lifecycle::term::Term;
use crate::plan::days::Days;
use crate::plan::study::{Studies, Study};
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use crate::regulation::readings::{Reading, Readings};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The rules of 48.4, then the entries that do not count.
pub(super) fn reason(as_of: &AsOf<'_>) -> Result<Reason, Fault> {
    let progress = as_of.education()?;
    let readings = as_of.context().regulation().readings();
    let verdict = if progress.is_complete() { Message::Complete } else { Message::Incomplete };
    let disregarded = progress.disregarded.iter().map(|entry| {
        let number = u32::try_from(entry.entry).unwrap_or(u32::MAX).saturating_add(1);
        let phrase = Phrase::new(Message::EntryDisregarded).with(number).with(entry.on);
        Reason::plain(phrase).because([Reason::found(entry.reason, readings)])
    });
    Ok(Reason::fact(Phrase::new(verdict), Clause::N48_4).because(rules(as_of, &progress)).because(disregarded))
}

/// The findings of an assessment, each with what can still be done about it; the rules of 48.4 also where they are met.
pub(super) fn conditions(as_of: &AsOf<'_>, verdict: &Verdict) -> Vec<Reason> {
    let others = verdict.findings().iter().filter(|finding| finding.clause() != Some(Clause::N48_4));
    let mut reasons: Vec<Reason> = others.map(|&finding| mendable(as_of, finding)).collect();
    if let Ok(progress) = as_of.education() {
        reasons.extend(rules(as_of, &progress));
    }
    reasons
}

/// 48.4, in its order: the total, then each year, met or not; where hours can still be earned, that 48.11 leaves the rest
/// to the holder.
fn rules(as_of: &AsOf<'_>, progress: &Progress) -> Vec<Reason> {
    let regulation = as_of.context().regulation();
    let readings = regulation.readings();
    let Some(term) = as_of.certificate().term() else { return Vec::new() };
    let cycle = term.cycle(regulation);
    if cycle.is_exempt() {
        let exempt = Reason::fact(Phrase::new(Message::Exempt), Clause::N47_4);
        return [exempt.relying(&[Reading::FirstRegistration], readings)].into();
    }
    let findings: Vec<Finding> = cycle.findings(as_of.context().credits(), as_of.on()).collect();
    let late = progress.late.filter(|&late| late > Hours::ZERO).map(|late| {
        let phrase = Phrase::new(Message::LateCounted).with(late);
        Reason::fact(phrase, Clause::N48_4).relying(&[Reading::LateHours], readings)
    });
    let total = find(&findings, Subject::Whole)
        .map_or_else(|| met(total_met(progress), Code::EducationTotal, readings), |finding| mendable(as_of, finding));
    let years = progress.years.iter().map(|year| {
        let made_up = year.made_up.filter(|&made_up| made_up > Hours::ZERO).map(|made_up| {
            let phrase = Phrase::new(Message::MadeUp).with(made_up);
            Reason::fact(phrase, Clause::N48_6).relying(&[Reading::ExtensionEffect], readings)
        });
        let rule = find(&findings, Subject::Year(year.number))
            .map_or_else(|| met(year_met(year), Code::EducationYear, readings), |finding| mendable(as_of, finding));
        rule.because(made_up)
    });
    let choice = deadline(as_of)
        .and_then(|last| Studies::needed(&cycle, as_of.context().credits(), as_of.on(), last).choice())
        .map(|choice| Reason::fact(choice, Clause::N48_11));
    [total.because(late)].into_iter().chain(years).chain(choice).collect()
}

/// A rule that is met relies on the same readings as one that is not.
fn met(phrase: Phrase, rule: Code, readings: &Readings) -> Reason {
    Reason::fact(phrase, Clause::N48_4).relying(relied_on(rule), readings)
}

/// A finding, with the time in which it can still be mended: none since the certificate has lapsed.
fn mendable(as_of: &AsOf<'_>, finding: Finding) -> Reason {
    let reason = Reason::found(finding, as_of.context().regulation().readings());
    let when = match (as_of.standing().phase, finding.code()) {
        (Phase::Lapsed { since }, code) if code != Code::CriminalRecord => Some(Time::TooLate(since)),
        (_, Code::EducationTotal | Code::EducationYear) => study_time(as_of, &finding),
        (
            _,
            Code::DocumentMissing
            | Code::FeeUnpaid
            | Code::Conduct
            | Code::Health
            | Code::EmployerAssessment
            | Code::BeforeWindow,
        ) => deadline(as_of).map(|last| within(as_of, &finding, last)),
        _ => None,
    };
    Reason { remedy: reason.remedy.map(|remedy: Remedy| when.map_or(remedy, |when| remedy.at(when))), ..reason }
}

/// The last day on which to register, where a term runs.
fn deadline(as_of: &AsOf<'_>) -> Option<NaiveDate> {
    let over =
        matches!(as_of.standing().phase.name(), PhaseName::Lapsed | PhaseName::Cancelled | PhaseName::UnderAppeal);
    as_of.certificate().term().filter(|_| !over).map(Term::deadline)
}

fn within(as_of: &AsOf<'_>, finding: &Finding, last: NaiveDate) -> Time {
    let opens = as_of.certificate().term().map_or(last, Term::opens);
    let first = if finding.code() == Code::BeforeWindow { opens } else { as_of.on() };
    Period::new(first, last).map_or(Time::By(last), Time::Within)
}

/// When the hours that a finding misses can be earned.
fn study_time(as_of: &AsOf<'_>, finding: &Finding) -> Option<Time> {
    let regulation = as_of.context().regulation();
    let term = as_of.certificate().term()?;
    let (cycle, credits) = (term.cycle(regulation), as_of.context().credits());
    let studies = Studies::needed(&cycle, credits, as_of.on(), deadline(as_of)?);
    let whole = match finding.subject() {
        Subject::Year(year) => return studies.items().iter().find(|item| item.year == Some(year)).map(time_of),
        _ => studies.items(),
    };
    // Any day of the cycle serves for what is missing in all.
    let first = whole.iter().filter_map(Study::first).min();
    let last = whole.iter().filter_map(Study::last).max();
    match (first, last) {
        (Some(first), Some(last)) => Period::new(first, last).ok().map(Time::Within),
        _ => whole.last().map(time_of),
    }
}

fn time_of(study: &Study) -> Time {
    match (study.within.or(study.or_within).and_then(Days::period), study.too_late_since()) {
        (Some(days), _) => Time::Within(days),
        (None, Some(since)) => Time::TooLate(since),
        (None, None) => Time::From(study.counts.first()),
    }
}

fn find(findings: &[Finding], subject: Subject) -> Option<Finding> {
    findings.iter().copied().find(|finding| finding.subject() == subject)
}

fn total_met(progress: &Progress) -> Phrase {
    Phrase::new(Message::TotalMet).with(progress.hours).with(progress.required)
}

fn year_met(year: &YearProgress) -> Phrase {
    Phrase::new(Message::YearMet).with(year.hours).with(year.required).with(year.number)
}
