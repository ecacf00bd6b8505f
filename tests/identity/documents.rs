//! The other documents: their forms, the days they were in use, and what their numbers tell.

use insta::assert_snapshot;
use ruankao::day;
use ruankao::identity::{
    CitizenNumber, Disagreement, HongKongMacaoPermit, IdentityDocument, IdentityDocumentKind, InUse, Passport,
    PermanentResidenceCard, Province, ResidencePermit, Sex, TaiwanPermit,
};

/// What `parse` says of a text it refuses.
macro_rules! refusal {
    ($number:ident, $text:expr) => {
        $number::parse($text).unwrap_err().to_string()
    };
}

#[test]
fn hong_kong_and_macao_travel_permits() {
    let card = HongKongMacaoPermit::parse("H1234567802").unwrap();
    assert!(card.is_old_form());
    assert_eq!(card.region(), Province::HongKong);
    assert!(!card.form_in_use().includes(day!(1998, 12, 31)) && card.form_in_use().includes(day!(2020, 1, 1)));
    let renewed = HongKongMacaoPermit::parse("H12345678").unwrap();
    assert!(!renewed.is_old_form());
    assert!(card != renewed && card.same_number(&renewed));
    assert!(!renewed.form_in_use().includes(day!(2012, 12, 31)) && renewed.form_in_use().includes(day!(2013, 1, 1)));
    assert_eq!(HongKongMacaoPermit::parse("M12345678").unwrap().region(), Province::Macao);

    assert_snapshot!(card, @"H******78");
    assert_snapshot!(refusal!(HongKongMacaoPermit, "H123456780"), @"the travel permit's number has `10` characters; expected 9, or 11 on a card of 1999");
    assert_snapshot!(refusal!(HongKongMacaoPermit, "h12345678"), @"the travel permit's number begins with `h`; expected `H` for Hong Kong or `M` for Macao");
    assert_snapshot!(refusal!(HongKongMacaoPermit, "H123456780O"), @"character 11 of the travel permit's number is `O`; expected a digit");
}

#[test]
fn taiwan_travel_permits() {
    let card = TaiwanPermit::parse("01234567").unwrap();
    for old in ["0123456701", "0123456702(B)", "0123456703(02)", "0123456704(AB12)"] {
        let old = TaiwanPermit::parse(old).unwrap();
        assert!(old.is_old_form() && old.same_number(&card) && old != card);
        assert!(!old.form_in_use().includes(day!(1992, 4, 30)) && old.form_in_use().includes(day!(1992, 5, 1)));
        assert!(old.form_in_use().includes(day!(2013, 9, 24)) && !old.form_in_use().includes(day!(2013, 9, 25)));
    }
    assert!(!card.is_old_form());
    assert!(!card.form_in_use().includes(day!(2008, 9, 24)) && card.form_in_use().includes(day!(2008, 9, 25)));

    assert_snapshot!(TaiwanPermit::parse("0123456702(B)").unwrap(), @"******67");
    assert_snapshot!(refusal!(TaiwanPermit, "012345678"), @"the travel permit's number has `9` characters; expected 8, or 10 on a permit issued before 2008-09-25");
    assert_snapshot!(refusal!(TaiwanPermit, "T1234567"), @"character 1 of the travel permit's number is `T`; expected a digit");
    assert_snapshot!(refusal!(TaiwanPermit, "0123456702(b)"), @"the travel permit's number has a malformed issuer; expected 1 to 4 capitals or digits in brackets after 10 digits");
    for malformed in
        ["0123456702()", "0123456702(B", "0123456702(ABCDE)", "01234567(B)", "0123456702(B))", "0123456702(B)1"]
    {
        assert_eq!(TaiwanPermit::parse(malformed), Err(ruankao::identity::TaiwanPermitError::Issuer), "{malformed}");
    }
    for malformed in ["", "(B)", "0123456702（B）", "0123456702B"] {
        assert!(TaiwanPermit::parse(malformed).is_err(), "{malformed}");
    }
}

#[test]
fn residence_permits() {
    let permit = ResidencePermit::parse("810000197502159066").unwrap();
    assert_eq!((permit.birth(), permit.sex(), permit.region()), (day!(1975, 2, 15), Sex::Female, Province::HongKong));
    assert!(!permit.form_in_use().includes(day!(2018, 8, 31)) && permit.form_in_use().includes(day!(2018, 9, 1)));

    assert_snapshot!(permit, @"810000***********6");
    assert_snapshot!(refusal!(ResidencePermit, "830000490429625"), @"the residence permit's number has `15` characters; expected 18");
    assert_snapshot!(refusal!(ResidencePermit, "710000198806153043"), @"the residence permit's address is `710000`; expected `810000`, `820000` or `830000`");
    assert_snapshot!(refusal!(ResidencePermit, "810000197502159067"), @"the citizen number ends in `7`; expected `6` after these 17 digits; look for a typing error");
}

#[test]
fn passports() {
    for number in ["1", "G12345678", "E1234567", "AB1C2D3E4"] {
        let passport = Passport::parse(number).unwrap();
        assert_eq!((passport.exposed(), passport.form_in_use()), (number, InUse::ALWAYS));
    }
    assert_snapshot!(Passport::parse("G12345678").unwrap(), @"G*******8");
    assert_snapshot!(Passport::parse("G12").unwrap(), @"***");
    assert_snapshot!(refusal!(Passport, ""), @"the passport number has `0` characters; expected 1 to 9");
    assert_snapshot!(refusal!(Passport, "g1234567"), @"character 1 of the passport number is `g`; expected a capital letter or a digit");
    assert_snapshot!(refusal!(Passport, "G-1"), @"character 2 of the passport number is `-`; expected a capital letter or a digit");
}

#[test]
fn permanent_residence_cards() {
    let card = PermanentResidenceCard::parse("911124198108030024").unwrap();
    assert_eq!(card.birth(), Some(day!(1981, 8, 3)));
    // There was no year 0, whatever day its digits name.
    assert_eq!(PermanentResidenceCard::parse("911124000008030020").unwrap().birth(), None);
    assert!(!card.form_in_use().includes(day!(2023, 11, 30)) && card.form_in_use().includes(day!(2023, 12, 1)));
    let old = PermanentResidenceCard::parse("CAN110081080302").unwrap();
    assert!(old.is_old_form() && old.birth().is_none());
    assert!(!old.form_in_use().includes(day!(2016, 12, 31)) && old.form_in_use().includes(day!(2024, 1, 1)));
    assert!(!old.same_number(&card));

    assert_snapshot!(card, @"911*************24");
    assert_snapshot!(refusal!(PermanentResidenceCard, "CAN11008108030"), @"the permanent residence card's number has `14` characters; expected 18, or 15 on a card of 2017");
    assert_snapshot!(refusal!(PermanentResidenceCard, "CA1110081080302"), @"character 3 of the permanent residence card's number is `1`; expected a capital letter in the first three places");
    assert_snapshot!(refusal!(PermanentResidenceCard, "811124198108030024"), @"character 1 of the permanent residence card's number is `8`; expected `9` in the first place");
    assert_snapshot!(refusal!(PermanentResidenceCard, "91112419810803002x"), @"character 18 of the permanent residence card's number is `x`; expected a digit or a capital `X` in the last place");
    assert_snapshot!(refusal!(PermanentResidenceCard, "CAN1100810803O2"), @"character 14 of the permanent residence card's number is `O`; expected a digit");
    assert_snapshot!(refusal!(PermanentResidenceCard, "911124198108030023"), @"the permanent residence card's number ends in `3`; expected `4` after these 17 digits");
}

/// What differs in the number for life is another person's.
#[test]
fn other_numbers_are_not_the_same() {
    let same = |kind, one: &str, other: &str| {
        let [one, other] = [one, other].map(|number| IdentityDocument::parse(kind, number).unwrap());
        one.same_number(&other)
    };
    for (kind, one, reissued, other) in [
        (IdentityDocumentKind::ResidentIdentityCard, "11010519491231002X", "110105491231002", "440524188001010014"),
        (IdentityDocumentKind::HongKongMacaoPermit, "H1234567802", "H12345678", "M12345678"),
        (IdentityDocumentKind::TaiwanPermit, "0123456702(B)", "01234567", "01234568"),
        (IdentityDocumentKind::ResidencePermit, "810000197502159066", "810000197502159066", "830000199001010012"),
        (IdentityDocumentKind::Passport, "G12345678", "G12345678", "G12345679"),
    ] {
        assert!(same(kind, one, reissued) && same(kind, reissued, one), "{kind}");
        assert!(!same(kind, one, other) && !same(kind, other, reissued), "{kind}");
    }
    let [one, other] = ["G12345678", "G12345679"].map(|it| Passport::parse(it).unwrap());
    assert!(one.same_number(&one) && !one.same_number(&other));
    let card = PermanentResidenceCard::parse("911124198108030024").unwrap();
    assert!(card.same_number(&card));
    let [one, other] = ["810000197502159066", "830000199001010012"].map(|it| ResidencePermit::parse(it).unwrap());
    assert!(one.same_number(&one) && !one.same_number(&other));
}

/// A citizen's number never begins with 9, a permanent resident's always does.
#[test]
fn citizens_and_permanent_residents_are_told_apart() {
    assert!(CitizenNumber::parse("911124198108030024").is_err());
    assert!(PermanentResidenceCard::parse("11010519491231002X").is_err());
}

#[test]
fn each_kind_reads_its_own_number() {
    let numbers =
        ["11010519491231002X", "H1234567802", "0123456702(B)", "810000197502159066", "G12345678", "911124198108030024"];
    for (kind, number) in IdentityDocumentKind::ALL.into_iter().zip(numbers) {
        let document = IdentityDocument::parse(kind, number).unwrap();
        assert_eq!(document.kind(), kind);
        assert_eq!(document.exposed(), number);
        assert_eq!(document.to_string(), document.masked().to_string());
        assert_eq!(document.birth().is_some(), number.len() == 18, "{kind:?}");
        assert!(document.same_number(&document));
        assert!(IdentityDocument::parse(kind, "").is_err());
    }
    // A residence permit's number is a citizen number too, but it is another document.
    let parse = |kind| IdentityDocument::parse(kind, "810000197502159066").unwrap();
    assert!(
        !parse(IdentityDocumentKind::ResidentIdentityCard).same_number(&parse(IdentityDocumentKind::ResidencePermit))
    );
}

#[test]
fn the_form_may_contradict_birth_sex_or_both() {
    let card: IdentityDocument = CitizenNumber::parse("11010519491231002X").unwrap().into();
    let (birth, other) = (day!(1949, 12, 31), day!(1949, 12, 30));
    assert_eq!(card.disagreements(birth, Sex::Female).next(), None);
    let both: Vec<Disagreement> = card.disagreements(other, Sex::Male).collect();
    assert_eq!(
        both,
        [
            Disagreement::Birth { number: birth, form: other },
            Disagreement::Sex { number: Sex::Female, form: Sex::Male }
        ]
    );
    assert_snapshot!(both[0], @"the form's birth date `1949-12-30` is not that of the identity number; expected the two to agree");
    assert_snapshot!(both[1], @"the form's sex `male` is not that of the identity number; expected the two to agree");
    let passport: IdentityDocument = Passport::parse("G12345678").unwrap().into();
    assert_eq!(passport.disagreements(other, Sex::Male).count(), 0);
}
