//! The directory, and 47.2: 证书登记实施机构原则上各省、自治区、直辖市各设一个。

use crate::day;
use insta::assert_snapshot;
use ruankao::identity::{BodyId, Listing, Province};
use ruankao::oversight::{
    AccreditationHistory, Act, Agency, Body, BodyKind, Conditions, Directory, DirectoryError, Institution,
    Rectification, Review,
};
use ruankao::regulation::Force;
use ruankao::{Language, Mode};

const AGENCY: BodyKind = BodyKind::RegistrationAgency;

fn province(code: &str) -> Province {
    code.parse().unwrap()
}

/// An agency from one day on, and where given to another.
fn agency(from: &str, withdrawn_on: Option<&str>) -> AccreditationHistory<Agency> {
    let mut history: AccreditationHistory<_> =
        [Act::PROPOSED.on(day(from)), Act::Approved.on(day(from))].into_iter().collect();
    if let Some(on) = withdrawn_on.map(day) {
        let rectify_by = on.succ_opt().unwrap();
        history.record(Act::Reviewed(Review::Failed { rectify_by }).on(on));
        history.record(Act::Rectified(Rectification::Unsatisfactory).on(on));
    }
    history
}

fn institution(conditions: Conditions) -> AccreditationHistory<Institution> {
    let dated = [
        (Act::applied(conditions), "2004-01-10"),
        (Act::Declined, "2004-02-01"),
        (Act::applied(conditions), "2005-01-10"),
        (Act::Approved, "2005-02-01"),
        (Act::FILED, "2005-03-01"),
    ];
    dated.into_iter().map(|(act, on)| act.on(day(on))).collect()
}

#[test]
fn who_may_act_depends_on_day_province_and_kind() {
    let mut directory = Directory::new(Mode::Strict);
    directory.enter("A", province("31"), agency("2005-01-01", Some("2007-01-01"))).unwrap();
    directory.enter("B", province("31"), agency("2007-01-01", None)).unwrap();
    directory.enter("C", province("11"), agency("2005-01-01", None)).unwrap();
    directory.enter("A", province("31"), institution(Conditions::MET)).unwrap();
    let who = |kind, code, on| {
        let bodies = directory.who_may_act(kind, province(code), day(on));
        bodies.map(Body::id).map(BodyId::as_str).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(who(AGENCY, "31", "2004-12-31"), "");
    assert_eq!(who(AGENCY, "31", "2006-12-31"), "A");
    assert_eq!(who(AGENCY, "31", "2007-01-01"), "B");
    assert_eq!(who(AGENCY, "11", "2007-01-01"), "C");
    assert_eq!(who(AGENCY, "44", "2007-01-01"), "");
    assert_eq!(who(BodyKind::TrainingInstitution, "31", "2005-02-28"), "");
    assert_eq!(who(BodyKind::TrainingInstitution, "31", "2005-03-01"), "A");

    let anywhere = |kind, on| directory.acting(kind, day(on)).map(|body| body.id().as_str()).collect::<Vec<_>>();
    assert_eq!(anywhere(AGENCY, "2004-12-31"), [""; 0]);
    assert_eq!(anywhere(AGENCY, "2006-12-31"), ["A", "C"]);
    assert_eq!(anywhere(AGENCY, "2007-01-01"), ["B", "C"]);
    assert_eq!(anywhere(BodyKind::TrainingInstitution, "2007-01-01"), ["A"]);
}

/// A body is listed from the day on which it might act, and to the day of its withdrawal; one that never might is not.
#[test]
fn a_body_has_the_listing_of_its_history() {
    let mut directory = Directory::new(Mode::Strict);
    directory.enter("A", province("31"), agency("2005-01-01", Some("2007-01-01"))).unwrap();
    let proposed: AccreditationHistory<Agency> = [Act::PROPOSED.on(day("2005-01-01"))].into_iter().collect();
    directory.enter("B", province("11"), proposed).unwrap();
    let listings: Vec<_> = directory.bodies().iter().map(Body::listing).collect();
    let listing = Listing::new("A", day("2005-01-01"), Some(day("2007-01-01"))).unwrap();
    assert_eq!(listings, [Some(&listing), None]);
}

#[test]
fn a_duplicate_is_an_error_and_leaves_the_directory_as_it_was() {
    let mut directory = Directory::new(Mode::Strict);
    directory.enter("A", province("31"), agency("2005-01-01", Some("2007-01-01"))).unwrap();
    let before = directory.clone();
    let duplicate = directory.enter("A", province("31"), agency("2008-01-01", None)).unwrap_err();
    assert_snapshot!(
        duplicate,
        @"`A` is entered as a `registration_agency` of this province already; expected each body once a province and kind"
    );
    assert_eq!(directory, before);
}

/// Rules 13: one body in two provinces has two approvals and two listings, and may act for both on one day.
#[test]
fn one_body_is_listed_in_two_provinces() {
    let mut directory = Directory::new(Mode::Strict);
    directory.enter("A", province("31"), agency("2005-01-01", Some("2007-01-01"))).unwrap();
    directory.enter("A", province("11"), agency("2006-01-01", None)).unwrap();
    let who = |code, on| directory.who_may_act(AGENCY, province(code), day(on)).count();
    assert_eq!((who("31", "2006-12-31"), who("11", "2006-12-31")), (1, 1));
    // One approval ends, and the other holds.
    assert_eq!((who("31", "2007-01-01"), who("11", "2007-01-01")), (0, 1));
    let register = directory.register(AGENCY);
    assert_eq!(register.listings().len(), 2);
    assert!(register.may_act(&"A".into(), day("2006-12-31")) && register.may_act(&"A".into(), day("2007-01-01")));
    assert!(!register.may_act(&"A".into(), day("2004-12-31")));
}

#[test]
fn a_history_that_is_refused_is_not_entered() {
    let lacking = institution(Conditions { legal_person: false, ..Conditions::MET });
    let mut strict = Directory::new(Mode::Strict);
    let refused = strict.enter("P", province("31"), lacking.clone()).unwrap_err();
    assert!(matches!(&refused, DirectoryError::Refused { fault, .. } if fault.event == 3));
    assert_snapshot!(refused, @"the history of `P` is refused: event 4: the conditions are not met (48.8): 48.8.1");
    let mut audit = Directory::new(Mode::Audit);
    audit.enter("P", province("31"), lacking).unwrap();
    assert_eq!(audit.bodies().len(), 1);
}

#[test]
fn a_body_approved_after_being_declined_is_listed_once() {
    let mut directory = Directory::new(Mode::Strict);
    directory.enter("P", province("31"), institution(Conditions::MET)).unwrap();
    directory.enter("never", province("31"), AccreditationHistory::<Institution>::new()).unwrap();
    let register = directory.register(BodyKind::TrainingInstitution);
    let [listing] = register.listings() else { panic!("one listing") };
    assert_eq!((listing.approved_on(), listing.withdrawn_on()), (day("2005-03-01"), None));
    assert!(directory.register(AGENCY).listings().is_empty());
}

#[test]
fn several_agencies_of_a_province_are_a_finding_and_no_bar() {
    let mut directory = Directory::new(Mode::Strict);
    directory.enter("A", province("31"), agency("2005-01-01", Some("2007-01-01"))).unwrap();
    directory.enter("B", province("31"), agency("2006-12-31", None)).unwrap();
    directory.enter("C", province("11"), agency("2005-01-01", None)).unwrap();
    directory.enter("P", province("11"), institution(Conditions::MET)).unwrap();
    let found = |on| directory.provinces_with_several_agencies(day(on)).collect::<Vec<_>>();
    assert_eq!(found("2006-12-30"), []);
    assert_eq!(found("2007-01-01"), []);
    let found = found("2006-12-31");
    let [(where_found, finding)] = found.as_slice() else { panic!("one province") };
    assert_eq!((*where_found, finding.clause().unwrap().force()), (province("31"), Force::Should));
    assert_snapshot!(
        finding,
        @"several registration agencies may act in the province on `2006-12-31`; in principle there is one (47.2)"
    );
    assert_snapshot!(finding.in_words(Language::Zh), @"2006-12-31该省、自治区、直辖市有多个登记实施机构，原则上只设一个（47.2）");
}

/// Each body is looked up, not sought among those before.
#[test]
fn a_long_directory_is_entered_in_no_time() {
    let mut directory = Directory::new(Mode::Recorded);
    for number in 0..50_000 {
        directory.enter(format!("A{number}"), province("31"), AccreditationHistory::<Agency>::new()).unwrap();
    }
    assert!(directory.enter("A7", province("31"), AccreditationHistory::<Agency>::new()).is_err());
    directory.enter("A7", province("11"), AccreditationHistory::<Agency>::new()).unwrap();
    directory.enter("A7", province("31"), AccreditationHistory::<Institution>::new()).unwrap();
    assert_eq!(directory.bodies().len(), 50_002);
}

/// As recorded, an approval without its conditions stands, and nobody looks for what it lacked.
#[test]
fn a_directory_is_read_as_recorded() {
    let lacking = institution(Conditions { legal_person: false, ..Conditions::MET });
    let mut recorded = Directory::new(Mode::Recorded);
    recorded.enter("P", province("31"), lacking).unwrap();
    let kind = BodyKind::TrainingInstitution;
    assert_eq!(recorded.who_may_act(kind, province("31"), day("2005-03-01")).count(), 1);
}
