//! JUnit XML: a test case for each irregularity, under the rule it is irregular by.

use crate::report::Report;
use quick_junit::{NonSuccessKind, Report as Suites, TestCase, TestCaseStatus, TestSuite};
use ruankao::Language;
use ruankao::naming::Shown;
use std::collections::BTreeMap;
use std::io::{self, Write};

pub fn write(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    let path = report.register.display().to_string();
    let path = Shown(&path).to_string();
    let mut suites = Suites::new(path.clone());
    let mut read = TestSuite::new(path);
    let certificates = match language {
        Language::En => format!("{} certificates", report.certificates),
        Language::Zh => format!("证书{}份", report.certificates),
    };
    read.add_test_case(TestCase::new(certificates, TestCaseStatus::success()));
    for (count, en, zh) in [(report.accepted, "accepted before", "此前已接受"), (report.more(), "not listed", "未列出")]
    {
        if count > 0 {
            let mut skipped = TestCaseStatus::skipped();
            skipped.set_message(count.to_string());
            read.add_test_case(TestCase::new(language.choose(en, zh), skipped));
        }
    }
    for (line, message) in &report.told {
        let mut error = TestCaseStatus::non_success(NonSuccessKind::Error);
        error.set_message(message.as_str());
        let name = match language {
            Language::En => format!("line {line}"),
            Language::Zh => format!("第{line}行"),
        };
        read.add_test_case(TestCase::new(name, error));
    }
    let untold = report.unreadable.saturating_sub(u64::try_from(report.told.len()).unwrap_or(0));
    if untold > 0 {
        let mut error = TestCaseStatus::non_success(NonSuccessKind::Error);
        error.set_message(untold.to_string());
        read.add_test_case(TestCase::new(language.choose("more lines", "其余各行"), error));
    }
    suites.add_test_suite(read);
    let mut by_rule: BTreeMap<_, TestSuite> = BTreeMap::new();
    for irregularity in &report.listed {
        let rule = irregularity.rule();
        let suite = by_rule.entry(crate::report::rule_of(irregularity));
        let suite = suite.or_insert_with(|| TestSuite::new(rule.as_str()));
        let mut failure = TestCaseStatus::non_success(NonSuccessKind::Failure);
        failure.set_message(irregularity.sentence(language).to_string());
        failure.set_type(rule.as_str());
        let [required, found] = irregularity.compared(language);
        let compared = [("required", "要求", required), ("found", "实为", found)];
        let compared = compared.into_iter().filter_map(|(en, zh, value)| {
            value.map(|value| format!("{}{}{value}", language.choose(en, zh), language.choose(": ", "：")))
        });
        let compared: Vec<String> = compared.collect();
        if !compared.is_empty() {
            failure.set_description(compared.join("\n"));
        }
        let name = format!("{} · {}", irregularity.certificate(), irregularity.event_in_words(language));
        let mut case = TestCase::new(name, failure);
        case.set_classname(rule);
        suite.add_test_case(case);
    }
    suites.add_test_suites(by_rule.into_values());
    suites.serialize(&mut *out).map_err(io::Error::other)
}
