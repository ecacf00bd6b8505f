//! A report as JUnit XML, which continuous integration shows.

use crate::conformance::kit::report::Report;
use crate::naming::shown::{Shown, VisibleJson};
use core::fmt::{self, Write};

impl Report {
    /// The report as JUnit XML: a test case for each difference, one for what was passed over, one for the whole. What it
    /// repeats of the cases and of the system's answers has nothing hidden in it.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::conformance::Report;
    ///
    /// let xml = Report::default().junit("their system").to_string();
    /// assert!(xml.contains(r#"<testsuite name="their system" tests="1" failures="0""#));
    /// ```
    pub fn junit<'a>(&'a self, name: &'a str) -> impl fmt::Display + 'a {
        fmt::from_fn(move |f| {
            let errors = usize::from(self.failure.is_some());
            let (tests, skipped) =
                (self.differences.len() + errors + self.passed_over.len() + 1, self.passed_over.len());
            writeln!(f, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
            write!(f, r#"<testsuite name="{}" tests="{tests}" "#, Escaped(Shown(name)))?;
            writeln!(f, r#"failures="{}" errors="{errors}" skipped="{skipped}">"#, self.differences.len())?;
            if let Some(seed) = self.seed {
                writeln!(f, r#"  <properties><property name="seed" value="{seed}"/></properties>"#)?;
            }
            writeln!(f, r#"  <testcase name="{} cases, {} questions"/>"#, self.cases, self.questions)?;
            for (capability, count) in &self.passed_over {
                writeln!(f, r#"  <testcase name="{capability}"><skipped message="{count} passed over"/></testcase>"#)?;
            }
            for difference in &self.differences {
                let clauses = difference.clauses.join(", ");
                write!(f, r#"  <testcase name="{}"><failure message=""#, Escaped(Shown(&difference.found_on)))?;
                write!(f, r#"{}">"#, Escaped(Shown(&clauses)))?;
                writeln!(Escaping(f), "case {}", VisibleJson(&difference.case))?;
                let (expected, found) = (VisibleJson(&difference.expected), VisibleJson(&difference.found));
                write!(Escaping(f), "expected {expected}\nfound {found}")?;
                writeln!(f, "</failure></testcase>")?;
            }
            if let Some(failed) = &self.failure {
                let (on, reason) = (Escaped(Shown(&failed.on)), Escaped(Shown(&failed.reason)));
                write!(f, r#"  <testcase name="{on}"><error message="{reason}">"#)?;
                write!(Escaping(f), "case {}", VisibleJson(&failed.case))?;
                writeln!(f, "</error></testcase>")?;
            }
            f.write_str("</testsuite>\n")
        })
    }
}

/// A text as XML holds it: in an attribute or between tags.
struct Escaped<'a>(Shown<'a>);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaping(f), "{}", self.0)
    }
}

struct Escaping<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|letter| match letter {
            '&' => self.0.write_str("&amp;"),
            '<' => self.0.write_str("&lt;"),
            '>' => self.0.write_str("&gt;"),
            '"' => self.0.write_str("&quot;"),
            '\'' => self.0.write_str("&apos;"),
            '\n' => self.0.write_str("&#10;"),
            // What XML cannot hold at all.
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => self.0.write_char('\u{fffd}'),
            _ => self.0.write_char(letter),
        })
    }
}
