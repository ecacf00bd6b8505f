//! 48.6: 在下列情形之一的，完成继续教育的时间可以顺延，顺延时间最多为一年：
//! （一）年度内在境外工作超过六个月的；（二）年度内病假超过六个月的；（三）生育；
//! （四）省、自治区、直辖市信息产业主管部门同意的其他情形。
//! 有上述情形的人员应由本人提出书面申请，有关单位出具证明。

use crate::support::{
    Asked, Differing, REGISTERED, accepted, and_then, childbirth, claim, day, deferral, extension, grant, history,
    ledger, no_hours, quotes, studied,
};
use ruankao::education::Grant;
use ruankao::ground::{Claim, Ground};
use ruankao::regulation::{Parameter, Reading};
use ruankao::{Act, Clause, Code, History, Hours, Law, Ledger, Phase};

#[test]
fn the_words() {
    quotes(Clause::N48_6, "完成继续教育的时间可以顺延，顺延时间最多为一年");
    quotes(Clause::N48_6_1, "年度内在境外工作超过六个月的");
    quotes(Clause::N48_6_2, "年度内病假超过六个月的");
    quotes(Clause::N48_6_3, "生育");
    quotes(Clause::N48_6_4, "省、自治区、直辖市信息产业主管部门同意的其他情形");
    quotes(Clause::N48_6, "有上述情形的人员应由本人提出书面申请，有关单位出具证明");
}

const FORBIDDEN: Option<Clause> = Some(Clause::N48_6);

fn approved() -> History {
    history(&[("2005-03-10", Act::Approved)])
}

fn extended(on: &str, arose_on: &str, until: &str, claim: Claim) -> History {
    and_then(&approved(), &[(on, extension(arose_on, until, claim))])
}

#[test]
fn the_ground_arises_in_the_cycle_and_not_after_the_grant() {
    let law = Law::of_2004();
    let arose = |on, arose_on| extended(on, arose_on, "2008-09-10", childbirth());
    law.read(&arose("2008-02-01", "2005-03-10")).forbids(Code::OutsideCycle, FORBIDDEN);
    law.read(&arose("2008-02-01", "2005-03-11")).allows();
    law.read(&arose("2008-02-01", "2008-02-01")).allows();
    law.read(&arose("2008-02-01", "2008-02-02")).forbids(Code::OutsideCycle, FORBIDDEN);
    law.clone().turned(Reading::ExpiryDay).read(&arose("2008-02-01", "2005-03-10")).allows();
    // After the cycle, in a deferral, a ground of its last day still counts and one of the day after does not.
    let deferred = history(&[
        ("2005-03-10", Act::Approved),
        ("2008-02-01", deferral("2008-09-10", childbirth())),
        ("2008-02-10", Act::DeferralGranted),
    ]);
    let later = |arose_on| and_then(&deferred, &[("2008-06-01", extension(arose_on, "2008-09-10", childbirth()))]);
    law.read(&later("2008-03-10")).allows();
    law.read(&later("2008-03-11")).forbids(Code::OutsideCycle, FORBIDDEN);
}

#[test]
fn beyond_the_cycle_and_by_a_year_at_most() {
    let law = Law::of_2004();
    let until = |until| extended("2007-01-01", "2006-06-01", until, childbirth());
    law.read(&until("2008-03-10")).forbids(Code::ExtensionNotBeyondCycle, FORBIDDEN);
    law.read(&until("2008-03-11")).allows();
    law.read(&until("2009-03-10")).allows();
    law.read(&until("2009-03-11")).faults(&[Code::ExtensionTooLong], Clause::N48_6);
    let leap =
        |until| history(&[("2004-02-29", Act::Approved), ("2006-06-01", extension("2006-06-01", until, childbirth()))]);
    law.read(&leap("2008-02-28")).allows();
    law.read(&leap("2008-02-29")).faults(&[Code::ExtensionTooLong], Clause::N48_6);
    law.with(Parameter::ExtensionMonths, 13).read(&until("2009-04-10")).allows();
}

#[test]
fn one_a_term() {
    let law = no_hours();
    let once = extended("2007-01-01", "2006-06-01", "2008-09-10", childbirth());
    let again = |on| and_then(&once, &[(on, extension("2006-06-01", "2009-03-10", childbirth()))]);
    law.read(&again("2007-01-01")).forbids(Code::ExtensionExists, FORBIDDEN);
    law.read(&again("2008-03-11")).forbids(Code::Lapsed, Some(Clause::N47_3));
    let registered = and_then(&once, &[("2008-01-15", accepted()), ("2008-01-20", REGISTERED)]);
    law.read(&and_then(&registered, &[("2009-01-01", extension("2009-01-01", "2011-09-10", childbirth()))])).allows();
    // That there is one comes before where the ground lies, and that before the day until which.
    let both = and_then(&once, &[("2007-01-01", extension("2005-03-10", "2008-03-10", childbirth()))]);
    law.read(&both).forbids(Code::ExtensionExists, FORBIDDEN);
    let both = extended("2007-01-01", "2005-03-10", "2008-03-10", childbirth());
    law.read(&both).forbids(Code::OutsideCycle, FORBIDDEN);
}

#[test]
fn whatever_is_pending() {
    let law = no_hours();
    for pending in [accepted(), deferral("2008-09-10", childbirth())] {
        let life = and_then(&approved(), &[("2008-02-01", pending)]);
        let before = law.read(&life).phase("2008-02-02");
        let after = and_then(&life, &[("2008-02-02", extension("2006-06-01", "2008-09-10", childbirth()))]);
        assert_eq!(law.read(&after).phase("2008-02-02"), before);
        assert_eq!(law.read(&after).term().extension().unwrap().until, day("2008-09-10"));
    }
    // The certificate is not valid for longer: that takes a deferral.
    let life = extended("2007-01-01", "2006-06-01", "2008-09-10", childbirth());
    assert_eq!(law.read(&life).phase("2008-03-11"), Phase::Lapsed { since: day("2008-03-11") });
}

/// 47.8.1 names study or work abroad, 48.6.1 work alone.
#[test]
fn study_abroad_defers_and_does_not_extend() {
    let law = Law::of_2004();
    let long = [("2006-01-01", "2006-12-31")];
    let abroad = |ground| extended("2007-01-01", "2006-06-01", "2008-09-10", claim(ground, &long));
    law.read(&abroad(Ground::WorkAbroad)).allows();
    law.read(&abroad(Ground::SickLeave)).allows();
    law.read(&abroad(Ground::StudyAbroad)).faults(&[Code::GroundNotRecognised], Clause::N48_6);
}

#[test]
fn the_ground_arises_within_one_of_the_absences() {
    let law = Law::of_2004();
    let away = [("2006-01-01", "2006-03-31"), ("2006-06-01", "2006-09-30")];
    for ground in [Ground::WorkAbroad, Ground::SickLeave] {
        let arose = |on| extended("2007-01-01", on, "2008-09-10", claim(ground, &away));
        for on in ["2006-01-01", "2006-03-31", "2006-06-01", "2006-09-30"] {
            law.read(&arose(on)).allows();
        }
        for on in ["2005-12-31", "2006-04-01", "2006-05-31", "2006-10-01"] {
            law.read(&arose(on)).faults(&[Code::AroseOutsideAbsence], Clause::N48_6);
        }
    }
}

#[test]
fn an_absence_of_184_days_up_to_the_day_requested() {
    let law = Law::of_2004();
    let away = |until, to| extended("2008-03-10", "2008-03-10", until, claim(Ground::SickLeave, &[("2008-01-01", to)]));
    // 2008-01-01 to 2008-07-02 are 184 days.
    law.read(&away("2008-07-02", "2008-12-31")).allows();
    law.read(&away("2008-07-01", "2008-12-31")).faults(&[Code::AbsenceTooShort], Clause::N48_6);
    law.read(&away("2008-09-10", "2008-07-01")).faults(&[Code::AbsenceTooShort], Clause::N48_6);
    law.turned(Reading::AbsenceMeasure).read(&away("2008-09-10", "2008-07-01")).allows();
}

#[test]
fn all_faults_in_their_order() {
    let law = Law::of_2004();
    let bare = |ground| {
        let claim = Claim::on(ground);
        let bare = Grant { written_application: false, ..grant("2006-06-01", "2009-03-11", claim) };
        and_then(&approved(), &[("2007-01-01", Act::ExtensionGranted(Box::new(bare)))])
    };
    let last = [Code::WrittenApplicationMissing, Code::EvidenceMissing];
    let faults = |own: &[Code]| [[Code::ExtensionTooLong].as_slice(), own, &last].concat();
    // Whether the absence is long enough is not asked where the ground is none.
    law.read(&bare(Ground::StudyAbroad)).faults(&faults(&[Code::GroundNotRecognised]), Clause::N48_6);
    let absence = faults(&[Code::AbsenceTooShort, Code::AroseOutsideAbsence]);
    law.read(&bare(Ground::WorkAbroad)).faults(&absence, Clause::N48_6);
    law.read(&bare(Ground::SickLeave)).faults(&absence, Clause::N48_6);
    law.read(&bare(Ground::Childbirth)).faults(&faults(&[]), Clause::N48_6);
    law.read(&bare(Ground::Other)).faults(&faults(&[Code::ConsentMissing]), Clause::N48_6);
}

#[test]
fn consent_writing_and_papers() {
    let law = Law::of_2004();
    let other = claim(Ground::Other, &[]);
    law.read(&extended("2007-01-01", "2006-06-01", "2008-09-10", other.clone()))
        .faults(&[Code::ConsentMissing], Clause::N48_6);
    law.read(&extended("2007-01-01", "2006-06-01", "2008-09-10", Claim { provincial_consent: true, ..other })).allows();
    let unwritten = Grant { written_application: false, ..grant("2006-06-01", "2008-09-10", childbirth()) };
    let life = and_then(&approved(), &[("2007-01-01", Act::ExtensionGranted(Box::new(unwritten)))]);
    law.read(&life).faults(&[Code::WrittenApplicationMissing], Clause::N48_6);
    let unshown = extended("2007-01-01", "2006-06-01", "2008-09-10", Claim::on(Ground::Childbirth));
    law.read(&unshown).faults(&[Code::EvidenceMissing], Clause::N48_6);
}

/// The hours of each year and of the whole, in tenths, on the last day of an extension by 184 days.
fn hours(law: &Law, ledger: &Ledger, arose_on: &str) -> (u64, Vec<u64>, Vec<Option<u64>>) {
    let life = extended("2008-01-01", arose_on, "2008-09-10", childbirth());
    let progress = law.open(&life, ledger).progress("2008-09-10");
    assert_eq!(progress.to, day("2008-09-10"));
    let made_up = |year: &ruankao::education::YearProgress| year.made_up.map(Hours::tenths);
    let years = progress.years.iter();
    (progress.hours.tenths(), years.clone().map(|year| year.hours.tenths()).collect(), years.map(made_up).collect())
}

fn earned() -> Ledger {
    ledger([
        studied("2006-03-10", 1),
        studied("2006-03-11", 20),
        studied("2007-03-11", 300),
        studied("2008-03-11", 4_000),
        studied("2008-09-10", 50_000),
        studied("2008-09-11", 90_000),
    ])
}

/// Reading `extension_effect`: `added_to_year`.
#[test]
fn the_extra_time_makes_up_for_the_year_of_the_ground() {
    let (law, earned) = (Law::of_2004(), earned());
    assert_eq!(hours(&law, &earned, "2005-03-11"), (54_321, vec![54_001, 20, 300], vec![Some(54_000), None, None]));
    assert_eq!(hours(&law, &earned, "2006-03-10"), (54_321, vec![54_001, 20, 300], vec![Some(54_000), None, None]));
    assert_eq!(hours(&law, &earned, "2006-03-11"), (54_321, vec![1, 54_020, 300], vec![None, Some(54_000), None]));
    assert_eq!(hours(&law, &earned, "2007-03-11"), (54_321, vec![1, 20, 54_300], vec![None, None, Some(54_000)]));
    // Made up hours are shown even where there are none.
    assert_eq!(hours(&Law::of_2004(), &Ledger::default(), "2006-03-11"), (0, vec![0; 3], vec![None, Some(0), None]));
}

/// Reading `extension_effect`: `later_years_move`.
#[test]
fn or_that_year_grows_and_the_later_ones_move() {
    let (law, earned) = (Law::of_2004().turned(Reading::ExtensionEffect), earned());
    let life = |arose_on| extended("2008-01-01", arose_on, "2008-09-10", childbirth());
    let ends = |arose_on| {
        law.read(&life(arose_on))
            .progress("2008-01-01")
            .years
            .iter()
            .map(|year| year.to.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(ends("2006-03-10"), ["2006-09-10", "2007-09-10", "2008-09-10"]);
    assert_eq!(ends("2006-03-11"), ["2006-03-10", "2007-09-10", "2008-09-10"]);
    assert_eq!(ends("2007-03-11"), ["2006-03-10", "2007-03-10", "2008-09-10"]);
    assert_eq!(hours(&law, &earned, "2006-03-11"), (54_321, vec![1, 320, 54_000], vec![None; 3]));
}

/// Reading `education_year`: the calendar year of the ground has no minimum, and nothing is made up.
#[test]
fn under_calendar_years_the_year_of_the_ground_has_no_minimum() {
    let earned = earned();
    for law in [Law::of_2004(), Law::of_2004().turned(Reading::ExtensionEffect)] {
        let law = law.turned(Reading::EducationYear);
        let required = |arose_on| {
            let life = extended("2008-01-01", arose_on, "2008-09-10", childbirth());
            let progress = law.read(&life).progress("2008-09-10");
            progress.years.iter().map(|year| year.required.tenths()).collect::<Vec<_>>()
        };
        assert_eq!(required("2005-12-31"), [400, 400]);
        assert_eq!(required("2006-01-01"), [0, 400]);
        assert_eq!(required("2006-12-31"), [0, 400]);
        assert_eq!(required("2007-01-01"), [400, 0]);
        assert_eq!(required("2008-01-01"), [400, 400]);
        assert_eq!(hours(&law, &earned, "2006-06-01"), (54_321, vec![21, 300], vec![None; 2]));
    }
}
