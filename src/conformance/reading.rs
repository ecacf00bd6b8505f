//! A case read for its questions: its history once for each day as known on which it is asked about.

use crate::conformance::answer::{Answer, IdentityAnswer};
use crate::conformance::case::Case;
use crate::conformance::question::{Explained, Question};
use crate::finding::refused::EventFault;
use crate::identity::citizen_number::CitizenNumber;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::difference::{KnownDifference, RecordChange};
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::many_days::ManyDays;
use crate::lifecycle::sensitivity::Sensitive;
use crate::lifecycle::timeline::Life;
use crate::oversight::instructor::may_teach;
use crate::oversight::service_record::ServiceRecord;
use crate::oversight::standing::Standing as BodyStanding;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// A case read for all of its questions.
///
/// Made with a fixed number of readings of the history for each day as known on which something is asked, and so many more
/// where sensitivity is; an answer then costs what it says, and the logarithm of the history.
#[derive(Debug)]
pub(crate) struct Reading<'c> {
    case: &'c Case,
    now: View<'c>,
    as_known: BTreeMap<NaiveDate, View<'c>>,
    body: Option<ServiceRecord>,
}

/// The certificate as known on a day, or now.
#[derive(Debug)]
struct View<'c> {
    file: CertificateFile<'c>,
    days: ManyDays,
    life: Life,
    irregularities: Result<Vec<EventFault>, EventFault>,
    /// What the register holds now and did not then, or the other way round, in order of the days that it is of; each with
    /// its place in the answer.
    changes: Vec<(usize, RecordChange)>,
    sensitive: BTreeMap<NaiveDate, Vec<Sensitive>>,
}

/// What is asked of a view.
#[derive(Default)]
struct Asked {
    days: Vec<NaiveDate>,
    until: Option<NaiveDate>,
    irregularities: bool,
    changes: bool,
    sensitivity: Vec<NaiveDate>,
}

impl Case {
    /// The answers to its questions, in their order.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::conformance::Case;
    ///
    /// let case: Case = serde_json::from_str(
    ///     r#"{"id": "a", "history": [{"event": "approved", "on": "2005-03-10"}],
    ///         "ask": [{"query": "standing", "on": "2008-03-11"}]}"#,
    /// )?;
    /// let answers = serde_json::to_string(&case.answers())?;
    /// assert_eq!(answers, r#"[{"phase":"lapsed","in_force":false,"since":"2008-03-11"}]"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        let reading = Reading::of(self);
        self.ask.iter().map(|question| reading.answer(question)).collect()
    }

    /// The certificate of the case, opened.
    #[must_use]
    pub fn open(&self) -> CertificateFile<'_> {
        self.law.open_in(self.mode, &self.history, &self.ledger)
    }
}

impl<'c> Reading<'c> {
    /// Reads a case.
    pub(crate) fn of(case: &'c Case) -> Self {
        let (mut now, mut as_known, mut of_the_body) = (Asked::default(), BTreeMap::<_, Asked>::new(), false);
        for question in &case.ask {
            if let Question::KnownDifference { on, .. } = question {
                now.days.push(*on);
            }
            let of_the_view = match question.known_on() {
                None => &mut now,
                Some(day) => as_known.entry(day).or_default(),
            };
            match question {
                Question::Standing { on, .. }
                | Question::Outlook { on, .. }
                | Question::Education { on, .. }
                | Question::Assessment { on, .. }
                | Question::Plan { on, .. }
                | Question::Explanation { on, .. }
                | Question::Agenda { on, .. } => of_the_view.days.push(*on),
                Question::Timeline { until, .. } => {
                    let view = of_the_view;
                    view.until = view.until.max(Some(*until));
                }
                Question::Irregularities { .. } => of_the_view.irregularities = true,
                Question::Sensitivity { on, .. } => of_the_view.sensitivity.push(*on),
                Question::KnownDifference { on, .. } => {
                    of_the_view.days.push(*on);
                    of_the_view.changes = true;
                }
                Question::Accreditation { .. } => of_the_body = true,
                // Two certificates are read for it, when it is answered.
                Question::Difference { .. } => {}
                Question::ReviewBy { .. } | Question::MayTeach { .. } | Question::Identity { .. } => {}
            }
        }
        let now = View::read(case, None, now);
        let view = |(day, asked): (NaiveDate, Asked)| {
            let mut changes = Vec::new();
            if asked.changes {
                changes.extend(now.file.record_changes(day).enumerate());
                changes.sort_by_key(|(_, change)| change.of);
            }
            (day, View { changes, ..View::read(case, Some(day), asked) })
        };
        let body = case.accreditation.as_ref().filter(|_| of_the_body);
        Self {
            case,
            as_known: as_known.into_iter().map(view).collect(),
            now,
            body: body.map(|body| body.service_record(case.mode)),
        }
    }

    /// The answer to one of its questions.
    pub(crate) fn answer(&self, question: &Question) -> Answer {
        self.answered(question).unwrap_or_else(|refusal| refusal)
    }

    /// The answer, or the answer that there is none.
    fn answered(&self, question: &Question) -> Result<Answer, Answer> {
        let refused = |error| Answer::Refused { error };
        // Each day as known on which something is asked is there.
        let view = question.known_on().and_then(|day| self.as_known.get(&day)).unwrap_or(&self.now);
        let as_of = |on| view.as_of(on).map_err(refused);
        Ok(match question {
            Question::Standing { on, .. } => Answer::Standing(as_of(*on)?.standing()),
            Question::Timeline { until, .. } => Answer::Timeline(view.life.until(*until).map_err(refused)?),
            Question::Outlook { on, .. } => Answer::Outlook(as_of(*on)?.outlook()),
            Question::Education { on, .. } => {
                let progress = as_of(*on)?.education();
                Answer::Education(progress.map_err(|error| Answer::Error { error })?)
            }
            Question::Assessment { on, application, .. } => Answer::Assessment(as_of(*on)?.assessment(application)),
            Question::Irregularities { .. } => Answer::Irregularities(view.irregularities.clone().map_err(refused)?),
            Question::Sensitivity { on, .. } => {
                Answer::Sensitivity(view.sensitive.get(on).cloned().unwrap_or_default())
            }
            Question::Plan { on, application, .. } => Answer::Plan(Box::new(match application {
                Some(draft) => as_of(*on)?.plan_with(draft),
                None => as_of(*on)?.plan(),
            })),
            Question::Explanation { on, of, .. } => Answer::Explanation(Box::new(match (view.as_of(*on), of) {
                (Err(refusal), _) => view.file.explain_fault(&refusal),
                (Ok(as_of), Explained::Standing) => as_of.explain(),
                (Ok(as_of), Explained::Assessment(application)) => as_of.explain_assessment(application),
                (Ok(as_of), Explained::Education) => {
                    as_of.explain_education().map_err(|error| Answer::Error { error })?
                }
            })),
            Question::Agenda { on, within, .. } => Answer::Agenda(as_of(*on)?.due(&self.case.id, *within)),
            Question::Difference { on, application, hypothesis, .. } => {
                Answer::Difference(view.file.difference(&view.file.what_if(hypothesis), *on, application))
            }
            Question::KnownDifference { on, known_on } => Answer::KnownDifference(Box::new(KnownDifference {
                known_on: *known_on,
                on: *on,
                changes: view.changes_to(*on),
                then: view.as_of(*on).map(|as_of| as_of.standing()),
                now: self.now.as_of(*on).map(|as_of| as_of.standing()),
            })),
            Question::ReviewBy { accepted_on } => {
                let review_by = self.case.law.regulation().review_by(*accepted_on);
                let review_by = review_by.map_err(|uncovered| Answer::Error { error: uncovered.into() })?;
                Answer::ReviewBy { review_by }
            }
            Question::Accreditation { on } => Answer::Accreditation(match &self.body {
                Some(body) => body.standing(*on).map_err(refused)?,
                None => BodyStanding::unknown(*on),
            }),
            Question::MayTeach { level, title, competent } => Answer::MayTeach(may_teach(*level, *title, *competent)),
            Question::Identity { number } => Answer::Identity(match CitizenNumber::parse(number.as_str()) {
                Ok(number) => IdentityAnswer::Valid { birth: number.birth(), sex: number.sex() },
                Err(error) => IdentityAnswer::Invalid { code: error.code() },
            }),
        })
    }
}

impl<'c> View<'c> {
    fn read(case: &'c Case, known_on: Option<NaiveDate>, asked: Asked) -> Self {
        let in_order = |mut days: Vec<NaiveDate>| {
            days.sort_unstable();
            days.dedup();
            days
        };
        let (history, ledger) = (Cow::Borrowed(&case.history), Cow::Borrowed(&case.ledger));
        let credits = case.law.count(&ledger, known_on);
        let file = CertificateFile::read(case.law.clone(), case.mode, known_on, history, ledger, credits);
        let sensitivity = in_order(asked.sensitivity);
        Self {
            changes: Vec::new(),
            days: ManyDays::read(file.context(), &in_order(asked.days)),
            life: asked.until.map(|until| file.life(until)).unwrap_or_default(),
            irregularities: if asked.irregularities { file.irregularities() } else { Ok(Vec::new()) },
            sensitive: if sensitivity.is_empty() {
                BTreeMap::new()
            } else {
                let sensitive = file.sensitivities(&sensitivity);
                sensitivity.into_iter().zip(sensitive).collect()
            },
            file,
        }
    }

    fn as_of(&self, on: NaiveDate) -> Result<AsOf<'_>, EventFault> {
        self.days.as_of(self.file.context(), on)
    }

    /// The changes of what is dated up to a day: the events, then the entries, each in the order of their places.
    fn changes_to(&self, on: NaiveDate) -> Vec<RecordChange> {
        let dated = self.changes.partition_point(|(_, change)| change.of <= on);
        let mut changes: Vec<_> = self.changes.iter().take(dated).collect();
        changes.sort_unstable_by_key(|(place, _)| *place);
        changes.into_iter().map(|(_, change)| *change).collect()
    }
}

impl Serialize for Reading<'_> {
    /// The answers to its questions, each made when it is written.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.case.ask.iter().map(|question| self.answer(question)))
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::date::add_days;
    use crate::conformance::runner::answer_line;
    use crate::finding::steps::counted;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    /// The events read for a line of so many events and questions of every kind, at most `views` days as known on which
    /// something is asked.
    fn steps(events: u32, questions: u32, views: u32) -> u64 {
        let start = chrono::NaiveDate::from_ymd_opt(2005, 3, 10).unwrap();
        let event = |n: u32| {
            let on = add_days(start, n);
            let act = if n == 0 { "approved" } else { ["application_withdrawn", "application_filed"][n as usize % 2] };
            format!(r#"{{"event": "{act}", "on": "{on}"}}"#)
        };
        let review = |n: u32| {
            let on = add_days(start, n);
            let act = ["proposed", "declined"][n as usize % 2];
            format!(r#"{{"event": "{act}", "on": "{on}"}}"#)
        };
        let ask = |n: u32| {
            let on = add_days(start, n * 7 % (events + 50));
            let query = [
                "standing",
                "outlook",
                "education",
                "sensitivity",
                "irregularities",
                "timeline",
                "accreditation",
                "plan",
                "explanation",
                "agenda",
                "known_difference",
            ][n as usize % 11];
            let day = match query {
                "agenda" => format!(r#", "on": "{on}", "from": "{on}", "to": "{on}""#),
                "irregularities" => String::new(),
                "timeline" => format!(r#", "until": "{on}""#),
                _ => format!(r#", "on": "{on}""#),
            };
            let known_on = match n / 11 % (views + 1) {
                _ if query == "accreditation" => String::new(),
                0 if query == "known_difference" => format!(r#", "known_on": "{start}""#),
                0 => String::new(),
                view => format!(r#", "known_on": "{}""#, add_days(start, events * view / views)),
            };
            format!(r#"{{"query": "{query}"{day}{known_on}}}"#)
        };
        let list = |items: Vec<String>| items.join(", ");
        let (events_of, body) = (list((0..events).map(event).collect()), list((0..events).map(review).collect()));
        let line = format!(
            r#"{{"id": "a", "mode": "recorded", "history": [{events_of}], "ask": [{}],
                "accreditation": {{"kind": "registration_agency", "history": [{body}]}}}}"#,
            list((0..questions).map(ask).collect())
        );
        counted();
        answer_line(line.replace('\n', " ").as_bytes(), 1).unwrap();
        counted()
    }

    #[test]
    #[cfg_attr(miri, ignore = "a hundred thousand events, hours under Miri")]
    fn questions_and_events_do_not_multiply() {
        let [few, many] = [70, 700].map(|questions| steps(400, questions, 0));
        assert_eq!(few, many, "the history is read as often whatever the number of questions");
        let tenfold = steps(4000, 700, 0);
        assert!(tenfold <= many * 10 + 1000, "{many} steps for 400 events, {tenfold} for 4000");
        assert!((400 * 20..400 * 40).contains(&many), "{many} steps for 400 events");
        // A history is read anew for each day as known on which something is asked, and not more often.
        let [few, many] = [2200, 4400].map(|questions| steps(400, questions, 4));
        assert_eq!(few, many);
    }
}
