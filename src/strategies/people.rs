//! Identity numbers and application forms, good and bad.

use crate::identity::province::Province;
use crate::registration::form::draft::FormDraft;
use crate::registration::form::field::FormField;
use crate::strategies::days::days_within;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;

/// The check characters of GB 11643-1999, by the weighed sum modulo 11.
const CHECKS: &[u8; 11] = b"10X98765432";

/// Identity numbers of residents that are well formed: of 18 characters with their check character, and one in four of the
/// 15 digits of old.
///
/// For what reads a number, and for what is made of it: birth and sex. However it is shrunk, it stays one.
pub fn identity_numbers() -> impl Strategy<Value = String> {
    (digits(), proptest::bool::weighted(0.25)).prop_map(|((digits, birth), is_old)| {
        if is_old && (1900..2000).contains(&birth.year()) { old(&digits) } else { with_check(&digits) }
    })
}

/// Texts that are no identity number, each with the name of the one check that it fails: `length`, `characters`, `region`,
/// `birth_date` or `check_digit`.
///
/// For what is said to whoever mistyped one. However it is shrunk, it fails the same check.
pub fn bad_identity_numbers() -> impl Strategy<Value = (String, &'static str)> {
    let wrong = select(&["length", "characters", "region", "birth_date", "check_digit"][..]);
    (digits(), wrong, 0_usize..17, 1_u8..10).prop_map(|((digits, _), wrong, place, turn)| {
        let mut number = with_check(&digits);
        match wrong {
            "length" => drop(number.pop()),
            "characters" => replace(&mut number, place, |_| 'x'),
            // No province-level code begins with a nine.
            "region" => number.replace_range(..2, "90"),
            "birth_date" => number.replace_range(10..14, "0230"),
            _ => replace(&mut number, 17, |check| {
                let place = CHECKS.iter().position(|&other| char::from(other) == check).unwrap_or(0);
                CHECKS.get((place + usize::from(turn)) % 11).map_or('0', |&check| char::from(check))
            }),
        }
        (number, wrong)
    })
}

/// The first 17 characters, and the birth that they tell.
fn digits() -> impl Strategy<Value = (String, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(1920, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = NaiveDate::from_ymd_opt(2000, 12, 31).unwrap_or(NaiveDate::MIN);
    let regions: Vec<u8> = Province::ALL.iter().map(|province| province.code()).collect();
    (select(regions), 0_u32..10_000, days_within(first, last), 0_u32..1_000).prop_map(
        |(region, county, birth, place)| (format!("{region:02}{county:04}{}{place:03}", birth.format("%Y%m%d")), birth),
    )
}

/// The number of old: without the century, and without a check.
fn old(digits: &str) -> String {
    digits.char_indices().filter(|(place, _)| !(6..8).contains(place)).map(|(_, digit)| digit).collect()
}

fn with_check(digits: &str) -> String {
    let weighed = digits.bytes().zip((1..18_u32).rev()).map(|(digit, place)| u32::from(digit - b'0') << place);
    let sum = usize::try_from(weighed.sum::<u32>() % 11).unwrap_or(0);
    let check = CHECKS.get(sum).map_or('0', |&check| char::from(check));
    format!("{digits}{check}")
}

fn replace(text: &mut String, place: usize, other: impl Fn(char) -> char) {
    *text = text.chars().enumerate().map(|(at, letter)| if at == place { other(letter) } else { letter }).collect();
}

/// Application forms that can be read: all that the applicant fills in, sometimes with rows of education.
///
/// For a counter that takes forms in. However it is shrunk, it can be read.
pub fn forms() -> impl Strategy<Value = FormDraft> {
    let first = NaiveDate::from_ymd_opt(2005, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = NaiveDate::from_ymd_opt(2018, 12, 31).unwrap_or(NaiveDate::MIN);
    let people = (select(&["张三", "李四", "买买提·艾山"][..]), select(&["男", "女"][..]), identity_numbers());
    let days = (days_within(first, last), 900_u32..1_096);
    let rows =
        proptest::collection::vec((0_u32..900, select(&["脱产", "半脱产", "业余", "在岗"][..]), 1_u32..90), 0..4);
    (people, days, 200_000_u32..900_000, rows).prop_map(|((name, sex, number), (obtained_on, later), postal, rows)| {
        let applied_on = crate::calendar::date::add_days(obtained_on, later);
        let filled = [
            (FormField::Qualification, "软件设计师".to_string()),
            (FormField::Category, "计算机软件".to_string()),
            (FormField::Name, name.to_string()),
            (FormField::Sex, sex.to_string()),
            (FormField::Birth, "1979-12".to_string()),
            (FormField::Photo, "有".to_string()),
            (FormField::Health, "良好".to_string()),
            (FormField::IdentityNumber, number),
            (FormField::CertificateNumber, format!("0531-{postal}")),
            (FormField::ObtainedOn, obtained_on.to_string()),
            (FormField::Address, "虬江路1000号".to_string()),
            (FormField::PostalCode, postal.to_string()),
            (FormField::Employer, "某公司".to_string()),
            (FormField::Telephone, "36337995".to_string()),
            (FormField::Signature, "有".to_string()),
            (FormField::AppliedOn, applied_on.to_string()),
        ];
        let draft = filled.into_iter().fold(FormDraft::blank(), |draft, (field, text)| draft.with(field, text));
        rows.into_iter().fold(draft, |draft, (later, mode, hours)| {
            let on = crate::calendar::date::add_days(obtained_on, later);
            draft.row(&on.to_string(), mode, "标准", &hours.to_string())
        })
    })
}

/// Forms with one field that is left blank or cannot be read, and which.
///
/// For what is sent back to an applicant. However it is shrunk, that field stays the one at fault.
pub fn bad_forms() -> impl Strategy<Value = (FormDraft, FormField)> {
    let spoiled = [
        (FormField::Qualification, "软件"),
        (FormField::Category, ""),
        (FormField::Name, " "),
        (FormField::Sex, "无"),
        (FormField::Birth, "1979-13"),
        (FormField::IdentityNumber, "1101051949123100"),
        (FormField::CertificateNumber, ""),
        (FormField::ObtainedOn, "2005-02-29"),
        (FormField::Address, ""),
        (FormField::PostalCode, "20007"),
        (FormField::Employer, ""),
        (FormField::AppliedOn, "明天"),
    ];
    (forms(), select(Vec::from(spoiled))).prop_map(|(form, (field, text))| (form.with(field, text), field))
}
