//! Why the education is complete or not, and what of an assessment can still be mended.

use crate::calendar::period::Period;
use crate::education::progress::Progress;
use crate::explain::reason::{EDUCATION_TOTAL, EDUCATION_YEAR, Reason};
use crate::explain::remedy::{Remedy, Time};
use crate::explain::standing::{beside, judged, state};
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::value::Subject;
use crate::finding::verdict::Verdict;
use crate::identity::body::Listing;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::standing::Phase;
use crate::lifecycle::term::Term;
use crate::plan::study::{Studies, Study};
use crate::regulation::clause::Clause;
use crate::regulation::decided::DecidedPoint;
use crate::regulation::hours::Hours;
use crate::regulation::readings::{LapseEffect, Reading, Readings};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The rules of 48.4, then the entries that do not count.
pub(super) fn reason(as_of: &AsOf<'_>) -> Result<Reason, Fault> {
    let progress = as_of.education()?;
    let readings = as_of.context().regulation().readings();
    let disregarded = progress
        .disregarded
        .iter()
        .map(|entry| Reason::plain(entry.phrase()).because([Reason::found(entry.reason, readings)]));
    let root = Reason::fact(progress.verdict(), Clause::N48_4).because(beside(as_of));
    Ok(root.because(rules(as_of, &progress)).because(disregarded).because(struck(as_of, &progress)))
}

/// The entries of the cycle that were struck, in the order of the ledger.
fn struck(as_of: &AsOf<'_>, progress: &Progress) -> Vec<Reason> {
    let known_on = as_of.context().known_on;
    let records = as_of.context().ledger.records().iter().enumerate();
    let struck = records.filter_map(|(place, record)| {
        let (on, struck_on) = (record.what().on, record.struck()?);
        let is_struck = !record.is_held(known_on) && known_on.is_none_or(|known_on| struck_on <= known_on);
        let in_the_cycle = progress.from <= on && on <= progress.to && on <= as_of.on();
        let number = u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1);
        let phrase = Phrase::new(Message::EntryStruck).with(number).with(on).with(struck_on);
        (is_struck && in_the_cycle).then(|| Reason::plain(phrase).resting(&[DecidedPoint::STRUCK_HOURS]))
    });
    struck.collect()
}

/// The findings of an assessment, each with what can still be done about it; the rules of 48.4 also where they are met.
pub(super) fn conditions(as_of: &AsOf<'_>, verdict: &Verdict) -> Vec<Reason> {
    let others = verdict.findings().iter().filter(|finding| finding.clause() != Some(Clause::N48_4));
    let mut reasons: Vec<Reason> = others.map(|&finding| mendable(as_of, finding)).collect();
    let regulation = as_of.context().regulation();
    if let (Ok(progress), None) = (as_of.education(), regulation.repealed_by(as_of.on())) {
        reasons.extend(rules(as_of, &progress));
        reasons.extend(struck(as_of, &progress));
        reasons.extend([judged(regulation.readings()), agencies(as_of)]);
    }
    reasons
}

/// That an assessment looks at no agency; and where a list is given, whether any on it may act on the day.
fn agencies(as_of: &AsOf<'_>) -> Reason {
    let on = as_of.on();
    let listed = as_of.context().law().agencies().map(|agencies| {
        let on_the_day = agencies.listings().iter().filter(|listing| listing.may_act_on(on));
        let mut able: Vec<_> = on_the_day.map(Listing::id).collect();
        able.dedup();
        let phrase = match u32::try_from(able.len()).unwrap_or(u32::MAX) {
            0 => Phrase::new(Message::NoAgencyOn).with(on),
            able => Phrase::new(Message::AgenciesOn).with(on).with(able),
        };
        Reason::fact(phrase, Clause::N47_3)
    });
    Reason::fact(Phrase::new(Message::NoAgencyLookedAt), Clause::N47_3).because(listed)
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
    let mut findings = Vec::new();
    cycle.findings(as_of.context().credits(), as_of.on(), |finding| findings.push(finding));
    let late = progress.late.filter(|&late| late > Hours::ZERO).map(|late| {
        let phrase = Phrase::new(Message::LateCounted).with(late);
        Reason::fact(phrase, Clause::N48_4).relying(&[Reading::LateHours], readings)
    });
    let total = find(&findings, Subject::Whole)
        .map_or_else(|| met(progress.phrase(), &EDUCATION_TOTAL, readings), |finding| mendable(as_of, finding));
    let years = progress.years.iter().map(|year| {
        let made_up = year.made_up.filter(|&made_up| made_up > Hours::ZERO).map(|made_up| {
            let phrase = Phrase::new(Message::MadeUp).with(made_up);
            Reason::fact(phrase, Clause::N48_6).relying(&[Reading::ExtensionEffect], readings)
        });
        let rule = find(&findings, Subject::Year(year.number))
            .map_or_else(|| met(year.phrase(), &EDUCATION_YEAR, readings), |finding| mendable(as_of, finding));
        rule.because(made_up)
    });
    let choice = deadline(as_of)
        .and_then(|last| Studies::needed(&cycle, as_of.context().credits(), as_of.on(), last).choice())
        .map(|choice| Reason::fact(choice, Clause::N48_11));
    [total.because(late)].into_iter().chain(years).chain(choice).collect()
}

/// A rule that is met relies on the same readings as one that is not.
fn met(phrase: Phrase, relied: &[Reading], readings: &Readings) -> Reason {
    Reason::fact(phrase, Clause::N48_4).relying(relied, readings)
}

/// A finding, with the time in which it can still be mended: none since the certificate has lapsed, unless it may return.
///
/// Reading: `lapse_effect`.
fn mendable(as_of: &AsOf<'_>, finding: Finding) -> Reason {
    let reason = Reason::found(finding, as_of.context().regulation().readings());
    let when = match (as_of.standing().phase, finding.code()) {
        (Phase::Lapsed { since }, code) if code != Code::CriminalRecord && !returns(as_of) => {
            Some(Time::TooLate(since))
        }
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
    // What is pending stands in the way for as long as the term lets it.
    let is_pending = matches!(finding.code(), Code::ApplicationPending | Code::DeferralPending);
    let reason = reason.because(is_pending.then(|| state(as_of)).into_iter().flatten());
    Reason { remedy: reason.remedy.map(|remedy: Remedy| when.map_or(remedy, |when| remedy.at(when))), ..reason }
}

/// Whether the certificate has lapsed and may be registered again at any time.
///
/// Reading: `lapse_effect`.
fn returns(as_of: &AsOf<'_>) -> bool {
    let may_return = as_of.context().regulation().readings().lapse_effect == LapseEffect::MayReturn;
    may_return && matches!(as_of.standing().phase, Phase::Lapsed { .. })
}

/// The last day on which to register, where there is one; where a lapsed certificate may return, any day will do.
fn deadline(as_of: &AsOf<'_>) -> Option<NaiveDate> {
    if returns(as_of) { Some(NaiveDate::MAX) } else { as_of.deadline() }
}

fn within(as_of: &AsOf<'_>, finding: &Finding, last: NaiveDate) -> Time {
    let opens = as_of.certificate().term().map_or(last, Term::opens);
    let first = if finding.code() == Code::BeforeWindow { opens } else { as_of.on() };
    Period::between(first, last).map_or(Time::By(last), bounded)
}

/// Within these days, or from the first on where nothing bounds them.
fn bounded(days: Period) -> Time {
    if days.last() == NaiveDate::MAX { Time::From(days.first()) } else { Time::Within(days) }
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
        (Some(first), Some(last)) => Period::between(first, last).ok().map(bounded),
        _ => whole.last().map(time_of),
    }
}

fn time_of(study: &Study) -> Time {
    match (study.within.or(study.or_within), study.too_late_since()) {
        (Some(days), _) => days.period().map_or(Time::From(days.first()), bounded),
        (None, Some(since)) => Time::TooLate(since),
        (None, None) => Time::From(study.counts.first()),
    }
}

fn find(findings: &[Finding], subject: Subject) -> Option<Finding> {
    findings.iter().copied().find(|finding| finding.subject() == subject)
}
