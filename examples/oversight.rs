//! A province's year of oversight: reviews, a failed one, a rectification that does not satisfy, a withdrawal, and what
//! the withdrawal touches.
//!
//! `cargo run --release --example oversight`; `-- --language zh` prints it in Chinese.

#[path = "explore/plain.rs"]
mod plain;
#[path = "explore/started.rs"]
mod started;
#[path = "explore/tongue.rs"]
mod tongue;

use plain::Program;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::effect::Withdrawal;
use ruankao::identity::{BodyId, Listing, Province};
use ruankao::oversight::{
    AccreditationHistory, Act, Agency, BodyKind, Conditions, Directory, Inspection, Institution, Rectification, Review,
    SHANGHAI_CENTRE,
};
use ruankao::registration::{Acceptance, Registration};
use ruankao::{
    Act as CertificateAct, Application, Entry, Finding, History, Hours, Language, Law, Ledger, Mode, Transition, day,
};
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

const AGENCY: &str = "上海市职业能力考试院信息人才认证中心";
const GOOD_BASE: &str = "沪基地一";
const POOR_BASE: &str = "沪基地二";

const PROGRAM: Program = Program {
    name: "oversight",
    about: "A province's year of oversight: reviews, a failed one, a withdrawal, and what the withdrawal touches",
    about_zh: "某地一年的监督管理：年度审核、未通过的审核、撤销资格，以及撤销的影响",
    usage_zh: "oversight [选项]",
};

fn main() -> ExitCode {
    started::run(&PROGRAM, year)
}

fn year(out: &mut dyn Write, language: Language) -> Result<(), Box<dyn Error>> {
    let say = |en: &'static str, zh: &'static str| language.choose(en, zh);
    let (colon, comma) = (say(": ", "："), say(", ", "，"));
    let (shanghai, end) = (Province::Shanghai, day!(2006, 12, 31));
    let directory = directory(shanghai)?;

    writeln!(out, "{}", say("The directory of Shanghai on 2006-12-31", "2006-12-31上海市登记机构和培训机构名录"))?;
    for body in directory.bodies() {
        let standing = body.history().standing(end, Mode::Strict)?;
        let missing: Vec<_> = standing.reviews_missing().map(|year| year.to_string()).collect();
        let missing = if missing.is_empty() { say("none", "无").to_owned() } else { missing.join(", ") };
        let (kind, phase) = (body.kind().in_words(language), standing.phase().in_words(language));
        writeln!(
            out,
            "  {}{colon}{kind}{comma}{phase}{comma}{}{missing}",
            body.id(),
            say("reviews missing: ", "缺年度审核：")
        )?;
        for row in body.history().timeline(end, Mode::Strict)? {
            let may_act = if row.may_act { say(", may act", "，可以开展工作") } else { "" };
            writeln!(out, "    {} {}{may_act}", row.from, row.phase.in_words(language))?;
        }
    }
    for (province, finding) in directory.provinces_with_several_agencies(end) {
        writeln!(out, "  {}{colon}{}", province.in_words(language), finding.in_words(language))?;
    }

    writeln!(out, "\n{}", say("What the agency owes the public (47.13)", "登记机构应向社会公布的事项（47.13）"))?;
    print_findings(out, SHANGHAI_CENTRE.verdict().findings(), language)?;

    writeln!(
        out,
        "\n{POOR_BASE}{colon}{}",
        say("what the inspection found (48.12)", "年度检查评估发现的问题（48.12）")
    )?;
    print_findings(out, Inspection { delivery: true, means: false, quality: false }.verdict().findings(), language)?;

    // As the registers stood before: the base was filed and nothing had been taken from it.
    let institutions =
        [Listing::new(GOOD_BASE, day!(2005, 3, 1), None)?, Listing::new(POOR_BASE, day!(2005, 5, 1), None)?];
    let law = Law::of_2004()
        .with_agencies(directory.register(BodyKind::RegistrationAgency))
        .with_institutions(institutions.into_iter().collect());
    let withdrawal = Withdrawal::new(&law, BodyKind::TrainingInstitution, POOR_BASE, day!(2006, 11, 1));
    writeln!(
        out,
        "\n{POOR_BASE}{colon}{}",
        say("what its withdrawal on 2006-11-01 touches", "2006-11-01撤销资格的影响")
    )?;
    for (bases, ledger) in holders() {
        let effect = withdrawal.effect(&law.open(history(), ledger), day!(2008, 2, 1));
        let holder = bases.join(say(", ", "、"));
        if effect.is_none() {
            writeln!(out, "  {holder}{colon}{}", say("nothing", "无影响"))?;
            continue;
        }
        writeln!(out, "  {holder}{colon}")?;
        for line in effect.in_words(language).to_string().lines() {
            writeln!(out, "    {line}")?;
        }
    }

    for kind in BodyKind::ALL {
        writeln!(out, "\n{}", kind.in_words(language))?;
        for &Transition { from, trigger, to, clause } in kind.transitions() {
            let (from, to, by) = (from.in_words(language), to.in_words(language), kind.done_by(trigger));
            let clause = clause.map_or(String::new(), |clause| say(" (@)", "（@）").replace('@', &clause.to_string()));
            writeln!(
                out,
                "  {from} -> {to}{colon}{}{comma}{}{clause}",
                trigger.in_words(language),
                by.in_words(language)
            )?;
        }
    }
    Ok(())
}

fn directory(province: Province) -> Result<Directory, ruankao::Error> {
    let agency: AccreditationHistory<Agency> = [
        Act::PROPOSED.on(day!(2005, 1, 10)),
        Act::Approved.on(day!(2005, 2, 1)),
        Act::Reviewed(Review::Passed).on(day!(2006, 3, 15)),
    ]
    .into_iter()
    .collect();
    let good: AccreditationHistory<Institution> = [
        Act::applied(Conditions::MET).on(day!(2005, 1, 20)),
        Act::Approved.on(day!(2005, 2, 20)),
        Act::FILED.on(day!(2005, 3, 1)),
        Act::Reviewed(Review::Passed).on(day!(2006, 4, 10)),
    ]
    .into_iter()
    .collect();
    let poor: AccreditationHistory<Institution> = [
        Act::applied(Conditions::MET).on(day!(2005, 4, 1)),
        Act::Approved.on(day!(2005, 4, 20)),
        Act::FILED.on(day!(2005, 5, 1)),
        Act::Reviewed(Review::Failed { rectify_by: day!(2006, 10, 10) }).on(day!(2006, 4, 10)),
        Act::Rectified(Rectification::Unsatisfactory).on(day!(2006, 11, 1)),
    ]
    .into_iter()
    .collect();
    let mut directory = Directory::new(Mode::Strict);
    directory.enter(AGENCY, province, agency)?;
    directory.enter(GOOD_BASE, province, good)?;
    directory.enter(POOR_BASE, province, poor)?;
    Ok(directory)
}

/// A certificate registered once.
fn history() -> History {
    let acceptance = Acceptance { agency: Some(BodyId::from(AGENCY)), application: Application::COMPLETE };
    History::from_iter([
        CertificateAct::Approved.on(day!(2005, 3, 10)),
        CertificateAct::ApplicationAccepted(acceptance).on(day!(2008, 1, 10)),
        CertificateAct::Registered(Registration::default()).on(day!(2008, 1, 25)),
    ])
}

/// Two holders, by where they studied each year: one at the good base alone, the other finished a course at the poor one
/// after its withdrawal.
fn holders() -> [([&'static str; 3], Ledger); 2] {
    let days = [day!(2005, 11, 20), day!(2006, 11, 20), day!(2007, 11, 20)];
    let course = |(on, base): (_, &str)| Entry {
        on,
        hours: Hours::whole(60),
        mode: StudyMode::SpareTime,
        field: Field::InformationSystems,
        kind: ContentKind::Technology,
        provider: Some(BodyId::from(base)),
    };
    [[GOOD_BASE; 3], [GOOD_BASE, POOR_BASE, GOOD_BASE]]
        .map(|bases| (bases, days.into_iter().zip(bases).map(course).collect()))
}

fn print_findings(out: &mut dyn Write, findings: &[Finding], language: Language) -> io::Result<()> {
    findings.iter().try_for_each(|finding| writeln!(out, "  {}", finding.in_words(language)))
}
