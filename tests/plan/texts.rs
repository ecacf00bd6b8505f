//! Plans in words, and what they rest on.

use super::{plain_plan, plan_under};
use crate::support::{day, shown};
use insta::assert_snapshot;
use ruankao::calendar::Period;
use ruankao::deferral::Request;
use ruankao::ground::Ground;
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::plan::{Assumed, Bar, Course};
use ruankao::{Act, Application, Language, Law};

/// Where nothing is known of an application, each condition that is still to be shown is named.
#[test]
fn each_condition_that_is_still_to_be_shown_is_named() {
    let plan = plain_plan(&[("2005-03-10", Act::Approved)], &[], "2007-12-15", None);
    let text = plan.in_words(Language::En).to_string();
    let shown: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("still to be shown: ")).collect();
    let expected = [
        "good professional conduct (47.4.2)",
        "that there is no criminal record (47.4.2)",
        "fitness for the work of the post (47.4.3)",
        "that the employer's assessment is passed (47.4.4)",
    ];
    assert_eq!(shown, expected);
}

#[test]
fn a_plan_in_words() {
    let draft = Application { fee_paid: false, ..Application::COMPLETE };
    let history = [("2005-03-10", Act::Approved)];
    let plan = plain_plan(&history, &[("2005-06-01", 60), ("2006-06-01", 30)], "2007-01-15", Some(&draft));
    assert_snapshot!(plan.in_words(Language::En), @"
    on 2007-01-15 the certificate is within its term
      year 2 of education ends on 2007-03-10 (48.4)
      the window to apply opens on 2007-12-10 (47.3)
      year 3 of education ends on 2008-03-10 (48.4)
      the education cycle ends on 2008-03-10 (48.4)
      the term ends on 2008-03-10 (47.3)
      2008-03-10 is the last day on which to register (47.3)
      apply from 2007-12-10 to 2008-03-10 (47.3)
        earn 10 hours in year 2, from 2007-01-15 to 2007-03-10 (48.4)
        earn 40 hours in year 3, from 2007-03-11 to 2008-03-10 (48.4)
        earn 40 hours more in the cycle, from 2007-01-15 to 2008-03-10 (48.4)
        that is 90 hours in all, the least that is enough (48.4)
        at which institution, in which form and when is for the holder to choose (48.11)
        the registration fee is not paid (47.6)
        the application has to be filed by 2008-03-10; acceptance and decision may come after it (47.3)
        registered on the first of these days, the certificate is valid until 2010-12-10 (47.3)
      a deferral to 2009-03-10 at the latest may be requested, by 2008-03-10 (47.8)
        ground: study outside the mainland (47.8.1)
        ground: work outside the mainland (47.8.1)
        ground: sick leave (47.8.2)
        ground: childbirth (47.8.3)
        ground: another case (47.8.4)
      an extension to 2009-03-10 at the latest may be granted, on a ground that arose from 2005-03-11 to 2007-01-15 (48.6)
        ground: work outside the mainland (48.6.1)
        ground: sick leave (48.6.2)
        ground: childbirth (48.6.3)
        ground: another case (48.6.4)
      study outside the mainland defers the registration but does not extend the time for education; work there does both (48.6)
      registering on 2007-12-10 starts the new term that day and gives up what is left of the old one, 91 days (47.3)
    ");
    assert_snapshot!(plan.in_words(Language::Zh), @"
    2007-01-15证书状态为：有效期内
      继续教育周期第2年至2007-03-10届满（48.4）
      自2007-12-10起可以办理登记手续（47.3）
      继续教育周期第3年至2008-03-10届满（48.4）
      继续教育周期至2008-03-10届满（48.4）
      有效期至2008-03-10届满（47.3）
      办理登记的最后一日为2008-03-10（47.3）
      在2007-12-10至2008-03-10期间申请登记（47.3）
        在2007-01-15至2007-03-10期间完成第2年所缺的10学时（48.4）
        在2007-03-11至2008-03-10期间完成第3年所缺的40学时（48.4）
        另在2007-01-15至2008-03-10期间完成40学时（48.4）
        合计不少于90学时（48.4）
        培训机构、继续教育形式和具体参加时间由本人自愿选择（48.11）
        证书登记费尚未缴纳（47.6）
        应不晚于2008-03-10提交登记申请，受理和决定可以在其后作出（47.3）
        于首日登记的，有效期至2010-12-10（47.3）
      可不晚于2008-03-10申请延期登记，最晚延至2009-03-10（47.8）
        事由：境外学习（47.8.1）
        事由：境外工作（47.8.1）
        事由：病假（47.8.2）
        事由：生育（47.8.3）
        事由：其他情形（47.8.4）
      对2005-03-11至2007-01-15期间发生的事由，可以准予顺延继续教育时间，最晚至2009-03-10（48.6）
        事由：境外工作（48.6.1）
        事由：病假（48.6.2）
        事由：生育（48.6.3）
        事由：其他情形（48.6.4）
      境外学习可以延期登记，但不能顺延继续教育时间；境外工作两者均可（48.6）
      2007-12-10登记的，新有效期自该日起算，原有效期余下的91天不再计算（47.3）
    ");
}

#[test]
fn without_a_draft_everything_has_to_be_shown_and_nothing_is_held_against_the_holder() {
    let plan = plain_plan(&[("2005-03-10", Act::Approved)], &[], "2005-06-01", None);
    assert_eq!(plan.papers.len(), 9);
    assert!(matches!(plan.course, Course::Register(_)));
    let convicted = Application { no_criminal_record: false, ..Application::COMPLETE };
    let plan = plain_plan(&[("2005-03-10", Act::Approved)], &[], "2005-06-01", Some(&convicted));
    assert_eq!(plan.course, Course::Barred(vec![Bar::Condition(plan.papers[0])]));
}

#[test]
fn the_worse_decision_is_assumed_while_it_leaves_a_way() {
    let request =
        Act::DeferralRequested(Box::new(Request { claim: shown(Ground::Childbirth), until: day("2008-09-10") }));
    let requested_on = day("2008-02-01");
    let plan = |on| plain_plan(&[("2005-03-10", Act::Approved), ("2008-02-01", request.clone())], &[], on, None);
    assert_eq!(plan("2008-03-10").assumed, Some(Assumed::DeferralRefused { requested_on }));
    assert_eq!(plan("2008-03-11").assumed, Some(Assumed::DeferralGranted { requested_on }));
    assert_eq!(plan("2008-09-11").course, Course::Barred(vec![Bar::Lapses]));
}

#[test]
fn what_is_too_late_is_said() {
    let history = [("2005-03-10", Act::Approved)];
    let plan = plain_plan(&history, &[("2006-06-01", 180)], "2008-01-15", Some(&Application::COMPLETE));
    assert_snapshot!(plan.in_words(Language::En), @"
    on 2008-01-15 the certificate is due for registration
      year 3 of education ends on 2008-03-10 (48.4)
      the education cycle ends on 2008-03-10 (48.4)
      the term ends on 2008-03-10 (47.3)
      2008-03-10 is the last day on which to register (47.3)
      the certificate cannot be registered any more as things stand
        year 1 lacks 40 hours, and it has been too late since 2006-03-11 (48.4)
        earn 40 hours in year 3, from 2008-01-15 to 2008-03-10 (48.4)
        that is 80 hours in all, the least that is enough (48.4)
        at which institution, in which form and when is for the holder to choose (48.11)
      a deferral to 2009-03-10 at the latest may be requested, by 2008-03-10 (47.8)
        ground: study outside the mainland (47.8.1)
        ground: work outside the mainland (47.8.1)
        ground: sick leave (47.8.2)
        ground: childbirth (47.8.3)
        ground: another case (47.8.4)
      an extension to 2009-03-10 at the latest may be granted, on a ground that arose from 2005-03-11 to 2008-01-15 (48.6)
        ground: work outside the mainland (48.6.1)
        ground: sick leave (48.6.2)
        ground: childbirth (48.6.3)
        ground: another case (48.6.4)
      study outside the mainland defers the registration but does not extend the time for education; work there does both (48.6)
    ");
}

#[test]
fn the_agencies_on_the_list_bound_the_days() {
    let history = [("2005-03-10", Act::Approved)];
    let earned = [("2005-06-01", 60), ("2006-06-01", 60), ("2007-06-01", 60)];
    let listing = |id: &str, from, until: Option<&str>| Listing::new(id, day(from), until.map(day)).unwrap();
    let plan = |register: &Register| {
        let law = Law::of_2004().with_agencies(register.clone());
        plan_under(&law, &history, &earned, "2007-12-01", Some(&Application::COMPLETE)).course
    };
    let register =
        Register::from_iter([listing("A", "2005-01-01", Some("2008-02-01")), listing("B", "2008-01-20", None)]);
    let Course::Register(registering) = plan(&register) else { panic!() };
    assert_eq!(registering.agencies.unwrap(), [BodyId::from("A")]);
    assert_eq!(registering.apply.last(), Some(day("2008-03-10")));

    let Course::Register(registering) = plan(&Register::from_iter([listing("B", "2008-01-20", Some("2008-01-22"))]))
    else {
        panic!()
    };
    assert_eq!(registering.apply, Period::new(day("2008-01-20"), day("2008-01-21")).unwrap().into());
    assert_eq!(
        plan(&Register::default()),
        Course::Barred(vec![Bar::NoAgency(Period::new(day("2007-12-10"), day("2008-03-10")).unwrap().into())])
    );
}
