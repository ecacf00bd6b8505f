//! Assessments, in columns.

use crate::batch::survey::Survey;
use crate::columns::batch::Batch;
use crate::columns::bits::Bits;
use crate::columns::entries::Counted;
use crate::columns::reading::Reading;
use crate::columns::unread::Unread;
use crate::lifecycle::certificate::Certificate;
use crate::registration::application::Application;
use crate::regulation::hours::Hours;
use alloc::vec::Vec;

/// Whether the conditions of registration are met, certificate by certificate, and the hours that are missing: a row each,
/// in columns as Arrow lays them out.
///
/// Hours are in tenths of an hour. A row whose certificate could not be read is null: its bit in `read` is not set, it is
/// not met and nothing is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessments {
    /// Whether the certificate could be read.
    pub read: Bits,
    /// Whether nothing stands against the registration: what [`AsOf::assessment`](crate::AsOf::assessment) finds.
    pub met: Bits,
    /// The hours that have still to be earned, as [`AsOf::hours_missing`](crate::AsOf::hours_missing) counts them.
    pub missing: Vec<u64>,
    /// For each certificate the row of the first year of its cycle, and at last the end of all: there is none for one that
    /// has no term.
    pub years: Vec<i32>,
    /// The hours that are missing in each year of the cycle.
    pub missing_in_year: Vec<u64>,
    /// The certificates that could not be read, in order.
    pub unread: Vec<Unread>,
}

impl Default for Assessments {
    /// No row.
    fn default() -> Self {
        Self {
            read: Bits::default(),
            met: Bits::default(),
            missing: Vec::new(),
            years: alloc::vec![0],
            missing_in_year: Vec::new(),
            unread: Vec::new(),
        }
    }
}

impl Assessments {
    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.missing.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.missing.is_empty()
    }

    /// Takes all rows out, and keeps the room they had: so one answer serves for many batches.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::batch::Survey;
    /// use ruankao::columns::{Assessments, Batch, EventColumns, Histories};
    /// use ruankao::{Application, Law, day};
    ///
    /// let batch = Batch::new(Histories::new(EventColumns::new(&[0, 1], &[0], &[12_852]))?);
    /// let (survey, mut assessments) = (Survey::new(&Law::of_2004(), day!(2008, 1, 1)), Assessments::default());
    /// batch.assessments_into(&survey, &Application::COMPLETE, &mut assessments);
    /// assessments.clear();
    /// assert_eq!(assessments, Assessments::default());
    /// # Ok::<(), ruankao::columns::ColumnsError>(())
    /// ```
    pub fn clear(&mut self) {
        let Self { read, met, missing, years, missing_in_year, unread } = self;
        [read, met].into_iter().for_each(Bits::clear);
        [missing, missing_in_year].into_iter().for_each(Vec::clear);
        years.truncate(1);
        unread.clear();
    }

    fn push(&mut self, certificate: &Certificate, survey: &Survey, application: &Application, earned: &Counted<'_>) {
        let (years, on, regulation) = (&mut self.missing_in_year, survey.on(), survey.law().regulation());
        let in_year = |missing: Hours| years.push(missing.tenths());
        let (is_met, missing) = certificate.assessed(application, earned, on, regulation, in_year);
        self.push_row(true, is_met, missing.tenths());
    }

    #[inline(always)]
    fn push_row(&mut self, is_read: bool, is_met: bool, missing: u64) {
        self.read.push(is_read);
        self.met.push(is_met);
        self.missing.push(missing);
        self.years.push(i32::try_from(self.missing_in_year.len()).unwrap_or(i32::MAX));
    }
}

impl Batch<'_> {
    /// What an application comes to on the day of a survey, certificate by certificate, in order.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::batch::Survey;
    /// use ruankao::columns::{Batch, EntryColumns, EventColumns, Histories, Ledgers};
    /// use ruankao::education::StudyMode;
    /// use ruankao::{Application, Law, day};
    ///
    /// // Approved on 2005-03-10, and studied 40 hours on 2006-05-20, in the second year of the cycle.
    /// let histories = Histories::new(EventColumns::new(&[0, 1], &[0], &[12_852]))?;
    /// let ledgers = Ledgers::new(EntryColumns::new(&[0, 1], &[13_288], &[400], &[StudyMode::OnTheJob as u8]))?;
    /// let batch = Batch::new(histories).with_ledgers(ledgers)?;
    ///
    /// let survey = Survey::new(&Law::of_2004(), day!(2008, 3, 1));
    /// let assessments = batch.assessments(&survey, &Application::COMPLETE);
    /// assert!(!assessments.met.get(0));
    /// assert_eq!(assessments.missing, [1400]);
    /// assert_eq!((&assessments.years[..], &assessments.missing_in_year[..]), (&[0, 3][..], &[400, 0, 400][..]));
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn assessments(&self, survey: &Survey, application: &Application) -> Assessments {
        let mut assessments = Assessments::default();
        self.assessments_into(survey, application, &mut assessments);
        assessments
    }

    /// The same, written behind what is there: so the columns of one answer serve for the next.
    ///
    /// A certificate that cannot be read is counted in `unread` from the first row that is there on.
    pub fn assessments_into(&self, survey: &Survey, application: &Application, assessments: &mut Assessments) {
        let first = assessments.len();
        let (mut reading, mut certificate) = (Reading::new(self, survey).of_all_ledgers(), Certificate::default());
        for place in 0..self.len() {
            let read = reading.certificate(place, &mut certificate);
            match read.and_then(|()| reading.counted(place)) {
                Ok(earned) => assessments.push(&certificate, survey, application, &earned),
                Err(unread) => {
                    assessments.push_row(false, false, 0);
                    assessments.unread.push(Unread { certificate: first.saturating_add(place), ..unread });
                }
            }
        }
    }
}
