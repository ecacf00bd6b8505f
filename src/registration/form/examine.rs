//! What the review finds in a form (47.7: 对申请人提交的登记申请表及相关证明材料进行审查).

use crate::education::entry::Entry;
use crate::education::ledger::Ledger;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::value::{Subject, Value};
use crate::finding::verdict::Verdict;
use crate::registration::form::form::{Form, FormRow};
use crate::registration::paper::Paper;
use crate::regulation::clause::Clause;
use alloc::collections::{BTreeMap, VecDeque};
use alloc::vec;
use alloc::vec::Vec;
use chrono::NaiveDate;

impl Form {
    /// Holds the form against the certificate, the identity document and the ledger, as of the day of acceptance.
    ///
    /// All that disagrees is reported, in the order printed. No finding repeats a name, a number or a birth.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::Qualification;
    /// use ruankao::registration::{FormDraft, FormField, Paper};
    /// use ruankao::{Code, Ledger, day};
    ///
    /// let paper = Paper {
    ///     number: "0531-08".parse()?,
    ///     name: "张三".parse()?,
    ///     qualification: Qualification::SoftwareDesigner,
    ///     obtained_on: day!(2005, 3, 10),
    /// };
    /// let draft = [
    ///     (FormField::Qualification, "软件设计师"), (FormField::Category, "计算机软件"), (FormField::Name, "张三"),
    ///     (FormField::Sex, "女"), (FormField::Birth, "1949-12"), (FormField::Photo, "有"),
    ///     (FormField::Health, "良好"), (FormField::IdentityNumber, "11010519491231002X"),
    ///     (FormField::CertificateNumber, "0531-08"), (FormField::ObtainedOn, "2005-03-10"),
    ///     (FormField::Address, "虬江路1000号"), (FormField::PostalCode, "200071"), (FormField::Employer, "某公司"),
    ///     (FormField::Telephone, "36337995"), (FormField::Signature, "有"), (FormField::AppliedOn, "2008-01-08"),
    /// ].into_iter().fold(FormDraft::blank(), |draft, (field, text)| draft.with(field, text));
    ///
    /// let accepted_on = day!(2008, 1, 15);
    /// assert!(draft.read()?.findings(&paper, &Ledger::default(), accepted_on).is_met());
    ///
    /// let man = draft.with(FormField::Sex, "男").read()?;
    /// let verdict = man.findings(&paper, &Ledger::default(), accepted_on);
    /// assert_eq!(verdict.findings()[0].code(), Code::SexDisagrees);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn findings(&self, paper: &Paper, ledger: &Ledger, accepted_on: NaiveDate) -> Verdict {
        let mut verdict = Verdict::default();
        self.examine_qualification(paper, &mut verdict);
        self.examine_person(paper, accepted_on, &mut verdict);
        self.examine_certificate(paper, &mut verdict);
        self.examine_rows(ledger, accepted_on, &mut verdict);
        self.examine_dates(accepted_on, &mut verdict);
        verdict
    }

    fn examine_qualification(&self, paper: &Paper, verdict: &mut Verdict) {
        // A senior qualification belongs to no single category, so whichever is named disagrees with none.
        if let (Some(found), Some(required)) = (self.category, self.qualification.category())
            && found != required
        {
            verdict.find(of_form(Code::CategoryDisagrees).compared(Value::Category(required), Value::Category(found)));
        }
        if self.qualification != paper.qualification {
            let (required, found) = (paper.qualification, self.qualification);
            let finding = Finding::new(Code::QualificationDisagrees, Clause::N47_6);
            verdict.find(finding.compared(Value::Qualification(required), Value::Qualification(found)));
        }
        if let Some(found) = self.level.filter(|&level| level != self.qualification.level()) {
            let required = Value::Level(self.qualification.level());
            verdict.find(of_form(Code::LevelDisagrees).compared(required, Value::Level(found)));
        }
        if !paper.qualification.existed_on(paper.obtained_on) {
            let since = Value::Day(paper.qualification.origin().first_day());
            let finding = Finding::new(Code::QualificationNotYet, Clause::N47_4_1);
            verdict.find(finding.compared(since, Value::Day(paper.obtained_on)));
        }
    }

    /// What the number does not tell, the form cannot contradict.
    fn examine_person(&self, paper: &Paper, accepted_on: NaiveDate, verdict: &mut Verdict) {
        if self.name != paper.name {
            verdict.find(Finding::new(Code::NameDisagrees, Clause::N47_6));
        }
        if self.document.sex().is_some_and(|sex| sex != self.sex) {
            verdict.find(of_form(Code::SexDisagrees));
        }
        if self.document.birth().is_some_and(|birth| !self.birth.includes(birth)) {
            verdict.find(of_form(Code::BirthDisagrees));
        }
        if !self.document.was_in_use_on(accepted_on) {
            let finding = Finding::new(Code::IdentityNotInUse, Clause::N47_6);
            verdict.find(finding.compared(Value::Nothing, Value::Day(accepted_on)));
        }
    }

    fn examine_certificate(&self, paper: &Paper, verdict: &mut Verdict) {
        if self.certificate_number != paper.number {
            verdict.find(Finding::new(Code::NumberDisagrees, Clause::N47_6));
        }
        if self.obtained_on != paper.obtained_on {
            let (required, found) = (Value::Day(paper.obtained_on), Value::Day(self.obtained_on));
            verdict.find(Finding::new(Code::ObtainedDisagrees, Clause::N47_6).compared(required, found));
        }
    }

    /// Each row is an entry of the ledger, and no entry stands behind two rows.
    fn examine_rows(&self, ledger: &Ledger, accepted_on: NaiveDate, verdict: &mut Verdict) {
        let (first, last) = (self.obtained_on, self.applied_on.min(accepted_on));
        let entries: Vec<&Entry> = ledger.held(None).map(|(_, entry)| entry).collect();
        for ((number, row), support) in (1..).zip(&self.rows).zip(supports(&self.rows, &entries)) {
            let subject = Subject::Row(number);
            if row.on < first || row.on > last {
                let required = Value::Span(first, last.max(first));
                verdict.find(of_form(Code::RowOutOfPlace).about(subject).compared(required, Value::Day(row.on)));
            }
            match support {
                None => verdict.find(Finding::new(Code::RowUnsupported, Clause::N47_6).about(subject)),
                Some(entry) if entry.hours != row.hours => {
                    let finding = Finding::new(Code::RowHoursDisagree, Clause::N47_6).about(subject);
                    verdict.find(finding.compared(Value::Hours(entry.hours), Value::Hours(row.hours)));
                }
                Some(_) => {}
            }
        }
    }

    /// What the clerk should look at, and what stands against nothing: no article says whether the applicant signs
    /// before the employer assesses or after.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::registration::{Form, FormField};
    /// use ruankao::Code;
    ///
    /// fn is_worth_a_look(form: &Form) -> bool {
    ///     form.notes().any(|note| note.code() == Code::EmployerBeforeSignature)
    /// }
    /// ```
    pub fn notes(&self) -> impl Iterator<Item = Finding> {
        let early = self.employer_result.filter(|result| result.on < self.applied_on);
        let (code, signed) = (Code::EmployerBeforeSignature, Value::Day(self.applied_on));
        early.map(|result| of_form(code).compared(signed, Value::Day(result.on))).into_iter()
    }

    /// Obtained, then signed, and assessed by the employer in whatever order, then accepted; the agency's opinion comes
    /// last.
    fn examine_dates(&self, accepted_on: NaiveDate, verdict: &mut Verdict) {
        let mut within = |code, day: NaiveDate, first: NaiveDate| {
            if day < first || day > accepted_on {
                let required = Value::Span(first.min(accepted_on), accepted_on);
                verdict.find(of_form(code).compared(required, Value::Day(day)));
            }
        };
        within(Code::AppliedOutOfPlace, self.applied_on, self.obtained_on);
        if let Some(result) = self.employer_result {
            within(Code::EmployerOutOfPlace, result.on, self.obtained_on);
        }
        if let Some(opinion) = self.agency_opinion
            && opinion.on < accepted_on
        {
            let (required, found) = (Value::Day(accepted_on), Value::Day(opinion.on));
            verdict.find(of_form(Code::OpinionTooEarly).compared(required, found));
        }
    }
}

const fn of_form(code: Code) -> Finding {
    Finding::new(code, Clause::N47Form)
}

/// For each row the entry that stands behind it: the very one before one with other hours. Costs n log n for n rows and
/// entries together.
fn supports<'l>(rows: &[FormRow], entries: &[&'l Entry]) -> Vec<Option<&'l Entry>> {
    let mut exact = queues(entries, |entry| (entry.on, entry.mode, entry.hours));
    let mut taken = vec![false; entries.len()];
    let mut take = |place: usize| {
        let entry = entries.get(place)?;
        let taken = taken.get_mut(place)?;
        (!core::mem::replace(taken, true)).then_some(*entry)
    };
    let mut supports: Vec<Option<&Entry>> = Vec::with_capacity(rows.len());
    supports.extend(rows.iter().map(|row| {
        let place = exact.get_mut(&(row.on, row.mode, row.hours))?.pop_front()?;
        take(place)
    }));
    let mut others = queues(entries, |entry| (entry.on, entry.mode));
    for (row, support) in rows.iter().zip(&mut supports).filter(|(_, support)| support.is_none()) {
        let queue = others.get_mut(&(row.on, row.mode));
        *support = queue.and_then(|queue| core::iter::from_fn(|| queue.pop_front()).find_map(&mut take));
    }
    supports
}

/// The places of the entries that are alike, in the order of the ledger.
fn queues<K: Ord>(entries: &[&Entry], key: impl Fn(&Entry) -> K) -> BTreeMap<K, VecDeque<usize>> {
    let mut queues = BTreeMap::<K, VecDeque<usize>>::new();
    for (place, entry) in entries.iter().enumerate() {
        queues.entry(key(entry)).or_default().push_back(place);
    }
    queues
}
