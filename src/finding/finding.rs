//! A finding: a rule that is not met, and by how much.

use crate::finding::code::Code;
use crate::finding::value::{Subject, Value};
use crate::naming::table::Language;
use crate::naming::template::{cite, fill};
use crate::regulation::clause::Clause;
use crate::regulation::force::Force;
use crate::regulation::hours::Hours;
use core::fmt;

/// A rule that the facts do not meet: which, under what clause, and the values compared.
///
/// Plain data; the words are made when asked for. `Display` is the English sentence.
///
/// # Examples
///
/// ```
/// use ruankao::finding::{Subject, Value};
/// use ruankao::{Clause, Code, Finding, Hours, Language};
///
/// let finding = Finding::new(Code::EducationYear, Clause::N48_4)
///     .about(Subject::Year(3))
///     .compared(Value::Hours(Hours::whole(40)), Value::Hours(Hours::whole(36)));
/// assert_eq!(finding.shortfall(), Some(Hours::whole(4)));
/// assert_eq!(finding.to_string(), "study in year 3 of the cycle comes to 36 hours; expected at least 40 hours (48.4)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Finding"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Finding"))]
pub struct Finding {
    code: Code,
    clause: Option<Clause>,
    subject: Subject,
    required: Value,
    found: Value,
}

impl Finding {
    /// A finding under a clause.
    #[must_use]
    pub const fn new(code: Code, clause: Clause) -> Self {
        Self { code, clause: Some(clause), subject: Subject::Whole, required: Value::Nothing, found: Value::Nothing }
    }

    /// A finding that rests on no clause: a history that is in no order, a calendar that ends.
    #[must_use]
    pub const fn without_clause(code: Code) -> Self {
        Self { code, clause: None, subject: Subject::Whole, required: Value::Nothing, found: Value::Nothing }
    }

    /// The same finding, about something in particular.
    #[must_use]
    pub const fn about(mut self, subject: Subject) -> Self {
        self.subject = subject;
        self
    }

    /// The same finding, with what was required and what was found.
    #[must_use]
    pub const fn compared(mut self, required: Value, found: Value) -> Self {
        self.required = required;
        self.found = found;
        self
    }

    /// Which rule.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// The clause that sets it, if one does.
    #[must_use]
    pub const fn clause(&self) -> Option<Clause> {
        self.clause
    }

    /// What it is about.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// What was required.
    #[must_use]
    pub const fn required(&self) -> Value {
        self.required
    }

    /// What was found.
    #[must_use]
    pub const fn found(&self) -> Value {
        self.found
    }

    /// The hours that are missing, where the rule counts hours.
    #[must_use]
    pub const fn shortfall(&self) -> Option<Hours> {
        match (self.required, self.found) {
            (Value::Hours(required), Value::Hours(found)) => Some(found.short_of(required)),
            _ => None,
        }
    }

    /// How strongly the sentence binds that is not met; `None` where it rests on no clause.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Force;
    /// use ruankao::{Clause, Code, Finding};
    ///
    /// // 48.6: 应由本人提出书面申请, in a clause that allows as a whole.
    /// assert_eq!(Finding::new(Code::WrittenApplicationMissing, Clause::N48_6).force(), Some(Force::Must));
    /// assert_ne!(Finding::new(Code::GroundNotRecognised, Clause::N48_6).force(), Some(Force::Must));
    /// ```
    #[must_use]
    pub fn force(&self) -> Option<Force> {
        self.clause.and_then(|clause| self.code.force(clause))
    }

    /// The sentence in a language, with the citation where there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Clause, Code, Finding, Language};
    ///
    /// let finding = Finding::new(Code::FeeUnpaid, Clause::N47_6);
    /// assert_eq!(finding.in_words(Language::Zh).to_string(), "证书登记费尚未缴纳（47.6）");
    /// ```
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            fill(f, self.code.template(language), |f, place| match place {
                "required" => self.required.write(f, language),
                "found" => self.found.write(f, language),
                _ => self.subject.write(f, language),
            })?;
            cite(f, self.clause, language)
        })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_words(Language::En))
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Clause, Code, Hours, Subject};
    use crate::finding::value::Document;
    use crate::identity::province::Province;
    use serde::Serialize;

    /// A finding as it is written: what it is about stands under the name of its kind.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Finding {
        code: Code,
        #[serde(skip_serializing_if = "Option::is_none")]
        clause: Option<Clause>,
        #[serde(skip_serializing_if = "Option::is_none")]
        document: Option<Document>,
        #[serde(skip_serializing_if = "Option::is_none")]
        year: Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        trainee: Option<u32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        row: Option<u32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "Option<alloc::string::String>"))]
        province: Option<Province>,
        #[serde(skip_serializing_if = "Option::is_none")]
        shortfall: Option<Hours>,
    }

    impl From<super::Finding> for Finding {
        fn from(finding: super::Finding) -> Self {
            let super::Finding { code, clause, subject, .. } = finding;
            let (document, year, trainee, row, province) = (None, None, None, None, None);
            let whole = Self { code, clause, document, year, trainee, row, province, shortfall: finding.shortfall() };
            match subject {
                Subject::Whole => whole,
                Subject::Document(document) => Self { document: Some(document), ..whole },
                Subject::Year(year) => Self { year: Some(year.into()), ..whole },
                Subject::CalendarYear(year) => Self { year: Some(year.into()), ..whole },
                Subject::Trainee(place) => Self { trainee: Some(place), ..whole },
                Subject::Row(row) => Self { row: Some(row), ..whole },
                Subject::Province(province) => Self { province: Some(province), ..whole },
            }
        }
    }
}
