//! A province's year of oversight: reviews, a failed one, a rectification that does not satisfy, a withdrawal, and what
//! the withdrawal touches.
//!
//! `cargo run --release --example oversight`

use chrono::NaiveDate;
use ruankao::calendar::iso::{DateError, parse};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::effect::{Effect, Withdrawal};
use ruankao::identity::{BodyId, Province};
use ruankao::oversight::{
    AccreditationHistory, Act, Agency, BodyKind, Conditions, Directory, Inspection, Institution, Rectification, Review,
    SHANGHAI_CENTRE, TRANSITIONS,
};
use ruankao::registration::Acceptance;
use ruankao::regulation::Regulation;
use ruankao::{Act as CertificateAct, Application, Entry, Finding, History, Hours, Language, Ledger, Mode};
use std::error::Error;

const AGENCY: &str = "上海市职业能力考试院信息人才认证中心";
const GOOD_BASE: &str = "沪基地一";
const POOR_BASE: &str = "沪基地二";

fn main() -> Result<(), Box<dyn Error>> {
    let shanghai = Province::Shanghai;
    let directory = directory(shanghai)?;

    println!("The directory of {} on 2006-12-31", shanghai.in_words(Language::En));
    for body in directory.bodies() {
        let standing = body.history().standing(day("2006-12-31")?, Mode::Strict)?;
        let missing: Vec<_> = standing.reviews_missing().map(|year| year.to_string()).collect();
        let missing = if missing.is_empty() { "none".to_owned() } else { missing.join(", ") };
        println!("  {}: {}, reviews missing: {missing}", body.id(), standing.phase());
        for row in body.history().timeline(day("2006-12-31")?, Mode::Strict)? {
            println!("    from {}: {}{}", row.from, row.phase, if row.may_act { ", may act" } else { "" });
        }
    }
    for (province, finding) in directory.provinces_with_several_agencies(day("2006-12-31")?) {
        println!("  {province}: {finding}");
    }

    println!("\nWhat the agency owes the public (47.13)");
    print_findings(SHANGHAI_CENTRE.verdict().findings());

    println!("\nWhat the inspection of {POOR_BASE} found (48.12)");
    print_findings(Inspection { delivery: true, means: false, quality: false }.verdict().findings());

    println!("\nWhat the withdrawal of {POOR_BASE} on 2006-11-01 touches, as of 2008-02-01");
    for (holder, history, ledger) in holders()? {
        let body = BodyId::from(POOR_BASE);
        let withdrawal = Withdrawal {
            body: &body,
            kind: BodyKind::TrainingInstitution,
            on: day("2006-11-01")?,
            // As the registers stood before: the base was filed and nothing had been taken from it.
            providers: &[
                ruankao::identity::Listing::new(GOOD_BASE, day("2005-03-01")?, None)?,
                ruankao::identity::Listing::new(POOR_BASE, day("2005-05-01")?, None)?,
            ]
            .into_iter()
            .collect(),
            agencies: &directory.register(BodyKind::RegistrationAgency),
        };
        print_effect(holder, &withdrawal.effect(&history, &ledger, day("2008-02-01")?, &Regulation::default()));
    }

    println!("\nThe machine of both kinds");
    for row in TRANSITIONS {
        println!("  {row}");
    }
    Ok(())
}

fn day(text: &str) -> Result<NaiveDate, DateError> {
    parse(text)
}

fn directory(province: Province) -> Result<Directory, Box<dyn Error>> {
    let agency: AccreditationHistory<Agency> = [
        Act::PROPOSED.on(day("2005-01-10")?),
        Act::Approved.on(day("2005-02-01")?),
        Act::Reviewed(Review::Passed).on(day("2006-03-15")?),
    ]
    .into_iter()
    .collect();
    let good: AccreditationHistory<Institution> = [
        Act::applied(Conditions::MET).on(day("2005-01-20")?),
        Act::Approved.on(day("2005-02-20")?),
        Act::FILED.on(day("2005-03-01")?),
        Act::Reviewed(Review::Passed).on(day("2006-04-10")?),
    ]
    .into_iter()
    .collect();
    let poor: AccreditationHistory<Institution> = [
        Act::applied(Conditions::MET).on(day("2005-04-01")?),
        Act::Approved.on(day("2005-04-20")?),
        Act::FILED.on(day("2005-05-01")?),
        Act::Reviewed(Review::Failed { rectify_by: day("2006-10-10")? }).on(day("2006-04-10")?),
        Act::Rectified(Rectification::Unsatisfactory).on(day("2006-11-01")?),
    ]
    .into_iter()
    .collect();
    let mut directory = Directory::new(Mode::Strict);
    directory.enter(AGENCY, province, agency)?;
    directory.enter(GOOD_BASE, province, good)?;
    directory.enter(POOR_BASE, province, poor)?;
    Ok(directory)
}

/// Two holders: one studied at the good base alone, the other finished a course at the poor one after its withdrawal.
fn holders() -> Result<[(&'static str, History, Ledger); 2], DateError> {
    let history = History::from_iter([
        CertificateAct::Approved.on(day("2005-03-10")?),
        CertificateAct::ApplicationAccepted(Acceptance {
            agency: Some(BodyId::from(AGENCY)),
            application: Application::COMPLETE,
        })
        .on(day("2008-01-10")?),
        CertificateAct::Registered.on(day("2008-01-25")?),
    ]);
    let course = |base: &str, on| {
        Ok(Entry {
            on: day(on)?,
            hours: Hours::whole(60),
            mode: StudyMode::SpareTime,
            field: Field::InformationSystems,
            kind: ContentKind::Technology,
            provider: Some(BodyId::from(base)),
        })
    };
    let first = [course(GOOD_BASE, "2005-11-20")?, course(GOOD_BASE, "2006-11-20")?, course(GOOD_BASE, "2007-11-20")?];
    let second = [course(GOOD_BASE, "2005-11-20")?, course(POOR_BASE, "2006-11-20")?, course(GOOD_BASE, "2007-11-20")?];
    Ok([
        ("first holder", history.clone(), first.into_iter().collect()),
        ("second holder", history, second.into_iter().collect()),
    ])
}

fn print_findings(findings: &[Finding]) {
    for finding in findings {
        println!("  {finding}");
    }
}

fn print_effect(holder: &str, effect: &Effect) {
    if effect.is_none() {
        return println!("  {holder}: nothing");
    }
    println!("  {holder}, under {}:", effect.clause);
    if let Some(accepted_on) = effect.pending_since {
        println!("    the application accepted on {accepted_on} is pending there");
    }
    for struck in &effect.entries {
        println!("    entry {} of {} counts no longer ({})", struck.entry, struck.on, struck.clause);
    }
    for act in &effect.acts {
        println!("    event {} of {} now has against it:", act.event, act.on);
        for fault in &act.after {
            println!("      {fault}");
        }
    }
    let outcome = |outcome| match outcome {
        Ok((phase, in_force)) => format!("{phase}, {}", if in_force { "valid" } else { "not valid" }),
        Err(code) => format!("refused: {code}"),
    };
    println!("    standing before: {}; after: {}", outcome(effect.standing.0), outcome(effect.standing.1));
}
