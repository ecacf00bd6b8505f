//! The verdict digest: one hash over the answers to a frozen set of cases, printed in the changelog version by version.
//!
//! Whoever links the crate sees by it whether any answer to these questions is another than it was. When this test says
//! that the digest is another, a verdict has changed: write the new digest below the last one of the section of the version,
//! in a line that begins with a star and says what changed and why.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

mod asking;
mod columns;
mod days;
mod dice;
mod frozen;
mod life;

use hmac_sha256::Hash;
use ruankao::conformance::run;
use std::collections::BTreeMap;
use std::thread;

const CASES: u64 = 100_000;

/// Of every hundredth case: they are frozen.
const OF_THE_CASES: &str = "bb4ea67547472665455760121097503abb1bc7046d3d9dd268cec46bba55771f";

/// Of the answers, the first that was ever printed.
const FIRST: &str = "4e1690c047ce0a4ec9189b8d3b0ea9eef0da09cec51b0c4f05388575cac9715b";

const CHANGELOG: &str = include_str!("../../CHANGELOG.md");

fn hex(digest: Hash) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The answers to the cases from one to another, as they are on the wire.
fn answers(from: u64, to: u64) -> Vec<u8> {
    let lines: String = (from..to).map(|number| frozen::case(number) + "\n").collect();
    let mut answers = Vec::new();
    assert_eq!(run(lines.as_bytes(), &mut answers).unwrap(), 0, "a frozen case is malformed");
    answers
}

/// The digest of the answers to all cases, a line each, in order.
fn verdicts() -> String {
    const PART: u64 = 500;
    let threads = thread::available_parallelism().map_or(1, |count| u64::try_from(count.get()).unwrap());
    let mut digest = Hash::new();
    let mut from = 0;
    while from < CASES {
        let parts: Vec<_> = (0..threads).map(|part| from + part * PART).collect();
        let answered: Vec<Vec<u8>> = thread::scope(|scope| {
            let part = |from: u64| answers(from.min(CASES), (from + PART).min(CASES));
            let begun: Vec<_> = parts.iter().map(|&from| scope.spawn(move || part(from))).collect();
            begun.into_iter().map(|part| part.join().unwrap()).collect()
        });
        answered.iter().for_each(|answers| digest.update(answers));
        from += threads * PART;
    }
    hex(digest)
}

/// A digest as a section of the changelog lists it.
#[derive(Debug, PartialEq)]
struct Listed<'a> {
    section: &'a str,
    starred: bool,
    digest: &'a str,
    /// What the line says of it.
    why: &'a str,
}

/// The digests in a changelog, first printed first.
fn listed(changelog: &str) -> Vec<Listed<'_>> {
    let mut all = Vec::new();
    for section in changelog.split("\n## ").skip(1) {
        let Some((_, below)) = section.split_once("\n### Verdict digest\n") else { continue };
        let below = below.split("\n### ").next().unwrap();
        let title = section.lines().next().unwrap();
        let rows = below.split("\n- ").skip(1).map(|row| {
            let starred = row.starts_with('★');
            let (digest, why) = row
                .trim_start_matches('★')
                .trim()
                .split_once('`')
                .map_or(("", ""), |(_, rest)| rest.split_once('`').unwrap_or_default());
            Listed { section: title, starred, digest, why: why.trim_start_matches([':', ',']).trim() }
        });
        all.push(rows.collect::<Vec<_>>());
    }
    all.into_iter().rev().flatten().collect()
}

/// What is wrong with the digests of a changelog, if anything.
fn fault(changelog: &str, first: &str, now: &str) -> Option<String> {
    let all = listed(changelog);
    let sections: Vec<&str> = changelog.split("\n## ").skip(1).map(|section| section.lines().next().unwrap()).collect();
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    all.iter().for_each(|row| *of.entry(row.section).or_default() += 1);
    if let Some(section) = sections.iter().find(|section| !of.contains_key(**section)) {
        return Some(format!("no digest is listed in the section {section}"));
    }
    if all[0].digest != first {
        return Some("the first digest ever printed is another: what was printed stays".to_owned());
    }
    for pair in all.windows(2) {
        let changed = pair[0].digest != pair[1].digest;
        if changed && (!pair[1].starred || pair[1].why.len() < 20) {
            return Some(format!("`{}` changes verdicts with no star, or does not say what changed", pair[1].digest));
        }
    }
    let last = all.last().unwrap();
    (last.digest != now || last.section != sections[0])
        .then(|| format!("verdicts have changed: `{now}` is to be listed last, with a star and what changed"))
}

#[test]
fn the_digest_of_the_verdicts_is_the_one_printed() {
    assert_eq!(fault(CHANGELOG, FIRST, &verdicts()), None);
}

#[test]
fn the_cases_are_those_they_always_were() {
    let mut digest = Hash::new();
    (0..CASES).step_by(100).for_each(|number| digest.update(frozen::case(number)));
    assert_eq!(hex(digest), OF_THE_CASES);
}

/// Days written by this test's own calendar.
#[test]
fn the_calendar_of_the_cases_is_right() {
    assert_eq!(days::written(0), "1970-01-01");
    assert_eq!(days::written(days::day(2008, 2, 29)), "2008-02-29");
    assert_eq!(days::written(days::months_later(days::day(2008, 2, 29), 36)), "2011-02-28");
    assert_eq!(days::written(days::months_later(days::day(2005, 12, 31), -10)), "2005-02-28");
    for number in days::day(1999, 1, 1)..days::day(2030, 1, 1) {
        let (year, month, date) = days::parts(number);
        assert_eq!(days::day(year, month, date), number);
    }
}

#[test]
fn a_change_without_a_star_is_found() {
    let with = |rows: &str| {
        format!("# Log\n\n## [Unreleased]\n\n### Verdict digest\n\nWords.\n\n{rows}\n\n### Added\n\n- x\n")
    };
    let first = "- `aa`";
    assert_eq!(fault(&with(first), "aa", "aa"), None);
    assert!(fault(&with(first), "aa", "bb").unwrap().starts_with("verdicts have changed"));
    // The old one is replaced.
    assert!(fault(&with("- `bb`"), "aa", "bb").unwrap().starts_with("the first digest"));
    let starred = "- `aa`\n- ★ `bb`: a deferral ends a day later than it did (47.8)";
    assert_eq!(fault(&with(starred), "aa", "bb"), None);
    for silent in ["- `aa`\n- `bb`: a deferral ends a day later than it did (47.8)", "- `aa`\n- ★ `bb`: so"] {
        assert!(fault(&with(silent), "aa", "bb").unwrap().starts_with("`bb` changes verdicts"));
    }
    // A version later: the section of the new one lists the digest too, the old one's stays.
    let released = with(starred).replace("[Unreleased]", "[0.1.0]");
    let next = |rows: &str| with(rows) + "\n" + released.split_once("\n\n").unwrap().1;
    assert_eq!(fault(&next("- `bb`"), "aa", "bb"), None);
    assert!(fault(&next("- `cc`"), "aa", "cc").unwrap().starts_with("`cc` changes verdicts"));
    assert!(fault(&next("Nothing."), "aa", "bb").unwrap().starts_with("no digest is listed"));
}
